package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.data.ContentFolder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// How a code is called where files and addresses are: `oat-milk-sediment` as it is; what some systems cannot tell apart
/// or do not take becomes another name, always the same one.
public final class FileName {

    private static final int LONGEST = 60;
    private static final String NAMES_OF_DEVICES = "con|prn|aux|nul|com\\d|lpt\\d|index";

    private FileName() {}

    public static String of(String code) {
        var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (plain.equals(code) && plain.length() <= LONGEST && !plain.matches(NAMES_OF_DEVICES)) {
            return code;
        }
        var digest = ContentFolder.digest().digest(code.getBytes(StandardCharsets.UTF_8));
        var begin = plain.substring(0, Math.min(plain.length(), LONGEST - 9));
        return (begin.isEmpty() ? "" : begin + "-") + HexFormat.of().formatHex(digest, 0, 4);
    }
}
