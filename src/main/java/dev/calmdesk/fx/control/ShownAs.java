package dev.calmdesk.fx.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows what is chosen in a box by the words a person reads; nothing is typed there.
public final class ShownAs<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public ShownAs(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Chosen, not typed");
    }
}
