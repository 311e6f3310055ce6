package dev.calmdesk.sync;

import dev.calmdesk.base.Place;

/// Where a person settles what desks disagree about, and looks after what did not get through.
public record SyncPlace(Page page) implements Place {

    /// The two sides of it.
    public enum Page {
        CONFLICTS,
        PROBLEMS
    }
}
