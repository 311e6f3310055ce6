package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.complaint.ComplaintStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SootheViewModelTest {

    private ComplaintDesk desk;
    private SootheViewModel soothe;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new ComplaintDesk(folder);
        soothe = desk.model.soothe();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void emotionIsAHistory() {
        soothe.note(4);
        desk.pass(3);
        soothe.note(2);

        assertThat(soothe.moods()).extracting(mood -> mood.level() + " " + mood.time()).containsExactly("4 14:21", "2 14:24");
        assertThat(soothe.levelProperty().get()).isEqualTo(2);
        assertThat(desk.office.complaints.view(desk.subject.id()).emotion()).isEqualTo(2);
    }

    @Test
    void linesFollowTheEmotion() {
        soothe.note(2);
        var calm = List.copyOf(soothe.offers());
        soothe.note(5);
        var furious = List.copyOf(soothe.offers());
        soothe.knownProperty().set(Map.of("customer", "周女士", "agentName", "林晓棠"));

        assertThat(calm).isNotEmpty().isNotEqualTo(furious);
        assertThat(soothe.offers()).hasSize(3).allMatch(line -> !line.contains("{") && !line.contains("〔"));
    }

    @Test
    void whatWasSaidCountsAsUnderstanding() {
        soothe.said("我理解您的心情");

        assertThat(desk.typed(SootheViewModel.LINE_SAID)).isEqualTo("我理解您的心情");
        assertThat(desk.typed(SootheViewModel.EMPATHY)).isEqualTo("true");
    }

    @Test
    void theStepStaysUntilItsGateHolds() {
        desk.model.finish();

        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.SOOTHE);
        assertThat(desk.model.missing()).extracting(Point::field)
                .containsExactly("emotion.noted", "soothing.empathy_shown", "soothing.apology_given");

        soothe.note(3);
        assertThat(desk.model.missing()).extracting(Point::field)
                .containsExactly("soothing.empathy_shown", "soothing.apology_given");

        soothe.calm();
        assertThat(desk.model.missing()).isEmpty();
        desk.model.finish();

        assertThat(desk.model.stepProperty().get()).isEqualTo(ComplaintStep.RECORD);
        assertThat(desk.office.drafts.find(desk.draft.id()).orElseThrow().step()).isEqualTo("record");
    }
}
