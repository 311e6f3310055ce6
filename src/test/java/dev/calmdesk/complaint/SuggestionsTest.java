package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Offer.Choice;
import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.complaint.SuggestionUse.Basis;
import dev.calmdesk.complaint.Suggestions.Taken;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Rows;
import dev.calmdesk.support.ClosedComplaints;
import dev.calmdesk.support.OfficeTest;
import dev.calmdesk.support.SomeComplaints;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is suggested from listed words and from closed cases, and what is remembered of it.
class SuggestionsTest extends OfficeTest {

    private static final String SOUR = "燕麦奶喝着有股酸味，倒出来成絮状";

    private ClosedComplaints others;
    private long seed = 1;

    @BeforeEach
    void prepare() {
        others = new ClosedComplaints(office.database, office.lead.id(), office.clock.instant());
    }

    private void close(int count) {
        others.add(new SomeComplaints(seed++, 0.05).list(count));
    }

    private List<SuggestionUse> noted(UUID caseId) {
        return office.database.read(handle -> Rows.list(handle, SuggestionUse.KIND, "case_id", caseId));
    }

    @Test
    void withFewClosedCasesTheListedWordsAnswer() {
        close(199);
        office.learning.learn();

        var offer = office.suggestions.category(SOUR);

        assertThat(offer.basis()).isEqualTo(Basis.WORDS);
        assertThat(offer.choices()).first()
                .extracting(Choice::code, Choice::certainty, Choice::words, Choice::cases)
                .containsExactly("food-safety/off-taste", Certainty.POSSIBLE, List.of("酸味", "絮状"), List.of());
    }

    @Test
    void fromTwoHundredOnClosedCasesAnswerAndSayWhichOnesAndWhichWords() {
        close(200);
        office.learning.learn();

        var offer = office.suggestions.category(SOUR);

        assertThat(offer.basis()).isEqualTo(Basis.CASES);
        assertThat(offer.learnedFrom()).isEqualTo(200);
        assertThat(offer.choices()).hasSizeBetween(1, 3);
        var first = offer.choices().getFirst();
        assertThat(first.code()).isEqualTo("food-safety/off-taste");
        assertThat(first.certainty()).isNotEqualTo(Certainty.POSSIBLE);
        assertThat(first.words()).isNotEmpty().allMatch(SOUR::contains);
        assertThat(first.cases()).isNotEmpty().hasSizeLessThanOrEqualTo(3).allMatch(past ->
                office.cases.find(past.id()).orElseThrow().category().equals("food-safety/off-taste"));
    }

    @Test
    void aTextTooShortToJudgeIsLeftToTheListedWords() {
        close(250);
        office.learning.learn();

        assertThat(office.suggestions.category("有酸味").basis()).isEqualTo(Basis.WORDS);
        assertThat(office.suggestions.category("").choices()).isEmpty();
    }

    @Test
    void whatTheCompanyNoLongerHasIsNeverSuggested() {
        others.add(new SomeComplaints(1, 0).list(250).stream()
                .map(example -> new dev.calmdesk.suggestion.Example(
                        example.source(), example.label().equals("food-safety/off-taste") ? "old/one" : example.label(),
                        example.text()))
                .toList());
        office.learning.learn();

        assertThat(office.suggestions.category(SOUR).choices()).extracting(Choice::code).doesNotContain("old/one");
    }

    @Test
    void itLearnsAgainWhenEnoughMoreWasClosed() {
        close(200);
        office.learning.learn();
        assertThat(office.learning.isDue()).isFalse();

        close(10);
        assertThat(office.learning.isDue()).isTrue();
        office.learning.learn();
        assertThat(office.suggestions.category(SOUR).learnedFrom()).isEqualTo(200);

        close(10);
        office.learning.learn();
        assertThat(office.suggestions.category(SOUR).learnedFrom()).isEqualTo(220);
    }

    @Test
    void whoClosesTheStoreIsNotKeptWaiting() {
        close(200);
        office.learning.close();
        office.learning.learn();

        assertThat(office.learning.learned()).isEmpty();
        assertThat(office.learning.isDue()).isFalse();
    }

    @Test
    void whatWasSuggestedAndWhatWasChosenIsNotedOnce() {
        var subject = office.complaint(office.lin);
        var offer = office.suggestions.category(SOUR);
        office.suggestions.note(office.lin, subject.id(), offer, "food-safety/off-taste");
        office.suggestions.note(office.lin, subject.id(), offer, "food-safety/off-taste");

        assertThat(noted(subject.id())).singleElement()
                .extracting(
                        SuggestionUse::about, SuggestionUse::basis, SuggestionUse::offered, SuggestionUse::chosen,
                        SuggestionUse::taken, SuggestionUse::at)
                .containsExactly(
                        About.CATEGORY, Basis.WORDS, List.of("food-safety/off-taste"), "food-safety/off-taste", 1,
                        office.clock.instant());
    }

    @Test
    void anotherChoiceIsNotedAsSuchAndNoWordOfTheCustomerWithIt() {
        var subject = office.complaint(office.lin);
        office.suggestions.note(office.lin, subject.id(), office.suggestions.category(SOUR), "price/coupon");

        var entry = office.cases.history(subject.id()).stream()
                .filter(each -> each.kind().equals("suggestion_use"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.act()).isEqualTo("overridden");
        assertThat(entry.changes().toString()).doesNotContain("酸");
        assertThat(noted(subject.id())).extracting(SuggestionUse::taken).containsExactly(0);
    }

    @Test
    void nothingSuggestedOrNothingChosenIsNothingToNote() {
        var subject = office.complaint(office.lin);
        office.suggestions.note(office.lin, subject.id(), office.suggestions.category("x"), "price/coupon");
        office.suggestions.note(office.lin, subject.id(), office.suggestions.category(SOUR), "");

        assertThat(office.cases.history(subject.id())).extracting(Entry::kind).doesNotContain("suggestion_use");
    }

    @Test
    void ofEachCaseTheLastChoiceCountsForNinetyDays() {
        var offer = office.suggestions.category("喝起来发酸，快递太慢");
        assertThat(offer.choices()).hasSize(2);
        noteNow(offer, "food-safety/off-taste");
        office.pass(100L * 24 * 60);
        assertThat(office.suggestions.taken(About.CATEGORY)).isEqualTo(new Taken(0, 0, 0));

        noteNow(offer, "food-safety/off-taste");
        noteNow(offer, "logistics/late");
        var changed = noteNow(offer, "food-safety/off-taste");
        office.pass(1);
        office.suggestions.note(office.lin, changed, offer, "price/coupon");

        assertThat(office.suggestions.taken(About.CATEGORY)).isEqualTo(new Taken(3, 1, 2));
        assertThat(office.suggestions.taken(About.SEVERITY)).isEqualTo(new Taken(0, 0, 0));
    }

    private UUID noteNow(Offer offer, String chosen) {
        var subject = office.complaint(office.lin);
        office.suggestions.note(office.lin, subject.id(), offer, chosen);
        return subject.id();
    }

    @Test
    void wordsAndClosedCasesOnlyEverRaise() {
        close(300);
        office.learning.learn();
        var event = "孩子喝了就吐，半夜一直跑厕所，去了医院";

        var raises = office.suggestions.raises(event, "", Severity.S4);

        assertThat(raises).extracting(Raise::severity).startsWith(Severity.S1).doesNotHaveDuplicates();
        assertThat(raises.getFirst().choice().words()).contains("去了医院");
        assertThat(raises.getFirst().choice().cases()).isNotEmpty().allMatch(past ->
                office.cases.find(past.id()).orElseThrow().severity() == Severity.S1);
        assertThat(office.suggestions.raises("半夜一直跑厕所，下午开始绞着疼", "", Severity.S3)).singleElement().matches(raise ->
                raise.severity() == Severity.S1 && raise.why() == null);
        for (var proposed : Severity.values()) {
            assertThat(office.suggestions.raises(event, "要求退款，不然曝光", proposed))
                    .allMatch(raise -> raise.severity().isWorseThan(proposed));
        }
    }
}
