package dev.calmdesk.flow;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.base.Seen;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.SeenAt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Turns what stands in a step's forms into values of the step's records. Form fields are named `kind.field`.
public final class StepForm {

    private StepForm() {}

    /// The values that a form gives to one kind of record; fields that are not on the form are left out.
    ///
    /// @throws Problem.Incomplete naming every field whose text cannot be read
    public static Map<String, @Nullable Object> values(Kind<?> kind, Map<String, String> form) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var unreadable = new ArrayList<Point>();
        form.forEach((name, text) -> {
            if (name.startsWith(kind.name() + ".")) {
                var field = name.substring(kind.name().length() + 1);
                try {
                    values.put(field, parse(kind.field(field), text));
                } catch (IllegalArgumentException | java.time.DateTimeException e) {
                    unreadable.add(new Point(name, "gate.unreadable"));
                }
            }
        });
        if (!unreadable.isEmpty()) {
            throw Problem.incomplete("gate.problem.unreadable", unreadable);
        }
        return values;
    }

    /// The same without the fields whose text cannot be read.
    public static Map<String, @Nullable Object> readable(Kind<?> kind, Map<String, String> form) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        form.forEach((name, text) -> {
            if (name.startsWith(kind.name() + ".")) {
                try {
                    values.putAll(values(kind, Map.of(name, text)));
                } catch (Problem.Incomplete unreadable) {
                    // counts as not given
                }
            }
        });
        return values;
    }

    /// What the author of a form had seen of a record when the oldest of its words was begun: empty
    /// for a form that does not say; then its author counts as having seen all that is here.
    public static Optional<SeenAt> seen(Kind<?> kind, Map<String, String> form) {
        var prefix = Seen.mark(kind.name() + ".");
        return form.entrySet().stream()
                .filter(mark -> mark.getKey().startsWith(prefix))
                .map(mark -> SeenAt.parse(mark.getValue()))
                .min(Comparator.naturalOrder());
    }

    /// What stands in the records of some kinds that share an id, in the form in which [#values] reads it, with a mark of
    /// how much of each there is to see ([Seen]).
    public static Map<String, String> of(Handle handle, Collection<? extends Kind<?>> kinds, UUID id) {
        var form = new LinkedHashMap<String, String>();
        for (var kind : kinds) {
            form.put(Seen.mark(kind.name()), SeenAt.now(handle, kind, id).text());
            Rows.find(handle, kind, id).ifPresent(row -> addTexts(kind, row, form));
        }
        return form;
    }

    private static void addTexts(Kind<?> kind, Record row, Map<String, String> form) {
        for (var component : row.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(row);
                var field = Kind.nameOf(component);
                if (!field.equals("id") && value != null && !value.equals(false) && !value.equals(List.of())) {
                    form.put(kind.name() + "." + field, Field.text(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static @Nullable Object parse(Field field, String text) {
        var value = field.parse(text);
        if (value != null) {
            return value;
        }
        return field.type() == boolean.class ? Boolean.FALSE : field.type() == List.class ? List.of() : null;
    }
}
