package dev.calmdesk.knowledge.ui;

import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list of what needs somebody: its name and how much is in it.
final class CareShelfCell extends ListCell<CareShelf> {

    private static final Set<CareShelf> PRESSING = Set.of(CareShelf.TASKS, CareShelf.TO_REVIEW, CareShelf.TO_PUBLISH);

    private final CareViewModel model;
    private final Label name = new Label();
    private final Pill count = new Pill();
    private final HBox content;

    CareShelfCell(CareViewModel model) {
        this.model = model;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        content = new HBox(8, name, gap, count);
        content.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CareShelf shelf, boolean empty) {
        super.updateItem(shelf, empty);
        if (empty || shelf == null) {
            setGraphic(null);
            return;
        }
        var size = model.rows(shelf).size();
        name.setText(model.tools().texts().get("knowledge.care.shelf." + shelf));
        count.show(
                Integer.toString(size), size > 0 && PRESSING.contains(shelf) ? Signal.SOON : Signal.NEUTRAL);
        setGraphic(content);
        setAccessibleText(name.getText() + " " + size);
    }
}
