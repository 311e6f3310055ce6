package dev.calmdesk.sync.bundle.ui;

import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.sync.bundle.ui.StickViewModel.Way;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The card of the settings for a desk that meets its hub by a stick.
public final class StickController {

    @FXML private VBox root;
    @FXML private Label hint;
    @FXML private VBox joining;
    @FXML private TextField fileCode;
    @FXML private ActButton joinByFile;
    @FXML private FlowPane exchange;
    @FXML private Label result;
    @FXML private Label problem;

    private final StickViewModel model;

    public StickController(StickViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        fileCode.textProperty().bindBidirectional(model.codeProperty());
        result.textProperty().bind(model.resultProperty());
        problem.textProperty().bind(model.problemProperty());
        for (var words : List.of(result, problem)) {
            words.visibleProperty().bind(words.textProperty().isNotEmpty());
        }
        joinByFile.bar(model.whyNot());
        fileCode.setDisable(joinByFile.isBarred());
        Enter.submits(fileCode, joinByFile::fire);
        for (var node : List.of(root, joining, exchange, result, problem)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        model.wayProperty().subscribe(this::show);
    }

    /// A desk that calls its hub carries nothing.
    private void show(Way way) {
        root.setVisible(way == Way.NONE || way == Way.STICK);
        joining.setVisible(way == Way.NONE);
        exchange.setVisible(way == Way.STICK);
        hint.setText(model.tools().texts().get(way == Way.STICK ? "sync.stick.hint" : "sync.stick.join_hint"));
    }

    @FXML
    private void join() {
        model.join();
    }

    @FXML
    private void write() {
        model.write();
    }

    @FXML
    private void read() {
        model.read();
    }
}
