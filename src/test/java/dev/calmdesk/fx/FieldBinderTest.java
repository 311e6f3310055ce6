package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.control.MultiChoice;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.support.FxTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class FieldBinderTest extends FxTest {

    private static final List<Option> CHANNELS = List.of(new Option("PHONE", "来电"), new Option("CHAT", "在线"));

    private final Map<String, StringProperty> fields = new HashMap<>();
    private final StringProperty notKnown = new SimpleStringProperty("");
    private final FieldBinder binder = new FieldBinder(this::field, name -> CHANNELS, notKnown);

    private StringProperty field(String name) {
        return fields.computeIfAbsent(name, made -> new SimpleStringProperty(""));
    }

    private static <N extends Node> N named(N node, String name) {
        node.setUserData(name);
        return node;
    }

    private Changes.Subscription bind(Node... nodes) {
        return call(() -> binder.bind(new VBox(nodes)));
    }

    @Test
    void textsFollowTheirFieldsAndBack() {
        field("account.event").set("发酸");
        var area = call(() -> named(new TextArea(), "account.event"));
        bind(area);
        assertThat(area.getText()).isEqualTo("发酸");

        onFx(() -> area.setText("有沉淀"));
        assertThat(field("account.event").get()).isEqualTo("有沉淀");
        onFx(() -> field("account.event").set(null));
        assertThat(area.getText()).isEmpty();
    }

    @Test
    void boxesShowLabelsAndKeepCodes() {
        field("channel").set("CHAT");
        var combo = call(() -> named(new ComboBox<Option>(), "channel"));
        var choice = call(() -> named(new ChoiceBox<Option>(), "channel"));
        bind(combo, choice);
        assertThat(combo.getConverter().toString(combo.getValue())).isEqualTo("在线");
        assertThat(choice.getValue()).isEqualTo(CHANNELS.get(1));

        onFx(() -> combo.setValue(CHANNELS.get(0)));
        assertThat(field("channel").get()).isEqualTo("PHONE");
        assertThat(choice.getValue()).isEqualTo(CHANNELS.get(0));
    }

    @Test
    void aCodeThatIsNoLongerOfferedIsShownAndKept() {
        field("channel").set("FAX");
        var combo = call(() -> named(new ComboBox<Option>(), "channel"));
        bind(combo);

        assertThat(combo.getValue()).isEqualTo(new Option("FAX", "FAX"));
        assertThat(field("channel").get()).isEqualTo("FAX");
    }

    @Test
    void flagsDatesScalesAndManyCodes() {
        var flag = call(() -> named(new CheckBox(), "readBack"));
        var date = call(() -> named(new DatePicker(), "due"));
        var scale = call(() -> named(new SegmentedChoice(), "emotion"));
        var many = call(() -> named(new MultiChoice(), "tags"));
        onFx(() -> scale.setNumbers("1..5"));
        field("tags").set("CHAT");
        bind(flag, date, scale, many);

        onFx(() -> {
            flag.setSelected(true);
            date.setValue(LocalDate.of(2025, 11, 22));
            scale.setValue("4");
            many.setValue("PHONE,CHAT");
        });

        assertThat(fields).hasSize(4);
        assertThat(field("readBack").get()).isEqualTo("true");
        assertThat(field("due").get()).isEqualTo("2025-11-22");
        assertThat(field("emotion").get()).isEqualTo("4");
        assertThat(field("tags").get()).isEqualTo("PHONE,CHAT");
        assertThat(many.getText()).isEqualTo("来电 · 在线");

        onFx(() -> flag.setSelected(false));
        assertThat(field("readBack").get()).isEmpty();
        onFx(() -> field("due").set("someday"));
        assertThat(date.getValue()).isNull();
        assertThat(field("due").get()).isEqualTo("someday");
    }

    @Test
    void notKnownIsAListOfFieldsAndLocksTheControl() {
        notKnown.set("account.place");
        var batch = call(() -> named(new TextField(), "account.batch"));
        var unknown = call(() -> named(new ToggleButton(), "account.batch?"));
        var subscription = bind(batch, unknown);
        assertThat(unknown.isSelected()).isFalse();

        onFx(() -> unknown.setSelected(true));
        assertThat(notKnown.get()).isEqualTo("account.place,account.batch");
        assertThat(batch.isDisabled()).isTrue();

        onFx(() -> notKnown.set("account.place"));
        assertThat(unknown.isSelected()).isFalse();
        assertThat(batch.isDisabled()).isFalse();

        onFx(subscription::close);
        onFx(() -> unknown.setSelected(true));
        assertThat(notKnown.get()).isEqualTo("account.place");
    }

    @Test
    void afterClosingNothingFollowsAnyMore() {
        var text = call(() -> named(new TextField(), "account.event"));
        var subscription = bind(text);

        onFx(subscription::close);
        onFx(() -> text.setText("too late"));

        assertThat(field("account.event").get()).isEmpty();
    }

    @Test
    void fieldsAreFoundInPanesThatWereNeverShown() {
        var text = call(() -> named(new TextField(), "account.event"));
        bind(call(() -> new ScrollPane(new TitledPane("more", new VBox(text)))));

        onFx(() -> text.setText("found"));

        assertThat(field("account.event").get()).isEqualTo("found");
    }

    @Test
    void aNameOnSomethingThatCannotBeBoundIsAnError() {
        var label = call(() -> named(new Label(), "account.event"));
        assertThatThrownBy(() -> bind(label)).hasMessageContaining("account.event");
    }

    @Test
    void focusOpensAndScrollsToTheField() {
        var last = call(() -> named(new TextField(), "account.last"));
        var scroll = call(() -> {
            var tall = new Region();
            tall.setMinHeight(2000);
            var pane = new TitledPane("more", new VBox(last));
            pane.setAnimated(false);
            pane.setExpanded(false);
            return new ScrollPane(new VBox(new TextField(), tall, pane));
        });
        show(scroll);

        onFx(() -> assertThat(FieldBinder.focus(scroll, "account.last")).isTrue());

        assertThat(last.isFocused()).isTrue();
        assertThat(scroll.getVvalue()).isGreaterThan(0.9);
        assertThat(call(() -> FieldBinder.focus(scroll, "account.none"))).isFalse();
    }

    @Test
    void marksShowWhatIsWrongAndTakeItBack() {
        var batch = call(() -> named(new TextField(), "account.batch"));
        var message = call(() -> named(new Label(), "account.batch!"));
        var event = call(() -> named(new TextField(), "account.event"));
        Parent root = call(() -> new VBox(batch, message, event));

        onFx(() -> FieldBinder.mark(root, Map.of("account.batch", "必填或“不详”")));
        assertThat(isWrong(batch)).isTrue();
        assertThat(batch.getAccessibleHelp()).isEqualTo("必填或“不详”");
        assertThat(message.getText()).isEqualTo("必填或“不详”");
        assertThat(isWrong(event)).isFalse();

        onFx(() -> FieldBinder.mark(root, Map.of()));
        assertThat(isWrong(batch)).isFalse();
        assertThat(message.isVisible()).isFalse();
    }

    private static boolean isWrong(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("error"));
    }
}
