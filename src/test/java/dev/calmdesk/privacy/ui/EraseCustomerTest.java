package dev.calmdesk.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Personal;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Views;
import dev.calmdesk.privacy.Erasures;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import dev.calmdesk.sync.Replica;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCustomerTest extends FxTest {

    @TempDir
    private Path evidence;

    private final Office office = new Office();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<String> left = new ArrayList<>();
    private EraseCustomerViewModel model;

    @BeforeEach
    void showCustomer() {
        var replica = new Replica(office.database, Kinds.ALL, Kinds.OF_THE_COMPANY);
        var erasures = new Erasures(office.database, replica, Personal.FIELDS, evidence, office.clock, office.ids);
        model = call(() -> new EraseCustomerViewModel(
                erasures, office.lead, Background.direct(), dialogs, new EraseCustomerViewModel.Leaving() {
                    @Override
                    public void forget() {
                        left.add("forgotten");
                    }

                    @Override
                    public void detach() {
                        left.add("detached");
                    }
                }));
        show(call(() -> new Views(texts)
                .load(
                        EraseCustomerController.class,
                        Map.of(EraseCustomerController.class, () -> new EraseCustomerController(model, texts, dialogs)))
                .root()));
        onFx(() -> model.follow(office.zhou.id()));
    }

    @AfterEach
    void close() {
        onFx(model::close);
        office.close();
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(stage.getScene().lookup(id));
    }

    @Test
    void aLeadSeesWhatGoesGivesAReasonAndErases() {
        onFx(() -> find("#begin", Button.class).fire());
        assertThat(find("#goes", Label.class).getText()).contains("0 个工单");
        assertThat(find("#erase", Button.class).isDisabled()).as("without a reason").isTrue();
        onFx(() -> find("#reason", TextField.class).setText("客户来信要求"));
        onFx(() -> find("#erase", Button.class).fire());

        assertThat(left).containsExactly("forgotten", "detached");
        assertThat(dialogs.said()).containsExactly("privacy.erase.question", "privacy.erase.done");
        assertThat(office.customers.get(office.zhou.id()).name()).isEqualTo("—");
    }

    @Test
    void anOpenCaseHasToBeClosedFirst() {
        office.complaint(office.lin, office.zhou.id());
        onFx(() -> find("#begin", Button.class).fire());
        onFx(() -> find("#reason", TextField.class).setText("客户来信要求"));

        assertThat(find("#blocked", Label.class).isVisible()).isTrue();
        assertThat(find("#erase", Button.class).isDisabled()).isTrue();
        onFx(() -> find("#cancel", Button.class).fire());
        assertThat(find("#begin", Button.class).isVisible()).isTrue();
        assertThat(office.customers.get(office.zhou.id()).name()).isEqualTo(office.zhou.name());
    }
}
