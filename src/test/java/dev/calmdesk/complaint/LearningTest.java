package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Category;
import dev.calmdesk.suggestion.Example;
import dev.calmdesk.suggestion.Suggested;
import dev.calmdesk.suggestion.TextModel;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.SomeComplaints;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is learned from a desk's own cases, against what a table of words and a blind guess know. The complaints are made
/// up, so the figures say that it learns, not how well it will.
class LearningTest {

    private static final double MISTAKEN = 0.08;
    private static final List<Example> ASKED = new SomeComplaints(99, 0).list(800);

    private static double right(Function<String, String> guess) {
        return ASKED.stream().filter(each -> each.label().equals(guess.apply(each.text()))).count() / (double) ASKED.size();
    }

    private static double learned(int cases) {
        var model = TextModel.train(new SomeComplaints(7, MISTAKEN).list(cases));
        return right(text -> model.suggest(text, 1).stream().findFirst().map(Suggested::label).orElse(""));
    }

    private static double byWords() {
        try (var office = new Office()) {
            var tree = office.workplace.all(Category.TOPIC);
            return right(text -> CategoryWords.in(text, tree).stream()
                    .findFirst()
                    .map(found -> found.category().code())
                    .orElse(""));
        }
    }

    private static double commonest() {
        var commonest = new SomeComplaints(7, MISTAKEN).list(800).stream()
                .collect(Collectors.groupingBy(Example::label, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return right(text -> commonest);
    }

    @Test
    void twoHundredCasesTeachMoreThanTheTableOfWordsAndMoreCasesMore() {
        var few = learned(200);
        var many = learned(1500);

        assertThat(few).isGreaterThan(byWords() + 0.2).isGreaterThan(commonest() + 0.4);
        assertThat(many).isGreaterThan(few);
    }

    /// Judged by people who mistake as many as those did from whom it was learned.
    @Test
    void aProbabilityMeansHowOftenItIsRight() {
        var asked = new SomeComplaints(98, MISTAKEN).list(800);
        for (var cases : new int[] {200, 1500}) {
            var model = TextModel.train(new SomeComplaints(7, MISTAKEN).list(cases));
            var offered = 0;
            var right = 0;
            double claimed = 0;
            for (var each : asked) {
                var first = model.suggest(each.text(), 1).stream().filter(likely -> likely.probability() >= 0.6).findFirst();
                offered += first.isPresent() ? 1 : 0;
                right += first.filter(likely -> likely.label().equals(each.label())).isPresent() ? 1 : 0;
                claimed += first.map(Suggested::probability).orElse(0.0);
            }
            var claim = claimed / offered;

            assertThat(offered).isGreaterThan(asked.size() / 2);
            assertThat(right / (double) offered).as("%d cases", cases).isBetween(claim - 0.08, claim + 0.08);
        }
    }
}
