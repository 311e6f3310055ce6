package dev.calmdesk.base;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a user can act on, thrown by services. Everything else that is thrown is a bug.
///
/// A problem carries a text key and its arguments, never a finished sentence: the screen says it in the user's
/// language, a command in the language of its console.
public abstract sealed class Problem extends RuntimeException {

    private final String textKey;
    private final transient Object[] arguments;

    private Problem(String textKey, @Nullable Throwable cause, Object... arguments) {
        super(textKey + Arrays.toString(arguments), cause);
        this.textKey = textKey;
        this.arguments = arguments;
    }

    /// The key of a sentence in the resource bundle that says what is wrong and what to do.
    public String textKey() {
        return textKey;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    /// A rule of the business says no.
    public static Refused refused(String textKey, Object... arguments) {
        return new Refused(textKey, arguments);
    }

    /// The person's roles do not include this act.
    public static NotAllowed notAllowed(String textKey, Object... arguments) {
        return new NotAllowed(textKey, arguments);
    }

    public static Incomplete incomplete(String textKey, List<Point> points) {
        return new Incomplete(textKey, points);
    }

    /// The store (disk, file, lock) cannot do it now; nothing that was saved is touched.
    public static Unavailable unavailable(String textKey, @Nullable Throwable cause, Object... arguments) {
        return new Unavailable(textKey, cause, arguments);
    }

    public static final class Refused extends Problem {
        private Refused(String textKey, Object... arguments) {
            super(textKey, null, arguments);
        }
    }

    public static final class NotAllowed extends Problem {
        private NotAllowed(String textKey, Object... arguments) {
            super(textKey, null, arguments);
        }
    }

    /// Points of a gate or form that are still open, in the order in which a person would fill them.
    public static final class Incomplete extends Problem {
        private final transient List<Point> points;

        private Incomplete(String textKey, List<Point> points) {
            super(textKey, null, points.size());
            this.points = List.copyOf(points);
        }

        public List<Point> points() {
            return points;
        }
    }

    public static final class Unavailable extends Problem {
        private Unavailable(String textKey, @Nullable Throwable cause, Object... arguments) {
            super(textKey, cause, arguments);
        }
    }

    /// One open point.
    ///
    /// @param field the form field that settles it, such as `account.event`; a screen puts the focus there
    /// @param textKey says what is missing
    public record Point(String field, String textKey) {}
}
