package dev.calmdesk.home.ui;

import dev.calmdesk.fx.control.Stat;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The card of the person's own day in figures. Resting the pointer on one tells its definition.
final class FiguresController {

    private static final int COLUMNS = 2;

    @FXML private VBox card;
    @FXML private GridPane figures;

    private final HomeViewModel model;

    FiguresController(HomeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        card.setVisible(model.servesCustomers());
        card.setManaged(card.isVisible());
        model.stateProperty().subscribe(this::show);
    }

    private void show(@Nullable HomeState state) {
        figures.getChildren().clear();
        if (state != null) {
            for (var i = 0; i < state.figures().size(); i++) {
                figures.add(figure(state.figures().get(i)), i % COLUMNS, i / COLUMNS);
            }
        }
    }

    private static Node figure(FigureItem item) {
        var stat = new Stat();
        stat.setLabel(item.label());
        stat.show(item.value(), item.note(), item.noteSignal());
        var basis = new Label(item.basis());
        basis.getStyleClass().addAll("tiny", "faint");
        var cell = new VBox(stat, basis);
        cell.setMinWidth(0);
        Tooltip.install(cell, new Tooltip(item.meaning()));
        return cell;
    }
}
