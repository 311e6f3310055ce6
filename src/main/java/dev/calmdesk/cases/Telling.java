package dev.calmdesk.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one act is told: what its sentence names, how it wants to be seen, and which acts of the same moment are only a
/// part of it.
///
/// @param act kind and act, such as `remedy.proposed`
/// @param headline what the sentence names: fields of the record; `remedy_id.type` is a field of the record that a field
///     points at; `answered_at..ended_at` is the time between two fields
/// @param tone from the record as it was after the act
/// @param before acts right before it that are part of it
/// @param after acts right after it that are part of it
public record Telling(
        String act,
        Strand strand,
        List<String> headline,
        Function<Map<String, @Nullable Object>, Tone> tone,
        Set<String> before,
        Set<String> after) {

    public static Telling of(Strand strand, String act, String... headline) {
        return new Telling(act, strand, List.of(headline), row -> Tone.PLAIN, Set.of(), Set.of());
    }

    public Telling seenAs(Tone constant) {
        return seenAs(row -> constant);
    }

    public Telling seenAs(Function<Map<String, @Nullable Object>, Tone> rule) {
        return new Telling(act, strand, headline, rule, before, after);
    }

    /// Takes in acts that the same transaction wrote before it.
    public Telling takingBefore(String... acts) {
        return new Telling(act, strand, headline, tone, joined(before, acts), after);
    }

    /// Takes in acts that the same transaction wrote after it.
    public Telling takingAfter(String... acts) {
        return new Telling(act, strand, headline, tone, before, joined(after, acts));
    }

    private static Set<String> joined(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
