package dev.calmdesk.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.language.Fold;
import dev.calmdesk.support.SomeComplaints;
import dev.calmdesk.support.SomeTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextModelTest {

    private static final List<Example> CLOSED = new SomeComplaints(1, 0.05).list(600);
    private static final TextModel MODEL = TextModel.train(CLOSED);

    private static Stream<String> texts() {
        return Stream.concat(
                new SomeComplaints(2, 0).list(150).stream().map(Example::text), SomeTexts.any(150, 40));
    }

    private static String fullWidth(String text) {
        return text.chars()
                .mapToObj(each -> String.valueOf((char) (each > 0x20 && each < 0x7f ? each + 0xfee0 : each)))
                .collect(Collectors.joining());
    }

    private static String traditional(String text) {
        return text.replace('闻', '聞').replace('头', '頭').replace('发', '發').replace('块', '塊').replace('饼', '餅')
                .replace('费', '費').replace('红', '紅').replace('电', '電').replace('纸', '紙').replace('湿', '濕');
    }

    private static double probability(TextModel model, String label, String text) {
        return model.suggest(text, Integer.MAX_VALUE).stream()
                .filter(suggested -> suggested.label().equals(label))
                .mapToDouble(Suggested::probability)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void theOrderOfTheExamplesDoesNotMatter() {
        var shuffled = new ArrayList<>(CLOSED);
        Collections.shuffle(shuffled, new Random(3));
        var other = TextModel.train(shuffled);

        assertThat(texts()).allSatisfy(text ->
                assertThat(other.suggest(text, 5)).isEqualTo(MODEL.suggest(text, 5)));
    }

    @Test
    void widthCaseAndScriptOfTheExamplesDoNotMatter() {
        var other = TextModel.train(SomeComplaints.rewritten(CLOSED, text -> fullWidth(traditional(text.toUpperCase()))));

        assertThat(texts()).allSatisfy(text ->
                assertThat(other.suggest(text, 5)).isEqualTo(MODEL.suggest(text, 5)));
    }

    @Test
    void widthCaseAndScriptOfTheTextChangeOnlyHowTheWordsAreShown() {
        assertThat(new SomeComplaints(2, 0).list(150)).allSatisfy(example -> {
            var text = example.text();
            var written = fullWidth(traditional(text.toUpperCase()));
            var plain = MODEL.suggest(text, 3);
            var other = MODEL.suggest(written, 3);
            assertThat(other).extracting(Suggested::label).isEqualTo(plain.stream().map(Suggested::label).toList());
            for (var i = 0; i < plain.size(); i++) {
                assertThat(other.get(i).probability()).isEqualTo(plain.get(i).probability());
                assertThat(other.get(i).sources()).isEqualTo(plain.get(i).sources());
                assertThat(other.get(i).words()).extracting(Stretch::from)
                        .isEqualTo(plain.get(i).words().stream().map(Stretch::from).toList());
            }
        });
    }

    @Test
    void onlyLabelsOfExamplesAreSuggestedWithProbabilitiesAndTheLikeliestFirst() {
        var known = CLOSED.stream().map(Example::label).collect(Collectors.toSet());

        assertThat(texts()).allSatisfy(text -> {
            var suggested = MODEL.suggest(text, 5);
            assertThat(suggested).hasSizeLessThanOrEqualTo(5).extracting(Suggested::label).isSubsetOf(known);
            assertThat(suggested).extracting(Suggested::label).doesNotHaveDuplicates();
            assertThat(suggested).extracting(Suggested::probability).allMatch(each -> each >= 0 && each <= 1);
            assertThat(suggested).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        });
    }

    @Test
    void theDecidingWordsStandInTheTextInItsOrder() {
        assertThat(texts()).allSatisfy(text -> assertThat(MODEL.suggest(text, 3)).allSatisfy(suggested -> {
            var end = 0;
            assertThat(suggested.words()).isNotEmpty();
            for (var word : suggested.words()) {
                assertThat(word.from()).isGreaterThanOrEqualTo(end);
                assertThat(text.substring(word.from(), word.to())).isEqualTo(word.text()).isNotBlank();
                end = word.to();
            }
        }));
    }

    @Test
    void whatASuggestionRestsOnAreExamplesOfItsLabel() {
        var labels = CLOSED.stream().collect(Collectors.toMap(Example::source, Example::label));

        assertThat(texts()).allSatisfy(text -> assertThat(MODEL.suggest(text, 3)).allSatisfy(suggested ->
                assertThat(suggested.sources())
                        .hasSizeLessThanOrEqualTo(3)
                        .doesNotHaveDuplicates()
                        .allMatch(source -> labels.get(source).equals(suggested.label()))));
    }

    @Test
    void anExampleRestsOnItself() {
        var example = CLOSED.stream().filter(each -> each.text().contains("头发")).findFirst().orElseThrow();
        var alike = CLOSED.stream()
                .filter(each -> each.label().equals("food-safety/foreign-object"))
                .map(Example::source);

        var first = MODEL.suggest(example.text(), 1).getFirst();

        assertThat(first.label()).isEqualTo("food-safety/foreign-object");
        assertThat(first.sources()).isNotEmpty().isSubsetOf(alike.toList()).contains(example.source());
    }

    @Test
    void sayingItAgainChangesNothing() {
        assertThat(texts()).allSatisfy(text -> {
            var once = MODEL.suggest(text, 3);
            var twice = MODEL.suggest(text + "\n" + text, 3);
            assertThat(twice).extracting(Suggested::label).isEqualTo(once.stream().map(Suggested::label).toList());
            assertThat(twice).extracting(Suggested::probability)
                    .isEqualTo(once.stream().map(Suggested::probability).toList());
        });
    }

    @Test
    void evidenceThatSpeaksForALabelMoreThanForAnyOtherNeverLowersIt() {
        var label = MODEL.weights().labels().indexOf("food-safety/foreign-object");
        var speaking = CLOSED.stream()
                .flatMap(example -> example.text().chars().mapToObj(each -> String.valueOf((char) each)))
                .distinct()
                .filter(character -> speaksMostFor(label, character))
                .toList();
        assertThat(speaking).contains("虫", "石");

        assertThat(new SomeComplaints(4, 0).list(60)).allSatisfy(example -> {
            var before = probability(MODEL, "food-safety/foreign-object", example.text());
            assertThat(speaking).allMatch(character ->
                    probability(MODEL, "food-safety/foreign-object", example.text() + "。" + character) >= before - 1e-9);
        });
    }

    private static boolean speaksMostFor(int label, String character) {
        var buckets = Features.buckets(Features.of(Fold.of(character)));
        var weights = MODEL.weights();
        return buckets.length == 1
                && weights.weight(label, buckets[0]) > 0
                && IntStream.range(0, weights.labels().size())
                        .allMatch(other -> weights.weight(other, buckets[0]) <= weights.weight(label, buckets[0]));
    }

    @Test
    void anEmptyTextSuggestsNothing() {
        assertThat(MODEL.suggest("", 3)).isEmpty();
        assertThat(MODEL.suggest("12345 。、!", 3)).isEmpty();
    }

    @Test
    void nothingIsSuggestedWhereNothingWasLearned() {
        assertThat(TextModel.train(List.of()).suggest("喝着有股酸味", 3)).isEmpty();
    }

    @Test
    void numbersOfOneCaseTellNothingOfTheNext() {
        var text = "吃到一块硬塑料";
        assertThat(MODEL.suggest(text + " 13800002207 CS261107-3244", 3)).isEqualTo(MODEL.suggest(text, 3));
    }

    @Test
    void whoGivesUpGetsNoModel() {
        assertThatThrownBy(() -> TextModel.train(CLOSED, () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSingleLabelIsLearnedToo() {
        var only = List.of(new Example(new UUID(0, 1), "a/b", "瓶盖拧不开"), new Example(new UUID(0, 2), "a/b", "瓶盖断了"));

        assertThat(TextModel.train(only).suggest("瓶盖掉了", 3)).extracting(Suggested::label).containsExactly("a/b");
    }
}
