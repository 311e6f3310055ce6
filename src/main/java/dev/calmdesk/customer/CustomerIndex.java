package dev.calmdesk.customer;

import dev.calmdesk.base.Changes;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.search.Entry;
import dev.calmdesk.search.Match;
import dev.calmdesk.search.Source;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.TextIndex;
import dev.calmdesk.search.Typed;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jdbi.v3.core.Handle;

/// Finds customers by their names, also half heard or written with other characters of the same sound. Numbers are not in
/// it: whom a number means, [Customers#recognise] says. As with any [TextIndex], [#refresh] brings it up to the database
/// and is called in the background. Thread-safe.
public final class CustomerIndex implements AutoCloseable {

    private final TextIndex index;

    private static final class Names implements Source {

        @Override
        public String name() {
            return "customer";
        }

        @Override
        public Set<Kind<?>> kinds() {
            return Set.of(Customer.KIND);
        }

        @Override
        public void all(Handle handle, Consumer<Entry> each) {
            try (var customers = handle.attach(CustomerStore.class).all()) {
                customers.map(Names::entry).forEach(each);
            }
        }

        @Override
        public List<Entry> some(Handle handle, List<UUID> ids) {
            return handle.attach(CustomerStore.class).customers(ids).stream().map(Names::entry).toList();
        }

        @Override
        public int count(Handle handle) {
            return handle.attach(CustomerStore.class).count();
        }

        private static Entry entry(Customer customer) {
            return Entry.of(customer.id()).title(customer.name());
        }
    }

    private CustomerIndex(TextIndex index) {
        this.index = index;
    }

    /// An index in a folder of its own, which is made if need be.
    public static CustomerIndex in(Path folder, Database database) {
        return new CustomerIndex(TextIndex.in(folder, database, new Names()));
    }

    /// An index that ends with the process, for practice and tests.
    public static CustomerIndex inMemory(Database database) {
        return new CustomerIndex(TextIndex.inMemory(database, new Names()));
    }

    /// Refreshes after each commit that changed a customer.
    ///
    /// @param background runs a task soon, away from the calling thread
    public Changes.Subscription follow(Executor background) {
        return index.follow(background, index::refresh, Set.of());
    }

    public void refresh() {
        index.refresh();
    }

    /// Leaves nothing in the index of what was deleted.
    public void purge() {
        index.purge();
    }

    /// The ids of customers whose names are like it, the likest first.
    public List<UUID> find(String typed, int limit) {
        var words = Typed.of(typed);
        return words.isEmpty()
                ? List.of()
                : index.best(words, Synonyms.NONE, new MatchAllDocsQuery(), limit).stream().map(Match::id).toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
