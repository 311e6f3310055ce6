package dev.calmdesk.sync.wire;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The entries of a scope after some number, without a gap.
///
/// @param after the number they follow
/// @param chain what stands up to that number; null if nothing does, or where nobody compares
/// @param head the newest number of the scope
public record Page(String scope, long after, @Nullable Chain chain, List<WireEntry> entries, long head) {

    /// Most entries of one page.
    public static final int MOST = 500;

    public Page {
        entries = List.copyOf(entries);
    }

    /// The entries with their numbers.
    public List<Numbered> numbered() {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> new Numbered(after + 1 + index, entries.get(index)))
                .toList();
    }

    /// The number of the last entry.
    public long end() {
        return after + entries.size();
    }

    /// What of it follows a number; all of it if that lies outside.
    public Page since(long position) {
        return position > after && position <= end()
                ? new Page(scope, position, chain(position), entries.subList((int) (position - after), entries.size()), head)
                : this;
    }

    private @Nullable Chain chain(long position) {
        return chain == null
                ? null
                : chain.with(entries.stream().limit(position - after).map(WireEntry::id).toList());
    }
}
