package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.Meter;
import dev.calmdesk.fx.control.Signal;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// How much of the time of a case is used up and what is left, kept up with the time; for a case that ended, when.
final class DeadlineCell extends TableCell<CaseItem, CaseItem> {


    private final Meter meter = new Meter();
    private final Label left = new Label();
    private final HBox box = new HBox(8, meter, left);
    private final When when;
    private final ObservableValue<Instant> now;

    DeadlineCell(When when, ObservableValue<Instant> now) {
        this.when = when;
        this.now = now;
        box.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("time-left");
        left.setMinWidth(USE_PREF_SIZE);
        meter.managedProperty().bind(meter.visibleProperty());
        now.subscribe(time -> draw());
    }

    @Override
    protected void updateItem(@Nullable CaseItem item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : box);
        draw();
    }

    private void draw() {
        var item = getItem();
        if (isEmpty() || item == null) {
            setAccessibleText(null);
            return;
        }
        var deadline = item.row().deadline();
        meter.setVisible(deadline.isPresent());
        if (deadline.isPresent()) {
            var signal = Shown.of(deadline.get().tone(now.getValue()));
            meter.show(deadline.get().used(now.getValue()), signal);
            left.setText(when.left(deadline.get().dueAt()));
            signal.showOn(left);
        } else {
            left.setText(item.row().closedAt() == null ? "—" : when.at(item.row().closedAt()));
            Signal.NEUTRAL.showOn(left);
        }
        setAccessibleText(left.getText());
    }
}
