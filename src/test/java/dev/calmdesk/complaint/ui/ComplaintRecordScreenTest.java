package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.ui.CaseController;
import dev.calmdesk.cases.ui.CaseFormsController;
import dev.calmdesk.cases.ui.CaseHistoryController;
import dev.calmdesk.cases.ui.CasePanel;
import dev.calmdesk.cases.ui.CasePromisesController;
import dev.calmdesk.cases.ui.CaseServices;
import dev.calmdesk.cases.ui.CaseViewModel;
import dev.calmdesk.cases.ui.CaseWays;
import dev.calmdesk.cases.ui.CaseWords;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ChosenFiles;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a complaint as the program puts it together.
class ComplaintRecordScreenTest extends FxTest {

    private final Office office = new Office();
    private final List<String> went = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    private Views.Loaded<ComplaintRecordController> record(UUID caseId, Actor actor, Texts inLanguage) {
        var services = new ComplaintRecordServices(
                office.complaints, office.remedies, office.tasks, office.evidence(folder), office.people,
                office.workplace);
        var model = new ComplaintRecordViewModel(
                caseId, services, office.chronicle(inLanguage), actor, tools());
        model.follow(office.database.changes());
        return new Views(inLanguage)
                .load(ComplaintRecordController.class, Map.of(
                        ComplaintRecordController.class,
                        () -> new ComplaintRecordController(model, inLanguage, () -> went.add("go on"))));
    }

    private static ComplaintRecordTools tools() {
        return new ComplaintRecordTools(Background.direct(), new ScriptedDialogs(), ChosenFiles.of(), file -> {});
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
                            CaseController.class, () -> new CaseController(model, words, ways(actor, inLanguage), went::add),
                            CaseFormsController.class, () -> new CaseFormsController(model, words),
                            CasePromisesController.class, () -> new CasePromisesController(model, words),
                            CaseHistoryController.class, () -> new CaseHistoryController(model, words)))
                    .root();
        });
    }

    private CaseWays ways(Actor actor, Texts inLanguage) {
        return new CaseWays() {
            @Override
            public void goOn(Case subject) {
                went.add("go on " + subject.number());
            }

            @Override
            public void callBack(Case subject) {}

            @Override
            public CasePanel panel(Case subject) {
                var record = record(subject.id(), actor, inLanguage);
                return new CasePanel(record.root(), Optional.of(record.controller().attention()), () -> {});
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
    void itLooksRightInBothTonesAndLanguages() throws Exception {
        var subject = office.story();
        office.evidence(folder).add(office.lin, subject.id(), Files.writeString(folder.resolve("瓶身照片.jpg"), "jpg"));
        office.pass(14);

        var light = picture(
                page(Theme.Tone.LIGHT, subject.id(), office.lead, Locale.SIMPLIFIED_CHINESE), 1364, 820, "complaint-record-light");
        var dark = picture(
                page(Theme.Tone.DARK, subject.id(), office.lead, Locale.SIMPLIFIED_CHINESE), 1844, 1000, "complaint-record-dark");
        var english = picture(
                page(Theme.Tone.LIGHT, subject.id(), office.lin, Locale.ENGLISH), 1204, 640, "complaint-record-en");
        var whole = picture(
                call(() -> record(subject.id(), office.lin, texts).root()), 900, 1500, "complaint-record-whole");
        var closed = picture(
                call(() -> record(office.closedComplaint().id(), office.lead, new Texts(Locale.ENGLISH)).root()), 800, 1300,
                "complaint-record-closed-en");

        assertThat(List.of(light, dark, english, whole, closed)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void yApprovesWhatWaitsUnlessSomebodyTypes() {
        var subject = office.story();
        var page = page(subject.id(), office.lead, Locale.SIMPLIFIED_CHINESE);
        show(page);

        press(page.lookup("#newNote"), KeyCode.Y);
        assertThat(office.remedies.waiting()).hasSize(1);
        press(page.lookup("#goOn"), KeyCode.Y);

        assertThat(office.remedies.waiting()).isEmpty();
    }

    @Test
    void anAgentCannotApproveByKey() {
        var subject = office.story();
        var page = page(subject.id(), office.lin, Locale.SIMPLIFIED_CHINESE);
        show(page);

        press(page.lookup("#goOn"), KeyCode.Y);

        assertThat(office.remedies.waiting()).hasSize(1);
    }
}
