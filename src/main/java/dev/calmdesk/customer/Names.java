package dev.calmdesk.customer;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How names are built, read and spoken to. Pure.
public final class Names {

    /// Surnames of two characters, in Simplified Chinese.
    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "宇文", "夏侯", "东方", "轩辕",
            "端木", "独孤", "南宫", "西门", "百里", "呼延", "澹台", "闻人", "太史", "申屠", "公冶", "宗政", "濮阳", "淳于", "单于",
            "万俟", "钟离", "东郭", "拓跋", "纳兰", "完颜");

    private static final List<TitleWord> TITLE_WORDS = List.of(
            new TitleWord("女士", Title.MS),
            new TitleWord("小姐", Title.MS),
            new TitleWord("太太", Title.MS),
            new TitleWord("先生", Title.MR));

    private static final Pattern ENGLISH_TITLE =
            Pattern.compile("(ms|miss|mrs|mr)\\.?\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);

    private Names() {}

    private record TitleWord(String word, Title title) {}

    /// A name as typed, with the title that stood with it.
    record Titled(String name, Title title) {}

    /// The part of a name by which strangers address somebody: 周, 欧阳, Smith.
    public static String surname(String name) {
        var stripped = name.strip();
        if (!isChinese(stripped)) {
            return stripped.substring(stripped.lastIndexOf(' ') + 1);
        }
        var length = stripped.offsetByCodePoints(0, 1);
        if (stripped.length() >= 2 && COMPOUND.contains(Fold.text(stripped.substring(0, 2)))) {
            length = 2;
        }
        return stripped.substring(0, length);
    }

    public static boolean isChinese(String name) {
        return name.codePoints().findFirst().stream().anyMatch(Fold::isHan);
    }

    /// How a name sounds: the surname, a space, the rest (`zhou min`).
    public static String reading(String name) {
        var stripped = name.strip();
        if (!isChinese(stripped)) {
            return spelled(stripped);
        }
        var surname = Pinyin.nameFull(surname(stripped));
        var whole = Pinyin.nameFull(stripped);
        return whole.startsWith(surname) ? (surname + " " + whole.substring(surname.length())).strip() : whole;
    }

    /// A reading that a person entered, in the form of [#reading]: no tones, `ü` as `v`.
    public static String spelled(String reading) {
        var toneless = Normalizer.normalize(reading.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{M}", "");
        return Fold.text(toneless).replaceAll("[^\\p{L}\\p{N} ]", "").replaceAll("\\s+", " ");
    }

    /// What to say to somebody in a language.
    ///
    /// @param pinyin reading in the form of [#reading]
    public static String addressed(String name, Title title, String pinyin, Locale language) {
        if (language.getLanguage().equals("zh")) {
            return switch (title) {
                case MS -> inChinese(name, "女士");
                case MR -> inChinese(name, "先生");
                case NONE -> name;
            };
        }
        var readable = isChinese(name) && !pinyin.isBlank();
        var surname = readable ? capitalised(pinyin.split(" ")[0]) : surname(name);
        return switch (title) {
            case MS -> "Ms " + surname;
            case MR -> "Mr " + surname;
            case NONE -> readable ? capitalised(pinyin) : name;
        };
    }

    private static String inChinese(String name, String title) {
        return isChinese(name) ? surname(name) + title : surname(name) + " " + title;
    }

    private static String capitalised(String words) {
        var result = new StringBuilder();
        for (var word : words.split(" ")) {
            result.append(result.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return result.toString();
    }

    /// Takes the title off what was typed: 周女士, Ms Zhou. The title is NONE if there is none.
    static Titled withoutTitle(String typed) {
        var stripped = typed.strip();
        return TITLE_WORDS.stream()
                .filter(entry -> stripped.length() > entry.word().length() && stripped.endsWith(entry.word()))
                .findFirst()
                .map(entry -> new Titled(
                        stripped.substring(0, stripped.length() - entry.word().length()).strip(), entry.title()))
                .or(() -> withoutEnglishTitle(stripped))
                .orElse(new Titled(stripped, Title.NONE));
    }

    private static Optional<Titled> withoutEnglishTitle(String typed) {
        var match = ENGLISH_TITLE.matcher(typed);
        return match.matches()
                ? Optional.of(new Titled(
                        match.group(2).strip(), match.group(1).equalsIgnoreCase("mr") ? Title.MR : Title.MS))
                : Optional.empty();
    }
}
