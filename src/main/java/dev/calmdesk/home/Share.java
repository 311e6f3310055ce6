package dev.calmdesk.home;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// A part of a whole. Without a whole there is no share, which is something else than none of it (`kpi.md`).
public record Share(int part, int whole) {

    static <T> Share of(Collection<T> whole, Predicate<T> isPart) {
        return new Share((int) whole.stream().filter(isPart).count(), whole.size());
    }

    /// Not rounded.
    public OptionalDouble percent() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
    }
}
