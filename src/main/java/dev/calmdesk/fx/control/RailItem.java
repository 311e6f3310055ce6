package dev.calmdesk.fx.control;

import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A place in the left rail: icon, name, and a badge when something waits there.
public final class RailItem extends ToggleButton {

    private final FontIcon icon = new FontIcon();
    private final Label badge = new Label();

    public RailItem() {
        getStyleClass().setAll("rail-item");
        setContentDisplay(ContentDisplay.TOP);
        setMnemonicParsing(false);
        icon.getStyleClass().add("symbol");
        badge.getStyleClass().add("badge");
        badge.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        badge.setManaged(false);
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        setGraphic(new BadgedIcon());
    }

    public RailItem(String text, String icon) {
        this();
        setText(text);
        setIcon(icon);
    }

    /// The badge sits on the shoulder of the icon and takes no room of its own.
    private final class BadgedIcon extends StackPane {
        BadgedIcon() {
            super(icon, badge);
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            var width = Math.max(badge.prefWidth(-1), badge.prefHeight(-1));
            badge.resizeRelocate(getWidth() - 6, -6, width, badge.prefHeight(-1));
        }
    }

    /// Places are left only by choosing another one: a chosen item stays chosen.
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        } else {
            fireEvent(new ActionEvent());
        }
    }

    public final String getIcon() {
        return icon.getIconLiteral();
    }

    /// @param literal such as `fth-home`
    public final void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    /// A number or short word; empty hides it.
    public final StringProperty badgeProperty() {
        return badge.textProperty();
    }

    public final String getBadge() {
        return badge.getText();
    }

    public final void setBadge(String text) {
        badge.setText(text);
    }
}
