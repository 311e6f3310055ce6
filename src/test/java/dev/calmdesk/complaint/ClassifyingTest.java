package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How serious a complaint is, who takes charge of it, and what starts with that.
class ClassifyingTest extends OfficeTest {

    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lead);
    }

    private SeverityMatrix matrix() {
        return office.workplace.all(SeverityMatrix.TOPIC).getFirst();
    }

    private Assessment assessed(String... namesAndValues) {
        office.complaints.keep(office.lead, subject.id(), ComplaintStep.CLASSIFY, form(namesAndValues));
        return office.complaints.view(subject.id()).assessment().orElseThrow();
    }

    private static Map<String, String> form(String... namesAndValues) {
        var form = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.put("assessment." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    private Stream<Category> leaves(List<Category> among) {
        return among.stream().flatMap(category ->
                category.children().isEmpty() ? Stream.of(category) : leaves(category.children()));
    }

    @Test
    void whatIsProposedIsNeverMilderThanTheCategoryWhateverTheFacts() {
        var random = new Random(2);
        for (var category : leaves(office.workplace.all(Category.TOPIC)).toList()) {
            for (var i = 0; i < 40; i++) {
                var given = new HashMap<String, String>();
                matrix().facts().forEach(fact -> {
                    var value = random.nextInt(fact.values().size() + 1);
                    given.put(fact.code(), value == 0 ? "" : fact.values().get(value - 1).code());
                });
                var least = category.defaultSeverity();
                var proposal = matrix().propose(given, least);

                assertThat(least != null && proposal.severity().compareTo(least) > 0).as(category.code()).isFalse();
                assertThat(proposal.severity().compareTo(matrix().propose(given, null).severity())).isNotPositive();
            }
        }
    }

    @Test
    void everySeverityHasALevelAndGraverOnesAreNeverLeftToAnAgent() {
        for (var severity : Severity.values()) {
            assertThat(matrix().level(severity).severity()).isEqualTo(severity);
        }
        assertThat(Arrays.stream(Severity.values()).map(severity -> matrix().level(severity).grade()))
                .containsExactly(Grade.COMPLEX, Grade.COMPLEX, Grade.GENERAL, Grade.GENERAL);
        assertThat(matrix().level(Severity.S1).safety()).isTrue();
    }

    @Test
    void theCategoryAloneProposesSeverityGradeAndDepartment() {
        var assessment = assessed("category", "food-safety/mould");

        assertThat(assessment)
                .extracting(
                        Assessment::proposed, Assessment::severity, Assessment::grade, Assessment::department,
                        Assessment::assessedAt)
                .containsExactly(Severity.S2, Severity.S2, Grade.COMPLEX, "quality", office.clock.instant());
    }

    @Test
    void factsMakeItWorseAndTheWorstRuleWins() {
        assertThat(assessed("category", "quality/function", "harm", "none").severity()).isEqualTo(Severity.S4);
        subject = office.complaint(office.lead);
        assertThat(assessed("category", "quality/function", "media", "threatened").severity()).isEqualTo(Severity.S3);
        subject = office.complaint(office.lead);
        assertThat(assessed("category", "quality/function", "media", "threatened", "batch", "several").severity())
                .isEqualTo(Severity.S2);
        subject = office.complaint(office.lead);
        assertThat(assessed("category", "quality/function", "media", "press").severity()).isEqualTo(Severity.S1);
    }

    @Test
    void aPersonDecidesOtherwiseAndTheProposalStaysKnown() {
        var assessment = assessed(
                "category", "food-safety/mould", "severity", "S3", "grade", "GENERAL", "department", "logistics",
                "override_reason", "仅外箱受潮");

        assertThat(assessment)
                .extracting(
                        Assessment::proposed, Assessment::severity, Assessment::grade, Assessment::department,
                        Assessment::overrideReason)
                .containsExactly(Severity.S2, Severity.S3, Grade.GENERAL, "logistics", "仅外箱受潮");
    }

    @Test
    void whereSafetyIsConcernedTheGradeIsNoChoice() {
        assertThat(assessed("category", "food-safety/mould", "harm", "medical", "grade", "GENERAL").grade())
                .isEqualTo(Grade.COMPLEX);
    }

    @Test
    void aFactThatIsAddedLaterIsJudgedTogetherWithTheOthers() {
        assessed("category", "food-safety/off-taste", "harm", "discomfort");
        var worse = assessed("people", "vulnerable");

        assertThat(worse)
                .extracting(Assessment::proposed, Assessment::severity, Assessment::harm, Assessment::people)
                .containsExactly(Severity.S1, Severity.S1, "discomfort", "vulnerable");
        assertThat(office.cases.find(subject.id()).orElseThrow().severity()).isEqualTo(Severity.S1);
    }

    @Test
    void aCorrectionOfOneFieldLeavesTheOthersAsTheyWereDecided() {
        assessed("category", "food-safety/off-taste", "harm", "discomfort", "people", "vulnerable", "department", "shop",
                "severity", "S2", "override_reason", "家长确认无碍");
        var corrected = assessed("category", "food-safety/mould");

        assertThat(corrected)
                .extracting(
                        Assessment::proposed, Assessment::severity, Assessment::department, Assessment::overrideReason,
                        Assessment::harm)
                .containsExactly(Severity.S1, Severity.S2, "shop", "家长确认无碍", "discomfort");
    }

    @Test
    void whoLeavesAContactWithoutAWordAboutTheClassChangesNoneOfIt() {
        var before = assessed("category", "food-safety/off-taste", "severity", "S3", "override_reason", "x");
        var entries = entries();
        office.pass(1);
        office.complaints.keep(office.lead, subject.id(), ComplaintStep.CLASSIFY, Map.of());

        assertThat(office.complaints.view(subject.id()).assessment()).contains(before);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void theFirstAssessmentStopsItsClockAndStartsTheInvestigationOnce() {
        office.pass(2);
        var first = office.clock.instant();
        assessed("category", "food-safety/off-taste");
        office.pass(10);
        var again = assessed("category", "food-safety/mould");

        assertThat(again.assessedAt()).isEqualTo(first);
        assertThat(clock(subject.id(), "assess").metAt()).isEqualTo(first);
        assertThat(office.clocks.of(subject.id()).stream().filter(clock -> clock.limitCode().equals("investigate")))
                .hasSize(1);
    }

    @Test
    void anUrgentComplaintIsToBeginAtOnceAndAnOrdinaryOneIsNot() {
        office.complaints.finish(office.lead, subject.id(), ComplaintStep.CLASSIFY, Office.filled(ComplaintStep.CLASSIFY));
        assertThat(phase(subject.id(), "urgent-complaint-start")).isEqualTo(Phase.RUNNING);

        subject = office.complaint(office.lead);
        office.complaints.finish(
                office.lead, subject.id(), ComplaintStep.CLASSIFY,
                form("category", "quality/function", "harm", "none"));
        assertThat(office.clocks.of(subject.id())).noneMatch(clock -> clock.limitCode().equals("urgent-complaint-start"));
    }

    @Test
    void anAgentMayNotSettleAComplexComplaint() {
        subject = office.complaint(office.lin);
        office.transfers.ask(office.lin, subject.id(), new dev.calmdesk.cases.Transfers.Offer(
                office.meng.id(), "T3", "safety", "请接手"));
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.CLASSIFY, Office.filled(ComplaintStep.CLASSIFY));

        refused("complaint.problem.complex", () -> office.complaints.finish(
                office.lin, subject.id(), ComplaintStep.RESOLVE, Office.filled(ComplaintStep.RESOLVE)));
        refused("complaint.problem.complex", () -> office.complaints.finish(
                office.lin, subject.id(), ComplaintStep.FOLLOW_UP, Office.filled(ComplaintStep.FOLLOW_UP)));
        refused("complaint.problem.complex", () ->
                office.complaints.close(office.lin, subject.id(), Office.filled(ComplaintStep.FOLLOW_UP)));
        office.complaints.finish(office.meng, subject.id(), ComplaintStep.RESOLVE, Office.filled(ComplaintStep.RESOLVE));
        assertThat(office.complaints.doneSteps(subject.id())).contains(ComplaintStep.RESOLVE);
    }

    @Test
    void anAgentSettlesAGeneralOneAlone() {
        subject = office.complaint(office.lin);
        office.complaints.noteEmotion(office.lin, subject.id(), 2);
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.SOOTHE, Office.filled(ComplaintStep.SOOTHE));
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.RECORD, Office.filled(ComplaintStep.RECORD));
        office.complaints.finish(
                office.lin, subject.id(), ComplaintStep.CLASSIFY, form("category", "quality/function", "harm", "none"));
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.RESOLVE, Office.filled(ComplaintStep.RESOLVE));
        office.followUps.reached(office.lin, subject.id(), null);

        assertThat(office.complaints.close(office.lin, subject.id(), Office.filled(ComplaintStep.FOLLOW_UP)).isOpen())
                .isFalse();
    }
}
