package dev.calmdesk.fx.control;

import javafx.beans.DefaultProperty;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands above a field: its label, what is wrong with it, and where it may be unknown the button that says so. It
/// is the label of the node that follows it. More, such as a quick pick, may be put into it.
///
/// The names follow [dev.calmdesk.fx.FieldBinder]: `account.batch!` for what is wrong, `account.batch?` for "not known".
@DefaultProperty("extras")
public class FieldHead extends HBox {

    private final Label label = new Label();
    private final Label wrong = new Label();
    private final ToggleButton notKnown = new ToggleButton();
    private final HBox extras = new HBox(6);
    private String name = "";

    public FieldHead() {
        getStyleClass().add("field-head");
        setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("field-label");
        label.setMinWidth(0);
        wrong.getStyleClass().add("field-error");
        wrong.setMinWidth(0);
        wrong.setVisible(false);
        wrong.managedProperty().bind(wrong.visibleProperty());
        notKnown.getStyleClass().setAll("toggle-button", "not-known");
        notKnown.setMinWidth(USE_PREF_SIZE);
        notKnown.setMnemonicParsing(false);
        notKnown.setVisible(false);
        notKnown.managedProperty().bind(notKnown.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        extras.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(label, gap, wrong, extras, notKnown);
        parentProperty().addListener((parent, from, to) -> labelWhatFollows());
    }

    /// The parent's children may come later than this one.
    private void labelWhatFollows() {
        if (getParent() instanceof Pane pane) {
            pane.getChildren().addListener((Observable changed) -> labelFollowing(pane));
            labelFollowing(pane);
        }
    }

    private void labelFollowing(Pane pane) {
        var next = pane.getChildren().indexOf(this) + 1;
        if (next > 0 && next < pane.getChildren().size()) {
            Node field = pane.getChildren().get(next);
            label.setLabelFor(field);
            if (field.getAccessibleText() == null) {
                field.setAccessibleText(label.getText());
            }
        }
    }

    /// What else stands in the head, before the "not known" button.
    public final ObservableList<Node> getExtras() {
        return extras.getChildren();
    }

    public final String getText() {
        return label.getText();
    }

    public final void setText(String text) {
        label.setText(text);
        notKnown.setAccessibleText(text + " " + notKnown.getText());
    }

    public final String getName() {
        return name;
    }

    /// @param field the name of the field below
    public final void setName(String field) {
        name = field;
        wrong.setUserData(field + "!");
        nameNotKnown();
    }

    public final String getNotKnown() {
        return notKnown.getText();
    }

    /// @param text what the "not known" button says; there is none without it
    public final void setNotKnown(String text) {
        notKnown.setText(text);
        notKnown.setVisible(!text.isEmpty());
        notKnown.setAccessibleText(label.getText() + " " + text);
        nameNotKnown();
    }

    private void nameNotKnown() {
        notKnown.setUserData(notKnown.isVisible() ? name + "?" : null);
    }
}
