package dev.calmdesk.app.command;

import dev.calmdesk.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// In which language the command line speaks: as asked by `--lang`, else as the environment says, else as the system
/// does.
public final class ConsoleLanguage {

    private static final String OPTION = "--lang";

    private ConsoleLanguage() {}

    /// Looks at the arguments before they are parsed, so that help and complaints about them are in that language too.
    public static Locale of(List<String> arguments, Map<String, String> environment, Locale system) {
        return Texts.nearest(asked(arguments)
                .or(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(environment::get)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst())
                .flatMap(ConsoleLanguage::locale)
                .orElse(system));
    }

    private static Optional<String> asked(List<String> arguments) {
        for (var i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(OPTION + "=")) {
                return Optional.of(arguments.get(i).substring(OPTION.length() + 1));
            }
            if (arguments.get(i).equals(OPTION) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /// From `zh_CN.UTF-8`, `zh-TW` or `en`; `C` and `POSIX` say nothing.
    private static Optional<Locale> locale(String name) {
        var tag = name.replaceAll("[.@].*$", "").replace('_', '-');
        return tag.isEmpty() || tag.equals("C") || tag.equals("POSIX")
                ? Optional.empty()
                : Optional.of(Locale.forLanguageTag(tag));
    }
}
