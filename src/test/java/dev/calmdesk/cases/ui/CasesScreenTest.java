package dev.calmdesk.cases.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CasesScreenTest extends FxTest {

    private final Office office = new Office();
    private final List<UUID> opened = new ArrayList<>();

    @AfterEach
    void close() {
        office.close();
    }

    private Views.Loaded<CasesController> load(Actor actor, Locale language) {
        var inLanguage = new Texts(language);
        var words = new CaseWords(
                inLanguage, office.workplace, office.parties(inLanguage), office.when(inLanguage));
        return call(() -> {
            var model = new CasesViewModel(office.cases, office.transfers, words, actor, Background.direct());
            return new Views(inLanguage)
                    .load(CasesController.class, Map.of(
                            CasesController.class, () -> new CasesController(model, words, opened::add)));
        });
    }

    private Parent list(Theme.Tone tone, Actor actor, Locale language) {
        call(() -> {
            theme.use(tone);
            return true;
        });
        return load(actor, language).root();
    }

    @Test
    void itLooksRightInBothTonesAndLanguages() {
        office.someCases();

        var light = picture(list(Theme.Tone.LIGHT, office.lead, Locale.SIMPLIFIED_CHINESE), 1364, 820, "cases-light");
        var dark = picture(list(Theme.Tone.DARK, office.lead, Locale.SIMPLIFIED_CHINESE), 1364, 820, "cases-dark");
        var english = picture(list(Theme.Tone.LIGHT, office.lead, Locale.ENGLISH), 1204, 640, "cases-en");
        var taiwan = picture(list(Theme.Tone.LIGHT, office.meng, Locale.TRADITIONAL_CHINESE), 1204, 640, "cases-zh-TW");

        assertThat(List.of(light, dark, english, taiwan)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void enterOpensTheSelectedCaseAndArrowsMove() {
        office.complaint(office.lin);
        office.pass(5);
        var second = office.complaint(office.lin);
        var list = load(office.lin, Locale.SIMPLIFIED_CHINESE);
        show(list.root());
        onFx(list.controller()::focus);
        var table = (TableView<?>) list.root().lookup("#table");

        press(table, KeyCode.DOWN);
        press(table, KeyCode.ENTER);

        assertThat(opened).containsExactly(second.id());
    }

    @Test
    void theSelectedLineStaysSelectedWhenAnotherComesBeforeIt() {
        var first = office.complaint(office.lin);
        var list = load(office.lin, Locale.SIMPLIFIED_CHINESE);
        show(list.root());
        var table = (TableView<?>) list.root().lookup("#table");
        onFx(() -> {
            var pressing = office.complaint(office.lin);
            office.promises.make(office.lin, pressing.id(), "马上回电", office.in(3));
        });

        assertThat(((CaseItem) table.getSelectionModel().getSelectedItem()).row().id()).isEqualTo(first.id());
    }

    @Test
    void anAdministratorIsToldWhyNothingIsShown() {
        var empty = picture(list(Theme.Tone.LIGHT, office.admin, Locale.SIMPLIFIED_CHINESE), 1204, 640, "cases-admin");

        assertThat(empty).isNotEmptyFile();
    }
}
