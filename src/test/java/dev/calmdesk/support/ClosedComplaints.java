package dev.calmdesk.support;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.suggestion.Example;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Puts closed complaints into a store as if they had come from other desks: only what is left of a case in the end.
public final class ClosedComplaints {

    private final Database database;
    private final UUID person;
    private final Instant closedAt;
    private final AtomicInteger next = new AtomicInteger(1);

    public ClosedComplaints(Database database, UUID person, Instant closedAt) {
        this.database = database;
        this.person = person;
        this.closedAt = closedAt;
    }

    /// Where somebody is unwell it was S1, else S3.
    public void add(List<Example> examples) {
        database.writeDo(tx -> examples.forEach(example -> add(tx, example)));
    }

    private void add(Tx tx, Example example) {
        var severity = example.label().equals("food-safety/discomfort") ? Severity.S1 : Severity.S3;
        tx.write(Case.KIND, example.source())
                .set("number", "C-251001-B01-%04d".formatted(next.getAndIncrement()))
                .set("kind", CaseKind.COMPLAINT)
                .set("state", CaseState.CLOSED)
                .set("step", "follow_up")
                .set("channel", Channel.PHONE)
                .set("owner", person)
                .set("opened_by", person)
                .set("team", "T1")
                .set("title", Case.titleOf(example.text()))
                .set("category", example.label())
                .set("severity", severity)
                .set("opened_at", closedAt)
                .set("closed_at", closedAt)
                .set("reopened", 0)
                .as("closed", person);
        tx.write(Account.KIND, example.source()).set("event", example.text()).as("finished", person);
        tx.write(Assessment.KIND, example.source())
                .set("category", example.label())
                .set("severity", severity)
                .as("finished", person);
    }
}
