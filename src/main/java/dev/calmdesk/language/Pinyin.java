package dev.calmdesk.language;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How Chinese text sounds, in toneless letters as people type them; `ü` is written `v`. Readings follow the phrase
/// (`银行` yinhang, `行动` xingdong).
///
/// The dictionary is loaded at the first call, which takes a moment: call [#warm] from the background at start.
public final class Pinyin {

    /// Characters that sound differently as a surname, and the surnames of two characters that do.
    private static final Map<String, List<String>> SURNAMES = Map.ofEntries(
            Map.entry("单", List.of("shan")), Map.entry("曾", List.of("zeng")), Map.entry("仇", List.of("qiu")),
            Map.entry("解", List.of("xie")), Map.entry("查", List.of("zha")), Map.entry("任", List.of("ren")),
            Map.entry("盖", List.of("ge")), Map.entry("区", List.of("ou")), Map.entry("朴", List.of("piao")),
            Map.entry("缪", List.of("miao")), Map.entry("翟", List.of("zhai")), Map.entry("乐", List.of("yue")),
            Map.entry("覃", List.of("qin")), Map.entry("折", List.of("she")), Map.entry("种", List.of("chong")),
            Map.entry("秘", List.of("bi")), Map.entry("冼", List.of("xian")), Map.entry("燕", List.of("yan")),
            Map.entry("员", List.of("yun")), Map.entry("万俟", List.of("mo", "qi")),
            Map.entry("尉迟", List.of("yu", "chi")), Map.entry("长孙", List.of("zhang", "sun")),
            Map.entry("澹台", List.of("tan", "tai")), Map.entry("单于", List.of("chan", "yu")));

    private Pinyin() {}

    /// Loads the dictionary.
    public static void warm() {
        of("热身");
    }

    /// The letters of the whole text: `周敏` zhoumin. Other letters and digits stay, folded; all else falls away.
    public static String full(String text) {
        return joined(text, of(text), false);
    }

    /// The first letters: `周敏` zm. Latin words and digits stay whole.
    public static String initials(String text) {
        return joined(text, of(text), true);
    }

    /// The letters of a person's name, surname first: `单雄` shanxiong, not danxiong.
    public static String nameFull(String name) {
        return joined(name, ofName(name), false);
    }

    /// The first letters of a person's name.
    public static String nameInitials(String name) {
        return joined(name, ofName(name), true);
    }

    private static String joined(String text, List<String> syllables, boolean firstLetters) {
        var folded = Fold.text(text);
        var letters = new StringBuilder();
        for (var i = 0; i < folded.length(); i++) {
            var syllable = syllables.get(i);
            if (!syllable.isEmpty()) {
                letters.append(firstLetters ? syllable.substring(0, 1) : syllable);
            } else if (Character.isLetterOrDigit(folded.charAt(i))) {
                letters.append(folded.charAt(i));
            }
        }
        return letters.toString();
    }

    /// One entry for each character of the folded text: its syllable in this phrase, or an empty text.
    public static List<String> of(String text) {
        var folded = Fold.text(text);
        return PinyinDictionary.convertToPinyin(folded, true).stream()
                .map(Pinyin::letters)
                .toList();
    }

    private static List<String> ofName(String name) {
        var folded = Fold.text(name);
        var syllables = new ArrayList<>(of(folded));
        for (var length = Math.min(2, folded.length()); length > 0; length--) {
            var surname = SURNAMES.get(folded.substring(0, length));
            if (surname != null) {
                for (var i = 0; i < length; i++) {
                    syllables.set(i, surname.get(i));
                }
                break;
            }
        }
        return syllables;
    }

    /// All syllables that a character can have, the commonest first; empty for anything but a Chinese character.
    public static List<String> readings(char character) {
        var known = PinyinDictionary.get(String.valueOf(character));
        return known == null
                ? List.of()
                : Arrays.stream(known)
                        .map(Pinyin::letters)
                        .filter(syllable -> !syllable.isEmpty())
                        .distinct()
                        .collect(Collectors.toList());
    }

    private static String letters(com.hankcs.hanlp.dictionary.py.Pinyin pinyin) {
        return pinyin == com.hankcs.hanlp.dictionary.py.Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone().replace("ü", "v");
    }
}
