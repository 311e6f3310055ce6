package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/// Entries of one desk for the hub, in the order in which they were made.
///
/// @param epoch which life of the hub the desk knows
/// @param from number, on the desk, of the first entry; the others follow without a gap
public record Push(UUID epoch, long from, List<WireEntry> entries) {

    /// Most entries of one push.
    public static final int MOST = 500;

    /// Most characters of what the entries of one push change; keeps the request well below what a hub takes.
    private static final int MOST_CHARACTERS = 2_000_000;

    /// As good as the number of characters of what is no text.
    private static final int SHORT = 8;

    /// As many of some entries, from the first on, as fit into one push; at least one.
    public static List<WireEntry> fitting(List<WireEntry> entries) {
        var characters = 0L;
        for (var i = 0; i < entries.size(); i++) {
            characters += characters(entries.get(i));
            if (i > 0 && characters > MOST_CHARACTERS) {
                return entries.subList(0, i);
            }
        }
        return entries;
    }

    private static long characters(WireEntry entry) {
        var characters = 0L;
        for (var change : entry.changes().entrySet()) {
            characters += change.getKey().length();
            for (var side : change.getValue()) {
                characters += side instanceof String text ? text.length() : SHORT;
            }
        }
        return characters;
    }

    public Push {
        requireNonNull(epoch);
        entries = List.copyOf(entries);
    }
}
