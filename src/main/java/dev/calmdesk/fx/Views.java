package dev.calmdesk.fx;

import dev.calmdesk.base.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads views. `ComplaintWizardController` belongs to `ComplaintWizard.fxml` in the same package; it and the
/// controllers of every `fx:include` below come from one map, and a class that is not in it is an error.
public final class Views {

    private static final String SUFFIX = "Controller";

    private final Texts texts;

    /// What loading gives: the tree and the object behind it.
    public record Loaded<C>(Parent root, C controller) {}

    public Views(Texts texts) {
        this.texts = texts;
    }

    /// @param controllers how to make each controller of this tree
    /// @throws IllegalArgumentException if there is no such view
    /// @throws IllegalStateException if the view names a controller that is not in the map
    public <C> Loaded<C> load(Class<C> controller, Map<Class<?>, ? extends Supplier<?>> controllers) {
        var file = fileOf(controller);
        var location = controller.getResource(file);
        if (location == null) {
            throw new IllegalArgumentException("No " + file + " beside " + controller.getName());
        }
        var loader = new FXMLLoader(location, texts.bundle());
        loader.setClassLoader(controller.getClassLoader());
        loader.setControllerFactory(type -> make(type, file, controllers));
        try {
            Parent root = loader.load();
            return new Loaded<>(root, controller.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be loaded", e);
        }
    }

    /// The name of the file that belongs to a controller.
    public static String fileOf(Class<?> controller) {
        var name = controller.getSimpleName();
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException(controller.getName() + " is not named …" + SUFFIX);
        }
        return name.substring(0, name.length() - SUFFIX.length()) + ".fxml";
    }

    private static Object make(Class<?> type, String file, Map<Class<?>, ? extends Supplier<?>> controllers) {
        var supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalStateException(file + " names " + type.getName() + ", which nobody registered");
        }
        return supplier.get();
    }
}
