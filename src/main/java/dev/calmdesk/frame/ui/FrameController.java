package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.control.RailItem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window around every screen. Its parts have controllers of their own; this one joins them, fills the slots and
/// listens to the keys that hold everywhere.
public final class FrameController {

    private static final PseudoClass PRACTICE = PseudoClass.getPseudoClass("practice");
    private static final double DOCK_SHARE = 0.235;
    private static final double DOCK_LEAST = 300;
    private static final double DOCK_MOST = 360;
    private static final double GAP = 4;

    @FXML private StackPane root;
    @FXML private VBox rail;
    @FXML private VBox foot;
    @FXML private StackPane centre;
    @FXML private StackPane dockSlot;
    @FXML private VBox notices;
    @FXML private Pane over;
    @FXML private TopBarController topBarController;
    @FXML private FindController findController;

    private final FrameViewModel model;
    private final FrameTools tools;

    private FrameController(FrameViewModel model, FrameTools tools) {
        this.model = model;
        this.tools = tools;
    }

    /// How to make the controllers of the frame's tree.
    public static Map<Class<?>, Supplier<?>> controllers(FrameViewModel model, FrameTools tools) {
        return Map.of(
                FrameController.class, () -> new FrameController(model, tools),
                TopBarController.class, () -> new TopBarController(model),
                StatusBarController.class, () -> new StatusBarController(model.status()),
                FindController.class, () -> new FindController(model.finder()),
                KeysController.class, () -> new KeysController(model));
    }

    @FXML
    private void initialize() {
        root.pseudoClassStateChanged(PRACTICE, model.isPractice());
        fill(rail, model.rail());
        fill(foot, model.foot());
        tools.navigator().placeProperty().subscribe(this::mark);
        tools.navigator().screenProperty().subscribe(this::show);
        model.dockProperty().subscribe(this::dock);
        dockSlot.visibleProperty().bind(model.dockProperty().isNotNull().and(model.dockOpenProperty()));
        dockSlot.managedProperty().bind(dockSlot.visibleProperty());
        root.widthProperty().subscribe(width ->
                dockSlot.setMinWidth(Math.clamp(width.doubleValue() * DOCK_SHARE, DOCK_LEAST, DOCK_MOST)));
        findController.follow(topBarController.search());
        over.layoutBoundsProperty().subscribe(this::placeFind);
        model.finder().openProperty().subscribe(this::placeFind);
        new FrameKeys(model, topBarController::find).listenOn(root);
    }

    /// Places the bar of notices at the upper edge.
    public void setNotices(Parent bar) {
        notices.getChildren().setAll(bar);
    }

    private void fill(VBox box, List<RailEntry> entries) {
        for (var entry : entries) {
            var item = new RailItem(model.texts().get(entry.textKey()), entry.icon());
            item.badgeProperty().bind(entry.badge());
            item.setUserData(entry);
            item.setOnAction(pressed -> {
                model.go(entry.place());
                mark(tools.navigator().placeProperty().get());
            });
            var number = model.places().indexOf(entry) + 1;
            if (number <= 9) {
                item.setTooltip(new Tooltip("Ctrl " + number));
            }
            box.getChildren().add(item);
        }
    }

    private void mark(@Nullable Place place) {
        for (var box : List.of(rail, foot)) {
            for (var node : box.getChildren()) {
                if (node instanceof RailItem item && item.getUserData() instanceof RailEntry entry) {
                    item.setSelected(place != null && entry.covers().test(place));
                }
            }
        }
    }

    private void show(@Nullable Screen screen) {
        centre.getChildren().setAll(screen == null ? List.of() : List.of(screen.root()));
    }

    private void dock(@Nullable Node dock) {
        dockSlot.getChildren().setAll(dock == null ? List.of() : List.of(dock));
    }

    private void placeFind() {
        var field = topBarController.search();
        if (field.getScene() != null && model.finder().openProperty().get()) {
            var corner = over.sceneToLocal(field.localToScene(0, field.getHeight() + GAP));
            findController.panel().relocate(corner.getX(), corner.getY());
        }
    }
}
