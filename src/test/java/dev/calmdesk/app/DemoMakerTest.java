package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.app.check.StoreCheck;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.complaint.Approval;
import dev.calmdesk.complaint.ApprovalState;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Demonstration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration is the life it promises, whatever the time of day.
class DemoMakerTest {

    /// A Sunday afternoon in Shanghai.
    private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

    @TempDir
    private static Path folder;

    private static Workspace played;

    @BeforeAll
    static void play() {
        played = new DemoMaker(() -> NOW).play(folder);
    }

    @AfterAll
    static void close() {
        played.close();
    }

    private static <R extends Record> List<R> all(Kind<R> kind) {
        return all(played, kind);
    }

    private static <R extends Record> List<R> all(Workspace workspace, Kind<R> kind) {
        return workspace.database().read(handle -> Rows.all(handle, kind));
    }

    private static Actor person(String agentNo) {
        return played.people().find(agentNo).map(Person::asActor).orElseThrow();
    }

    @Test
    void everyRowIsWhatItsHistorySaysAndNoRuleIsBroken() {
        assertThat(new StoreCheck(played).run().findings()).isEmpty();
    }

    @Test
    void nothingHappensAfterNow() {
        assertThat(newestEntry(played)).isBeforeOrEqualTo(NOW);
    }

    private static Instant newestEntry(Workspace workspace) {
        return Instant.ofEpochMilli(workspace.database().read(handle ->
                handle.createQuery("select max(at) from journal").mapTo(Long.class).one()));
    }

    @Test
    void journalNumbersGrowWithTime() {
        var times = played.database().read(handle ->
                handle.createQuery("select at from journal order by seq").mapTo(Long.class).list());

        assertThat(times).isSorted();
    }

    @Test
    void casesStandAtEveryStep() {
        var open = all(Case.KIND).stream()
                .filter(subject -> subject.isOpen() && subject.kind() == CaseKind.COMPLAINT)
                .collect(Collectors.groupingBy(Case::step, Collectors.counting()));

        assertThat(open.keySet()).containsExactlyInAnyOrder("soothe", "record", "classify", "resolve", "follow_up");
        assertThat(all(Case.KIND).stream().filter(subject -> subject.state() == CaseState.CLOSED).count())
                .isGreaterThan(40);
        assertThat(all(Case.KIND)).anyMatch(subject -> subject.reopened() == 1 && subject.isOpen());
    }

    @Test
    void somePromisesAreKeptSomeAreDueSomeAreLate() {
        var promises = all(Promise.KIND);

        assertThat(promises).anyMatch(promise -> promise.state() == PromiseState.KEPT);
        assertThat(promises).anyMatch(promise -> promise.state() == PromiseState.GIVEN_UP);
        assertThat(promises.stream().filter(promise -> promise.isOpen() && promise.dueAt().isBefore(NOW)).count())
                .isBetween(1L, 6L);
        assertThat(promises).anyMatch(promise ->
                promise.isOpen() && Duration.between(NOW, promise.dueAt()).toMinutes() < 30);
        assertThat(played.promises().open(person("8021").id())).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void approvalsAreGrantedRefusedAndWaiting() {
        var states = all(Approval.KIND).stream()
                .collect(Collectors.groupingBy(Approval::state, Collectors.counting()));

        assertThat(states)
                .containsEntry(ApprovalState.APPROVED, 1L)
                .containsEntry(ApprovalState.REFUSED, 1L)
                .containsEntry(ApprovalState.ASKED, 3L);
    }

    @Test
    void casesWaitForSomebodyToTakeThemOver() {
        assertThat(played.transfers().offeredTo(person("8051"))).hasSize(2);
        assertThat(played.transfers().offeredTo(person("8101"))).hasSize(1);
        assertThat(played.transfers().offeredTo(person("8102"))).hasSize(1);
    }

    @Test
    void twoContactsWaitToBeContinued() {
        var drafts = played.drafts().unfinished(person("8021").id());

        assertThat(drafts).hasSize(2);
        assertThat(drafts.getFirst().step()).isEqualTo("record");
        assertThat(drafts.getFirst().fields())
                .containsKeys("account.happened_at", "account.place", "account.event")
                .doesNotContainKeys("account.people", "account.expectation");
        assertThat(drafts.getLast().flow()).isEqualTo("INQUIRY");
        assertThat(drafts.getLast().step()).isEqualTo("answer");
        assertThat(drafts.getLast().customerId()).isNull();
    }

    @Test
    void everybodyIsSomewhereNow() {
        var now = played.presences().currentByPerson();

        assertThat(now.get(person("8021").id()).state()).isEqualTo(PresenceState.READY);
        assertThat(now.get(person("8013").id()).state()).isEqualTo(PresenceState.BUSY);
        assertThat(now.values()).allMatch(presence -> presence.fromAt().isBefore(NOW));
    }

    @Test
    void oneContactOfAnAgentEndsBeforeTheNextBegins() {
        assertOneAfterTheOther(played);
    }

    private static void assertOneAfterTheOther(Workspace workspace) {
        all(workspace, Contact.KIND).stream().collect(Collectors.groupingBy(Contact::person)).values().forEach(contacts -> {
            var sorted = contacts.stream().sorted(Comparator.comparing(Contact::receivedAt)).toList();
            for (var i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i).receivedAt()).isAfter(sorted.get(i - 1).wrappedUpAt());
            }
        });
    }

    @Test
    void whatIsNewInTheKnowledgeBaseIsUnread() {
        var news = played.articles().newest(person("8021").id(), "zh-CN", 20);

        assertThat(news.stream().filter(article -> article.unread()).count()).isEqualTo(6);
    }

    @Test
    void theStoreSaysThatItIsADemonstrationAndLetsItsPeopleIn() {
        var demonstration = played.workplace().all(Demonstration.TOPIC).getFirst();

        assertThat(played.people().signIn("8021", demonstration.password()).name()).isEqualTo("林晓棠");
    }

    @Test
    void rightAfterMidnightTheContactsOfTodayLieJustBeforeNow() {
        var midnight = Instant.parse("2027-03-08T16:04:00Z");
        try (var early = new DemoMaker(() -> midnight).play(folder)) {
            assertThat(newestEntry(early)).isBeforeOrEqualTo(midnight);
            assertThat(new StoreCheck(early).run().findings()).isEmpty();
            assertOneAfterTheOther(early);
        }
    }

    @Test
    void aMadeStoreOpensAsItWasPlayedAndGoesOn(@TempDir Path home) {
        var clock = new ManualClock(NOW.toString());
        new DemoMaker(clock).make(new StoreFiles(home));

        try (var store = Workspace.open(new StoreFiles(home), clock, Ids.timeOrdered(clock))) {
            assertThat(new StoreCheck(store).run().findings()).isEmpty();
            for (var kind : Kinds.ALL) {
                assertThat(all(store, kind)).as(kind.name()).hasSameSizeAs(all(kind));
            }
            store.cases().note(person("8021"), all(store, Case.KIND).getFirst().id(), "还在");
            assertThat(new StoreCheck(store).run().findings()).isEmpty();
        }
        try (var again = Workspace.open(new StoreFiles(home), clock, Ids.timeOrdered(clock))) {
            assertThat(again.people().all()).hasSize(15);
        }
        assertThatThrownBy(() -> new DemoMaker(clock).make(new StoreFiles(home)))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void aStoreThatWasUsedInEarnestIsLeftAlone(@TempDir Path home) {
        var clock = new ManualClock(NOW.toString());
        try (var real = Workspace.open(new StoreFiles(home), clock, Ids.timeOrdered(clock))) {
            Workspace.bundledPack(clock, Ids.timeOrdered(clock)).accept(real.database());
        }

        assertThatThrownBy(() -> new DemoMaker(clock).make(new StoreFiles(home)))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("demo.problem.not_empty");
    }
}
