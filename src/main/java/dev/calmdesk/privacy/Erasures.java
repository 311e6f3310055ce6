package dev.calmdesk.privacy;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.wire.Erased;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases customers: names, numbers and every free text go from rows, journal, drafts and files; codes, figures and times
/// stay, so that statistics and the audit trail hold. It travels as an entry, and every desk and the hub do the same.
public final class Erasures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private static final Role[] LEADING = {Role.LEAD, Role.MANAGER};

    private final Database database;
    private final Replica replica;
    private final Map<String, Set<String>> personal;
    private final Path evidence;
    private final InstantSource clock;
    private final Ids ids;
    private Runnable purge = () -> {};
    private final Changes.Subscription subscription;

    /// @param personal the fields that go, by kind
    /// @param evidence where contents of evidence lie
    public Erasures(
            Database database,
            Replica replica,
            Map<String, Set<String>> personal,
            Path evidence,
            InstantSource clock,
            Ids ids) {
        this.database = database;
        this.replica = replica;
        this.personal = personal;
        this.evidence = evidence;
        this.clock = clock;
        this.ids = ids;
        this.subscription = database.changes().on(Set.of(Erasure.KIND.name()), this::cleanUp);
    }

    /// Says how to leave nothing in what is derived from the store, such as search indexes, of what is no longer in it.
    public void purging(Runnable derived) {
        purge = derived;
    }

    /// What would go.
    ///
    /// @param openCases cases that have to be closed first
    public record Preview(int numbers, int purchases, int cases, int contacts, int evidence, int drafts, int openCases) {}

    public static boolean may(Actor by) {
        return by.isAny(LEADING);
    }

    public Preview preview(UUID customer) {
        return database.read(handle -> new Preview(
                count(handle, "customer_number where customer_id = :c", customer),
                count(handle, "purchase where customer_id = :c", customer),
                count(handle, "case_file where customer_id = :c", customer),
                count(handle, "contact where customer_id = :c", customer),
                count(handle, "evidence where case_id in (select id from case_file where customer_id = :c)", customer),
                count(handle, """
                        draft where customer_id = :c
                            or case_id in (select id from case_file where customer_id = :c)""", customer),
                openCases(handle, customer)));
    }

    private static int openCases(Handle handle, UUID customer) {
        return count(handle, "case_file where customer_id = :c and state = 'OPEN'", customer);
    }

    private static int count(Handle handle, String from, UUID customer) {
        return handle.createQuery("select count(*) from " + from).bind("c", customer).mapTo(Integer.class).one();
    }

    /// Erases a customer here at once, on the hub and on other desks at their next contact. Cannot be taken back.
    ///
    /// @throws Problem.NotAllowed if the person does not lead
    /// @throws Problem.Refused without a reason, or while a case of the customer is open
    public void erase(Actor by, UUID customer, String reason) {
        by.require(LEADING);
        if (reason.isBlank()) {
            throw Problem.refused("privacy.problem.reason_missing");
        }
        database.writeDo(tx -> {
            var open = openCases(tx.handle(), customer);
            if (open > 0) {
                throw Problem.refused("privacy.problem.open_cases", open);
            }
            var erased = new Erased(customer, records(tx.handle(), customer), personal);
            tx.write(Erasure.KIND, ids.next())
                    .set("customer_id", customer)
                    .set("reason", reason.strip())
                    .set("records", erased.records().stream().map(UUID::toString).toList())
                    .set("personal", Json.write(erased.personal()))
                    .set("erased_at", clock.instant())
                    .as(Erased.ACT, by.id());
            replica.erase(tx, erased);
        });
    }

    /// The customer, the cases, the contacts and promises (clocks run on them), and reports on articles that were made
    /// in the cases.
    private static Set<UUID> records(Handle handle, UUID customer) {
        return handle.createQuery("""
                        with own as (select id from case_file where customer_id = :c)
                        select id from own
                        union select id from contact where customer_id = :c or case_id in (select id from own)
                        union select id from promise where case_id in (select id from own)
                        union select id from article_report where case_id in (select id from own)
                        union select cast(:c as uuid)""")
                .bind("c", customer)
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /// Does what remains to be done on this desk after an erasure: drafts and contents go, and it is reported once the
    /// file was written anew. To be called when the store was opened; repeated without harm.
    public void cleanUp() {
        if (isAnythingErased()) {
            database.writeDo(this::deleteLocalRows);
            deleteContents();
            var unreported = unreported();
            if (!unreported.isEmpty()) {
                purge.run();
                reportDone(unreported);
            }
        }
    }

    private boolean isAnythingErased() {
        return database.read(handle -> handle.createQuery("select 1 from erased limit 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private void deleteLocalRows(Tx tx) {
        var drafts = tx.handle().execute("""
                delete from draft
                where customer_id in (select id from erased) or case_id in (select id from erased)""");
        var unsent = tx.handle().execute("delete from unsent where case_id in (select id from erased)");
        if (drafts + unsent > 0) {
            tx.touched("draft");
            tx.compactWhenClosed();
        }
    }

    private void deleteContents() {
        var unnamed = database.read(handle -> handle.createQuery("""
                        select sha256 from erased_content content
                        where not exists (select 1 from evidence where sha256 = content.sha256)
                        and not exists (select 1 from article_picture where sha256 = content.sha256)""")
                .mapTo(String.class)
                .list());
        for (var hash : unnamed) {
            try {
                if (ContentFolder.isName(hash)) { // another desk may have written anything
                    new ContentFolder(evidence).delete(hash);
                }
                database.writeDo(tx -> tx.handle().execute("delete from erased_content where sha256 = ?", hash));
            } catch (IOException e) {
                LOG.warn("An erased content stays until the next start", e);
            }
        }
    }

    private List<UUID> unreported() {
        return database.read(handle -> handle.createQuery("""
                        select id from erasure
                        where not exists (
                            select 1 from erasure_done done where done.erasure_id = erasure.id and done.desk = :desk)""")
                .bind("desk", database.desk().id())
                .mapTo(UUID.class)
                .list());
    }

    private void reportDone(List<UUID> unreported) {
        if (database.files().filter(StoreFiles::isCompactionDue).isEmpty()) {
            var desk = database.desk().id();
            database.writeDo(tx -> unreported.forEach(erasure -> tx.write(ErasureDone.KIND, idOf(erasure, desk))
                    .set("erasure_id", erasure)
                    .set("desk", desk)
                    .set("at", clock.instant())
                    .as("done", Actor.DESK.id())));
        }
    }

    private static UUID idOf(UUID erasure, UUID desk) {
        return UUID.nameUUIDFromBytes((erasure + "/" + desk).getBytes(StandardCharsets.UTF_8));
    }

    /// The desks on which an erasure is done.
    public List<UUID> doneOn(UUID erasure) {
        return database.read(handle -> handle.createQuery("select desk from erasure_done where erasure_id = :id order by at")
                .bind("id", erasure)
                .mapTo(UUID.class)
                .list());
    }

    /// What was erased, newest first.
    public List<Erasure> all() {
        return database.read(handle -> Rows.all(handle, Erasure.KIND)).stream()
                .sorted(Comparator.comparing(Erasure::erasedAt).reversed())
                .toList();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
