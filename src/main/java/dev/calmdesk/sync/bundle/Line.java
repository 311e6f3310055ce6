package dev.calmdesk.sync.bundle;

import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileStates;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a bundle: exactly one of these, as it stands in the protocol.
public record Line(
        @Nullable Asked asked,
        @Nullable Push push,
        @Nullable Answered answered,
        @Nullable Page page,
        @Nullable FilePart part,
        @Nullable FileStates files,
        @Nullable Admission admission) {

    /// What a desk wants to know.
    ///
    /// @param lastSeq number of the newest entry that it made
    /// @param cursors scope → position of the newest entry that it has
    /// @param lacking files that its records name and that it does not have
    public record Asked(long lastSeq, Map<String, Long> cursors, List<String> lacking) {

        public Asked {
            cursors = Map.copyOf(cursors);
            lacking = List.copyOf(lacking);
        }
    }

    /// Receipts of the entries with the numbers `from`, `from` + 1, …
    public record Answered(long from, List<Receipt> receipts) {

        public Answered {
            receipts = List.copyOf(receipts);
        }
    }

    public static Line of(Asked asked) {
        return new Line(asked, null, null, null, null, null, null);
    }

    public static Line of(Push push) {
        return new Line(null, push, null, null, null, null, null);
    }

    public static Line of(Answered answered) {
        return new Line(null, null, answered, null, null, null, null);
    }

    public static Line of(Page page) {
        return new Line(null, null, null, page, null, null, null);
    }

    public static Line of(FilePart part) {
        return new Line(null, null, null, null, part, null, null);
    }

    public static Line of(FileStates files) {
        return new Line(null, null, null, null, null, files, null);
    }

    public static Line of(Admission admission) {
        return new Line(null, null, null, null, null, null, admission);
    }
}
