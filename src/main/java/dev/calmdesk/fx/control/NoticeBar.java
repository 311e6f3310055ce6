package dev.calmdesk.fx.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line at the edge of the window that says what was done, or what is in the way. Good news goes by itself, the
/// rest stays until it is closed; nothing is locked.
public final class NoticeBar extends HBox {

    private static final Duration GOOD_NEWS = Duration.seconds(6);
    private static final Duration TO_TAKE_BACK = Duration.seconds(15);

    private final Label words = new Label();
    private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
    private final Button act = new Button();
    private final Button close = new Button();
    private final PauseTransition vanishing = new PauseTransition(GOOD_NEWS);

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        icon.getStyleClass().add("symbol");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        close.getStyleClass().addAll("quiet", "icon-only");
        close.setGraphic(new FontIcon(Feather.X));
        close.setOnAction(pressed -> hide());
        close.setFocusTraversable(false);
        act.getStyleClass().add("small");
        act.setMinWidth(USE_PREF_SIZE);
        act.managedProperty().bind(act.visibleProperty());
        vanishing.setOnFinished(over -> hide());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(icon, words, act, close);
        hide();
    }

    /// @param closeWords what a screen reader calls the closing cross
    public void show(String text, Signal signal, String closeWords) {
        words.setText(text);
        icon.setIconCode(
                switch (signal) {
                    case LATE, SOON -> Feather.ALERT_TRIANGLE;
                    case OK -> Feather.CHECK_CIRCLE;
                    default -> Feather.INFO;
                });
        act.setVisible(false);
        close.setAccessibleText(closeWords);
        signal.showOn(this);
        setAccessibleText(text);
        setVisible(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        vanishing.stop();
        if (signal == Signal.OK) {
            vanishing.setDuration(GOOD_NEWS);
            vanishing.playFromStart();
        }
    }

    /// Good news with something to do about it, such as taking it back, for a longer while.
    public void show(String text, String actWords, Runnable action, String closeWords) {
        show(text, Signal.OK, closeWords);
        act.setText(actWords);
        act.setOnAction(pressed -> {
            hide();
            action.run();
        });
        act.setVisible(true);
        vanishing.stop();
        vanishing.setDuration(TO_TAKE_BACK);
        vanishing.playFromStart();
    }

    public void hide() {
        vanishing.stop();
        setVisible(false);
    }

    public String getText() {
        return words.getText();
    }
}
