package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.KeyHint;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The home screen: greeting, the ways to begin, and the cards, each with a controller of its own.
public final class HomeController {

    private static final double SIDE_SHARE = 0.285;
    private static final double SIDE_LEAST = 320;
    private static final double SIDE_MOST = 440;

    /// Left and right of a tile.
    private static final double PADDING = 28;

    @FXML private HBox root;
    @FXML private Label greeting;
    @FXML private Label sentence;
    @FXML private GridPane tiles;
    @FXML private ScrollPane side;
    @FXML private DuesController promisesController;

    private final HomeViewModel model;

    private HomeController(HomeViewModel model) {
        this.model = model;
    }

    /// How to make the controllers of this screen's tree.
    public static Map<Class<?>, Supplier<?>> controllers(HomeViewModel model, Texts texts, When when) {
        return Map.of(
                HomeController.class, () -> new HomeController(model),
                DuesController.class, () -> new DuesController(model, texts),
                WaitingController.class, () -> new WaitingController(model, texts),
                UnfinishedController.class, () -> new UnfinishedController(model, texts),
                FiguresController.class, () -> new FiguresController(model),
                AlertController.class, () -> new AlertController(model, when),
                NewsController.class, () -> new NewsController(model, texts, when));
    }

    @FXML
    private void initialize() {
        greeting.textProperty().bind(model.greetingProperty());
        sentence.textProperty().bind(model.stateProperty().map(HomeState::sentence).orElse(""));
        model.tiles().subscribe(this::showTiles);
        showTiles();
        root.widthProperty().subscribe(width ->
                side.setPrefWidth(Math.clamp(width.doubleValue() * SIDE_SHARE, SIDE_LEAST, SIDE_MOST)));
    }

    private void showTiles() {
        tiles.getChildren().clear();
        tiles.getColumnConstraints().clear();
        for (var tile : model.tiles()) {
            var column = new ColumnConstraints();
            column.setPercentWidth(25);
            tiles.getColumnConstraints().add(column);
            tiles.addRow(0, tile(tile));
        }
    }

    private Node tile(Starts.Tile tile) {
        var icon = new FontIcon(tile.icon());
        icon.getStyleClass().add("symbol");
        var title = new Label(tile.title());
        title.getStyleClass().add("strong");
        var words = new VBox(title);
        words.getStyleClass().add("words");
        if (!tile.subtitle().isEmpty()) {
            var subtitle = new Label(tile.subtitle());
            subtitle.getStyleClass().addAll("small", "muted");
            words.getChildren().add(subtitle);
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(icon, words, new KeyHint(tile.keys()));
        content.getStyleClass().add("content");
        var button = new Button();
        button.getStyleClass().add("start-tile");
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        content.prefWidthProperty().bind(button.widthProperty().subtract(PADDING));
        button.setAccessibleText(tile.title() + " " + tile.keys());
        button.setOnAction(pressed -> model.begin(tile));
        return button;
    }

    /// Puts the focus on what is due first.
    public void focus() {
        promisesController.focus();
    }
}
