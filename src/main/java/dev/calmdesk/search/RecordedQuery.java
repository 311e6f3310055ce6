package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Folded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What is being recorded, as words for the search: the product and category, then the customer's own words without the
/// function words, then the batch, as far as the room reaches.
///
/// @param product its name; every part may be empty
/// @param batch batch code
/// @param category its name in the user's language
/// @param event what happened, in the customer's words
/// @param expectation what the customer wants
public record RecordedQuery(String product, String batch, String category, String event, String expectation) {

    /// Nothing is recorded yet.
    public static final RecordedQuery NONE = new RecordedQuery("", "", "", "", "");

    private static final int ROOM = 40;
    private static final int LONGEST_STOP_WORD = 6;
    private static final int SHORTEST_NUMBER = 4;
    /// What is counted says little: 3 瓶, 11 月 20 日.
    private static final String MEASURES = "个瓶盒袋包箱件次天日月年号点分元块";

    /// The words to search for; empty if nothing telling has been recorded yet.
    public String text() {
        var chosen = new LinkedHashSet<String>();
        var room = ROOM;
        for (var piece : pieces()) {
            if (piece.length() <= room && !says(chosen, piece)) {
                chosen.add(piece);
                room -= piece.length() + 1;
            }
        }
        return String.join(" ", chosen);
    }

    private List<String> pieces() {
        var pieces = new ArrayList<String>();
        Stream.of(product, category).map(RecordedQuery::tidy).forEach(pieces::add);
        pieces.addAll(telling(event));
        pieces.addAll(telling(expectation));
        pieces.add(tidy(batch));
        return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
    }

    private static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static boolean says(LinkedHashSet<String> chosen, String piece) {
        return chosen.stream().anyMatch(said -> Fold.text(said).contains(Fold.text(piece)));
    }

    /// What is left of a sentence when the function words are cut out.
    static List<String> telling(String sentence) {
        var folded = Fold.of(sentence);
        var telling = new ArrayList<String>();
        Run former = null;
        for (var run : Run.of(folded.text())) {
            if (run.han()) {
                var counted = former != null && former.hasDigit() && former.to() == run.from();
                cutOut(folded, run, counted && MEASURES.indexOf(run.text().charAt(0)) >= 0 ? 1 : 0, telling);
            } else if (isTelling(run)) {
                telling.add(folded.shownOf(run.from(), run.to()));
            }
            former = run;
        }
        return telling;
    }

    private static boolean isTelling(Run word) {
        var isNumber = word.text().chars().allMatch(Character::isDigit);
        return word.text().length() >= (isNumber ? SHORTEST_NUMBER : 2) && !WordLists.STOP_WORDS.contains(word.text());
    }

    private static void cutOut(Folded folded, Run run, int skipped, List<String> telling) {
        var start = run.from() + skipped;
        var at = start;
        while (at < run.to()) {
            var stop = stopWordAt(folded.text(), at, run.to());
            if (stop > 0) {
                keep(folded, start, at, telling);
                start = at + stop;
                at = start;
            } else {
                at++;
            }
        }
        keep(folded, start, run.to(), telling);
    }

    /// @return the length of the longest function word that begins there, 0 if none does
    private static int stopWordAt(String text, int at, int end) {
        for (var length = Math.min(LONGEST_STOP_WORD, end - at); length > 0; length--) {
            if (WordLists.STOP_WORDS.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /// A lone character is seldom telling.
    private static void keep(Folded folded, int from, int to, List<String> telling) {
        if (to - from > 1) {
            telling.add(folded.shownOf(from, to));
        }
    }
}
