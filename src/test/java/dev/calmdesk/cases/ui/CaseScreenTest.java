package dev.calmdesk.cases.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseScreenTest extends FxTest {

    private final Office office = new Office();
    private final List<String> went = new ArrayList<>();

    @AfterEach
    void close() {
        office.close();
    }

    private Parent page(UUID caseId, Actor actor, Locale language) {
        var inLanguage = new Texts(language);
        var words = new CaseWords(
                inLanguage, office.workplace, office.parties(inLanguage), office.when(inLanguage));
        var services = new CaseServices(office.cases, office.promises, office.transfers, office.clocks, office.unsent, office.people);
        return call(() -> {
            var model = new CaseViewModel(
                    caseId, services, words, office.chronicle(inLanguage), actor, Background.direct());
            model.follow(office.database.changes());
            return new Views(inLanguage)
                    .load(CaseController.class, Map.of(
                            CaseController.class, () -> new CaseController(model, words, ways(), went::add),
                            CaseFormsController.class, () -> new CaseFormsController(model, words),
                            CasePromisesController.class, () -> new CasePromisesController(model, words),
                            CaseHistoryController.class, () -> new CaseHistoryController(model, words)))
                    .root();
        });
    }

    private CaseWays ways() {
        return new CaseWays() {
            @Override
            public void goOn(Case subject) {
                went.add("go on " + subject.number());
            }

            @Override
            public void callBack(Case subject) {}

            @Override
            public CasePanel panel(Case subject) {
                var record = new Label(subject.number());
                record.setId("record");
                return new CasePanel(record, Optional.empty(), () -> {});
            }
        };
    }

    private Parent page(Theme.Tone tone, UUID caseId, Actor actor, Locale language) {
        call(() -> {
            theme.use(tone);
            return true;
        });
        return page(caseId, actor, language);
    }

    @Test
    void itLooksRightInBothTonesAndLanguages() {
        var subject = office.story();
        office.pass(14);

        var light = picture(
                page(Theme.Tone.LIGHT, subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE), 1364, 820, "case-light");
        var dark = picture(page(Theme.Tone.DARK, subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE), 1364, 820, "case-dark");
        var english = picture(page(Theme.Tone.LIGHT, subject.id(), office.meng, Locale.ENGLISH), 1204, 640, "case-en");

        assertThat(List.of(light, dark, english)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void aNoteIsAddedByControlEnterButNotByTheEnterOfAComposition() {
        var subject = office.complaint(office.lin);
        var page = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(page);
        var note = (TextArea) page.lookup("#newNote");
        onFx(() -> {
            note.requestFocus();
            note.setText("客户下午在家");
        });

        onFx(() -> note.fireEvent(new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                FXCollections.observableArrayList(new InputMethodTextRun("zai", null)), "", 3)));
        press(note, KeyCode.ENTER, Modifier.CTRL);
        assertThat(office.cases.notes(subject.id())).isEmpty();

        onFx(() -> note.fireEvent(new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, FXCollections.observableArrayList(), "", 0)));
        press(note, KeyCode.ENTER);
        assertThat(office.cases.notes(subject.id())).isEmpty();
        press(note, KeyCode.ENTER, Modifier.CTRL);

        assertThat(office.cases.notes(subject.id())).hasSize(1);
        assertThat(note.getText()).isEmpty();
    }

    @Test
    void goingOnWorksByKeyAndSaysWhyNotWhenItMayNot() {
        var subject = office.complaint(office.lin);
        var mine = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(mine);
        press(mine, KeyCode.F5);
        assertThat(went).containsExactly("go on " + subject.number());

        var watching = page(subject.id(), office.quality, Locale.SIMPLIFIED_CHINESE);
        show(watching);
        press(watching, KeyCode.F5);
        assertThat(went).hasSize(1);
        assertThat(((ActButton) watching.lookup("#goOn")).getReason()).isEqualTo("方怡没有权限做这一步");
        assertThat(watching.lookup("#goOn").getAccessibleHelp()).isEqualTo("方怡没有权限做这一步");
    }

    @Test
    void theHistoryCanBeNarrowedAndUnfoldedByKey() {
        var subject = office.story();
        var page = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(page);
        var lines = ((VBox) page.lookup("#happenings")).getChildren();
        assertThat(lines).hasSize(10);

        onFx(() -> lines.get(3).requestFocus());
        press(lines.get(3), KeyCode.DOWN);
        press(lines.get(4), KeyCode.ENTER);
        snapshot("case-unfolded");

        assertThat(page.lookupAll(".timeline .detail").stream().map(node -> ((Label) node).getText()))
                .anyMatch(text -> text.contains("客户不详：生产批号"));
    }

    @Test
    void formsOpenInThePageAndEscapeClosesThem() {
        var subject = office.complaint(office.lin);
        var page = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(page);
        onFx(() -> ((ActButton) page.lookup("#offer")).fire());
        assertThat(page.lookup("#form").isVisible()).isTrue();
        snapshot("case-offer");
        press(page.lookup("#form"), KeyCode.ESCAPE);
        assertThat(page.lookup("#form").isVisible()).isFalse();
    }

    @Test
    void halfANoteWaitsForItsWriterUntilItIsSent() {
        var subject = office.complaint(office.lin);
        var page = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(page);
        onFx(() -> ((TextArea) page.lookup("#newNote")).setText("客户下午在家，"));

        var again = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(again);
        var note = (TextArea) again.lookup("#newNote");
        assertThat(note.getText()).isEqualTo("客户下午在家，");
        press(note, KeyCode.ENTER, Modifier.CTRL);
        assertThat(office.cases.notes(subject.id())).hasSize(1);
        assertThat(office.unsent.read(office.lin, subject.id())).isEmpty();
    }
}
