package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Practice is the same program over another store.
class PracticeTest extends DeskJourney {

    @Test
    void nothingDoneInPracticeReachesTheLiveStore() {
        var before = fingerprint(workspace);
        try (var practice = Practice.open(workspace, Clock.systemUTC())) {
            var agent = practice.people().find("8021").orElseThrow().asActor();
            takeAComplaint(practice, agent);
            assertThat(practice.cases().page(
                            dev.calmdesk.cases.CaseList.of(dev.calmdesk.cases.CaseList.View.MINE), agent, null, 10))
                    .hasSize(1);
        }
        assertThat(fingerprint(workspace)).isEqualTo(before);
    }

    private static void takeAComplaint(Workspace practice, Actor agent) {
        var customer = practice.customers().recognise("13800002207").candidates().getFirst().customer();
        var draft = practice.drafts().begin(agent, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
        practice.drafts().chooseCustomer(draft.id(), customer.id());
        var opened = practice.complaints().open(agent, draft.id());
        practice.drafts().save(draft.id(), Map.of("soothing.remark", "只在演练里"));
        practice.complaints().noteEmotion(agent, opened.id(), 4);
        practice.complaints().finish(agent, opened.id(), ComplaintStep.SOOTHE, Map.of(
                "soothing.empathy_shown", "true", "soothing.apology_given", "true"));
        practice.complaints().leave(agent, draft.id(), Map.of("account.event", "只在演练里"));
    }

    /// Every table of a store with its number of rows and a hash of all its values.
    private static Map<String, String> fingerprint(Workspace live) {
        return live.database().read(handle -> {
            var tables = new TreeMap<String, String>();
            handle.createQuery("""
                            select table_name from information_schema.tables
                            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'""")
                    .mapTo(String.class)
                    .forEach(table -> tables.put(
                            table,
                            String.valueOf(handle.createQuery("select * from \"" + table + "\"").mapToMap().list().stream()
                                    .mapToLong(row -> row.toString().hashCode())
                                    .sum())));
            return tables;
        });
    }

    @Test
    void aPracticeWindowWearsItsFrameAndSaysSo() {
        enter("8021");
        var practice = call(() -> new PracticeWindow(
                Practice.open(workspace, Clock.systemUTC()), person, texts, viewed::add, theme, appearance));
        onFx(practice::show);
        assertThat(call(() -> practice.scene().getRoot().getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("practice"))))
                .isTrue();
        stage = call(() -> (javafx.stage.Stage) practice.scene().getWindow());
        await("the practice home is shown", () -> stage.getScene().getRoot().lookup(".screen") != null);
        snapshot("practice-light");
        onFx(practice::close);
        assertThat(call(practice::isOpen)).isFalse();
    }
}
