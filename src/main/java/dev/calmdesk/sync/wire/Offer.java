package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Entries that a hub had numbered before it was restored from a backup, of whatever desks, in the order of those numbers.
///
/// @param epoch which life of the hub they are offered to
/// @param kept number up to which the scope stands there as the desk knows it
/// @param entries with the numbers they had; at most [Push#MOST]
/// @param pushed number of the newest entry of the offering desk that the hub ever answered for, once the desk has offered
///     everything; null before
public record Offer(UUID epoch, String scope, long kept, List<Numbered> entries, @Nullable Long pushed) {

    public Offer {
        requireNonNull(epoch);
        requireNonNull(scope);
        entries = List.copyOf(entries);
    }
}
