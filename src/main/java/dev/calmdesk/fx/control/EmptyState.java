package dev.calmdesk.fx.control;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where nothing is: an icon, what this place is for, what to do now. An action button may be added as a
/// child.
public final class EmptyState extends VBox {

    private final FontIcon icon = new FontIcon(Feather.INBOX);
    private final Label title = new Label();
    private final Label hint = new Label();

    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("symbol");
        title.getStyleClass().add("title");
        hint.getStyleClass().add("hint");
        for (var label : new Label[] {title, hint}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setAlignment(Pos.CENTER);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        getChildren().addAll(icon, title, hint);
    }


    public final String getIcon() {
        return icon.getIconLiteral();
    }

    /// @param literal such as `fth-inbox`
    public final void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public final StringProperty titleProperty() {
        return title.textProperty();
    }

    public final String getTitle() {
        return title.getText();
    }

    public final void setTitle(String text) {
        title.setText(text);
    }

    public final StringProperty hintProperty() {
        return hint.textProperty();
    }

    public final String getHint() {
        return hint.getText();
    }

    public final void setHint(String text) {
        hint.setText(text);
    }
}
