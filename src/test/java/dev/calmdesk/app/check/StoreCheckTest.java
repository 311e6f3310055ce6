package dev.calmdesk.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.DemoMaker;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.sync.FillingIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test plants one fault in a sound store, where the services would never have let it happen, and expects it to be
/// found. The faults stay and do not hide each other.
class StoreCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

    @TempDir
    private static Path folder;

    private static Workspace store;

    @BeforeAll
    static void play() {
        store = new DemoMaker(() -> NOW).play(folder);
        assertThat(new StoreCheck(store).run().isSound()).isTrue();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static <R extends Record> R some(Kind<R> kind, Predicate<R> wanted) {
        return store.database().read(handle -> Rows.all(handle, kind)).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Actor person(String agentNo) {
        return store.people().find(agentNo).map(Person::asActor).orElseThrow();
    }

    /// Writes row and journal entry together, past every service.
    private static void plant(Consumer<Tx> fault) {
        store.database().writeDo(fault);
    }

    private static void assertFound(String rule, Object subjectOrDetail) {
        var findings = new StoreCheck(store).run().findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(List.of(finding.subject(), finding.detail())).contains(subjectOrDetail.toString());
        });
        var texts = new Texts(Locale.ENGLISH);
        findings.forEach(finding -> assertThat(texts.get("check." + finding.rule(), finding.subject(), finding.detail()))
                .contains(finding.subject()));
    }

    @Test
    void aRowChangedBehindTheJournalsBack() {
        var subject = some(Case.KIND, found -> found.title().contains("积分"));
        plant(tx -> tx.handle().execute("update case_file set title = 'x' where id = ?", subject.id()));

        assertFound("journal.differs", subject.id());
    }

    @Test
    void aRowThatNobodyMade() {
        var id = UUID.randomUUID();
        plant(tx -> tx.handle().execute(
                "insert into note (id, case_id, author, text, at) values (?, ?, ?, 'x', 0)",
                id, some(Case.KIND, Case::isOpen).id(), id));

        assertFound("journal.no_entry", id);
    }

    @Test
    void aRowThatVanished() {
        var promise = some(Promise.KIND, found -> !found.isOpen());
        plant(tx -> tx.handle().execute("delete from promise where id = ?", promise.id()));

        assertFound("journal.no_row", promise.id());
    }

    @Test
    void aRecordWithoutItsBeginningIsAwaitedOnlyWhileThePastComesIn() {
        var contact = some(Contact.KIND, found -> true);
        plant(tx -> tx.handle().execute("delete from contact where id = ?", contact.id()));
        plant(tx -> tx.handle().execute("insert into backfill (scope, done, until) values ('team-T1', 40, 100)"));

        var late = new StoreCheck(store).run();
        plant(tx -> tx.handle().execute("delete from backfill"));

        assertThat(late.fillingIn()).contains(new FillingIn(40, 100));
        assertThat(late.awaited()).isPositive();
        assertThat(late.findings()).extracting(Finding::rule).doesNotContain("journal.no_row");
        assertFound("journal.no_row", contact.id());
    }

    @Test
    void aComplaintClosedPastItsGates() {
        var subject = some(Case.KIND, found -> found.isOpen() && found.step().equals("classify"));
        plant(tx -> tx.write(Case.KIND, subject.id())
                .set("state", "CLOSED")
                .set("closed_at", NOW)
                .as("closed", subject.owner()));

        assertFound("case.gate", subject.number());
        assertFound("case.gate", "investigation.confirmed");
    }

    @Test
    void anInquiryClosedPastItsGates() {
        var subject = some(Case.KIND, found -> found.isOpen() && found.step().equals("answer"));
        plant(tx -> tx.write(Case.KIND, subject.id())
                .set("state", "CLOSED")
                .set("closed_at", NOW)
                .as("closed", subject.owner()));

        assertFound("case.gate", subject.number());
    }

    @Test
    void anOpenCaseOfSomebodyWhoLeft() {
        var subject = some(Case.KIND, found -> found.isOpen() && found.owner().equals(person("8034").id()));
        plant(tx -> tx.write(Person.KIND, person("8034").id()).set("active", false).as("deactivated", person("8111").id()));

        assertFound("case.owner", subject.number());
    }

    @Test
    void aPromiseOfNobodyAndOneWithSomebodyElse() {
        var promise = some(Promise.KIND, found -> found.isOpen() && found.owner().equals(person("8053").id()));
        plant(tx -> tx.write(Promise.KIND, promise.id()).set("owner", UUID.randomUUID()).as("handed_over", promise.owner()));
        var other = some(Promise.KIND, found -> found.isOpen() && found.owner().equals(person("8051").id()));
        plant(tx -> tx.write(Promise.KIND, other.id()).set("owner", person("8036").id()).as("handed_over", other.owner()));

        assertFound("promise.owner", promise.id());
        assertFound("promise.elsewhere", other.id());
    }

    @Test
    void aCaseOfferedTwiceAndOneTakenByTheWrongPerson() {
        var waiting = some(Transfer.KIND, found -> found.answeredAt() == null);
        plant(tx -> tx.write(Transfer.KIND, UUID.randomUUID())
                .set("case_id", waiting.caseId())
                .set("from_person", waiting.fromPerson())
                .set("to_team", "T2")
                .set("reason", "complex")
                .set("note", "x")
                .set("state", "ASKED")
                .set("asked_at", NOW)
                .as("asked", waiting.fromPerson()));
        var taken = some(Transfer.KIND, found -> found.answeredAt() != null);
        plant(tx -> tx.write(Transfer.KIND, taken.id())
                .set("answered_by", person("8105").id())
                .as("accepted", person("8105").id()));

        assertFound("transfer.twice", some(Case.KIND, found -> found.id().equals(waiting.caseId())).number());
        assertFound("transfer.answer", taken.id());
    }

    @Test
    void aRemedyCarriedOutWithoutAllowance() {
        var remedy = some(Remedy.KIND, found -> found.state() == RemedyState.WAITING);
        plant(tx -> tx.write(Remedy.KIND, remedy.id())
                .set("state", RemedyState.DONE)
                .set("done_at", NOW)
                .as("carried_out", person("8021").id()));

        assertFound("remedy.not_allowed", remedy.id());
        assertFound("remedy.request", remedy.id());
    }

    @Test
    void aRemedyAboveTheAuthorityOfWhoeverAllowedIt() {
        var id = UUID.randomUUID();
        plant(tx -> tx.write(Remedy.KIND, id)
                .set("case_id", some(Case.KIND, found -> found.isOpen() && found.step().equals("resolve")).id())
                .set("type", "REFUND")
                .set("amount_minor", 99_900L)
                .set("currency", "CNY")
                .set("terms", "x")
                .set("state", RemedyState.ALLOWED)
                .set("proposed_at", NOW)
                .as("proposed", person("8021").id()));

        assertFound("remedy.authority", id);
    }

    @Test
    void whoLosesARoleLaterDidNothingWrong() {
        var lead = person("8101").id();
        plant(tx -> tx.write(Person.KIND, lead).set("roles", List.of("TRAINER")).as("changed", person("8111").id()));

        assertThat(new StoreCheck(store).run().findings().stream()
                        .filter(finding -> finding.rule().equals("remedy.authority"))
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void evidenceThatIsGoneOrWasChanged() throws IOException {
        var subject = some(Case.KIND, found -> found.isOpen() && found.step().equals("resolve"));
        var gone = store.evidenceFiles().add(person("8021"), subject.id(), Files.writeString(folder.resolve("a.txt"), "a"));
        var changed = store.evidenceFiles().add(person("8021"), subject.id(), Files.writeString(folder.resolve("b.txt"), "b"));
        var hashOfGone = some(dev.calmdesk.complaint.Evidence.KIND, found -> found.id().equals(gone)).sha256();
        var hashOfChanged = some(dev.calmdesk.complaint.Evidence.KIND, found -> found.id().equals(changed)).sha256();
        Files.delete(store.evidenceFiles().folder().path(hashOfGone));
        Files.writeString(store.evidenceFiles().folder().path(hashOfChanged), "c");

        assertFound("evidence.missing", hashOfGone);
        assertFound("evidence.changed", hashOfChanged);
    }

    @Test
    void evidenceThatTheHubBringsIsNoFault() throws IOException {
        var subject = some(Case.KIND, found -> found.isOpen() && found.step().equals("resolve"));
        var id = store.evidenceFiles().add(person("8021"), subject.id(), Files.writeString(folder.resolve("d.txt"), "d"));
        var hash = some(dev.calmdesk.complaint.Evidence.KIND, found -> found.id().equals(id)).sha256();
        var before = findings("evidence.missing");
        Files.delete(store.evidenceFiles().folder().path(hash));
        assertThat(findings("evidence.missing")).isEqualTo(before + 1);

        var epoch = java.util.UUID.randomUUID();
        store.replica().enrol(
                new dev.calmdesk.sync.Link(
                        epoch, epoch, "https://hub.example.com", "token", "team-T1", store.clock().instant(), 0),
                "A01");
        assertThat(findings("evidence.missing")).as("only this desk ever had it").isEqualTo(before + 1);
        store.files().lieOnHub(java.util.List.of(hash), epoch);
        assertThat(findings("evidence.missing")).isEqualTo(before);
    }

    private long findings(String rule) {
        return new StoreCheck(store).run().findings().stream().filter(finding -> finding.rule().equals(rule)).count();
    }
}
