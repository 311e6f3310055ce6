package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseState;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Rows;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A whole inquiry by keyboard alone, from the ring of the telephone to the row.
class InquiryJourneyTest extends DeskJourney {

    @Test
    void anInquiryIsTakenAnsweredAndFiledByKeyboard() {
        enter("8021");
        keys(KeyCode.F2);
        shown("#matter");
        robot.write("13800002207");
        await("the caller is recognised", () -> robot.lookup("#found").tryQueryAs(javafx.scene.control.ListView.class).filter(list -> !list.getItems().isEmpty()).isPresent());
        keys(KeyCode.ENTER);
        pictures("contact-opening");
        keys(KeyCode.ALT, KeyCode.DIGIT1);

        tabTo("inquiry.greeted");
        keys(KeyCode.SPACE);
        pictures("inquiry-greet");
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        type("inquiry.question", "燕麦奶里有沉淀还能喝吗");
        tabTo("inquiry.category");
        keys(KeyCode.DOWN);
        pictures("inquiry-listen");
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        type("inquiry.answer", "谷物沉淀摇匀即可，散开就是正常的");
        pictures("inquiry-answer");
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        tabTo("inquiry.understood");
        keys(KeyCode.SPACE);
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        tabTo("inquiry.solved");
        keys(KeyCode.SPACE);
        pictures("inquiry-file");
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        await("the inquiry is filed", () -> newest().isPresent());
        var contact = newest().orElseThrow();
        var subject = workspace.cases().find(contact.caseId()).orElseThrow();
        assertThat(subject.state()).isEqualTo(CaseState.CLOSED);
        assertThat(subject.title()).isEqualTo("燕麦奶里有沉淀还能喝吗");
        assertThat(contact.solvedAtFirst()).isTrue();
        assertThat(workspace.cases().history(subject.id()).stream().map(Entry::act))
                .contains("opened", "recorded", "filed", "closed", "finished");
    }

    private java.util.Optional<Contact> newest() {
        return workspace.database().read(handle -> Rows.list(handle, Contact.KIND, "person", person.id()).stream()
                .filter(contact -> "INQUIRY".equals(contact.flow()))
                .reduce((older, newer) -> newer)
                .filter(contact -> contact.wrappedUpAt().isAfter(java.time.Instant.now().minusSeconds(120))));
    }
}
