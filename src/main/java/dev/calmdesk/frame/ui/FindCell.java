package dev.calmdesk.frame.ui;

import dev.calmdesk.fx.control.KeyHint;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of what was found: the name of a group, or a hit.
final class FindCell extends ListCell<FindRow> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final KeyHint keys = new KeyHint();
    private final HBox hit;

    FindCell(Consumer<FindRow.Hit> open) {
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("small", "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        hit = new HBox(10, icon, title, detail, gap, keys);
        hit.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMousePressed(pressed -> {
            if (getItem() instanceof FindRow.Hit chosen) {
                pressed.consume();
                open.accept(chosen);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable FindRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof FindRow.Heading);
        switch (empty ? null : row) {
            case FindRow.Heading heading -> {
                setText(heading.text());
                setGraphic(null);
            }
            case FindRow.Hit found -> {
                icon.setIconLiteral(found.icon());
                title.setText(found.title());
                detail.setText(found.detail());
                keys.setKeys(found.keys());
                setText(null);
                setGraphic(hit);
            }
            case null -> {
                setText(null);
                setGraphic(null);
            }
        }
    }
}
