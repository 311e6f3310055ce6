package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.sync.Quarantine.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the hub did not take of one record, in words.
///
/// @param reasons why not, and what to do, a sentence each
record ProblemItem(Held held, String title, Optional<Place> place, List<String> reasons, List<Act> acts) {

    /// One entry.
    ///
    /// @param what act, author and time
    record Act(String what, List<Value> values) {}

    /// @param now what the record says instead; empty where that is the same or nothing
    record Value(String field, String written, String now) {}

    /// All of it as text, to keep or to hand on.
    String asText() {
        var lines = acts.stream()
                .map(act -> act.what() + "\n"
                        + act.values().stream()
                                .map(value -> "  " + value.field() + ": " + value.written() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        return title + "\n" + String.join("\n", reasons) + "\n" + lines;
    }
}
