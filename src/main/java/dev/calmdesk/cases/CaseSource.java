package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import dev.calmdesk.search.Entry;
import dev.calmdesk.search.Source;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// All cases but those taken out of the figures, as the search knows them.
///
/// @param kinds of the records in which words about a case stand; their rows share the case's id
record CaseSource(Set<Kind<?>> kinds) implements Source {

    static final String OWNER = "owner";
    static final String TEAM = "team";
    static final String CATEGORY = "category";
    static final String SKU = "sku";
    static final String STATE = "state";
    static final String LIBRARY = "library";

    @Override
    public String name() {
        return "case";
    }

    @Override
    public void all(Handle handle, Consumer<Entry> each) {
        try (var cases = store(handle).allWords()) {
            cases.map(CaseSource::entry).forEach(each);
        }
    }

    @Override
    public List<Entry> some(Handle handle, List<UUID> ids) {
        return store(handle).words(ids).stream().map(CaseSource::entry).toList();
    }

    @Override
    public int count(Handle handle) {
        return store(handle).countWords();
    }

    private static CaseStore store(Handle handle) {
        return handle.attach(CaseStore.class);
    }

    private static Entry entry(CaseWords words) {
        var entry = Entry.of(words.id()).title(words.title());
        words.texts().forEach(entry::body);
        Stream.of(words.number(), words.sku(), words.batch()).filter(code -> code != null).forEach(entry::code);
        keyword(entry, CATEGORY, words.category());
        keyword(entry, SKU, words.sku());
        return entry.keyword(OWNER, words.owner().toString())
                .keyword(TEAM, words.team())
                .keyword(STATE, words.state().name())
                .keyword(LIBRARY, String.valueOf(words.inLibrary()));
    }

    private static void keyword(Entry entry, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            entry.keyword(field, value);
        }
    }
}
