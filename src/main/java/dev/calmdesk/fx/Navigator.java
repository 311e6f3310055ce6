package dev.calmdesk.fx;

import dev.calmdesk.base.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Brings a person from place to place and closes the screen that is left. The frame of the window shows
/// [#screenProperty]; a screen that cannot be made leaves the person where they are.
public final class Navigator implements AutoCloseable {

    private static final int REMEMBERED = 50;

    private final Function<Place, Screen> screens;
    private final ErrorReporter errors;
    private final Deque<Place> left = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>(this, "place");
    private final ReadOnlyObjectWrapper<@Nullable Screen> screen = new ReadOnlyObjectWrapper<>(this, "screen");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");

    /// @param screens makes the screen of a place
    public Navigator(Function<Place, Screen> screens, ErrorReporter errors) {
        this.screens = screens;
        this.errors = errors;
    }

    /// Goes to a place. Where the person already is, only the focus returns to its start.
    public void go(Place target) {
        var from = place.get();
        if (target.equals(from)) {
            focus();
        } else if (show(target) && from != null) {
            left.push(from);
            if (left.size() > REMEMBERED) {
                left.removeLast();
            }
            canGoBack.set(true);
        }
    }

    /// Returns to the place before; does nothing at the first one.
    public void back() {
        if (!left.isEmpty() && show(left.peek())) {
            left.pop();
            canGoBack.set(!left.isEmpty());
        }
    }

    /// Builds the current screen anew, for instance in another language.
    public void reload() {
        current().ifPresent(this::show);
    }

    public Optional<Place> current() {
        return Optional.ofNullable(place.get());
    }

    public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    private boolean show(Place target) {
        Screen next;
        try {
            next = screens.apply(target);
        } catch (RuntimeException e) {
            errors.report("open " + target.getClass().getSimpleName(), e);
            return false;
        }
        var previous = screen.get();
        screen.set(next);
        place.set(target);
        leave(previous);
        focus();
        return true;
    }

    private void leave(@Nullable Screen previous) {
        if (previous != null) {
            try {
                previous.lifetime().close();
            } catch (Exception e) {
                errors.report("leave " + previous.titleKey(), e);
            }
        }
    }

    private void focus() {
        var shown = screen.get();
        if (shown != null) {
            shown.focus().run();
        }
    }

    /// Closes the screen that is shown.
    @Override
    public void close() {
        var shown = screen.get();
        screen.set(null);
        place.set(null);
        left.clear();
        canGoBack.set(false);
        leave(shown);
    }
}
