package dev.calmdesk.search;

import dev.calmdesk.data.Kind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// What a feature wants to be found. Each of its tables bears the trigger [RowChanged].
public interface Source {

    /// Names it in logs, and with `_index` behind it the change that tells of a new state of the index.
    String name();

    /// The records that it is made of. Rows of one thing share its id in all of them.
    Set<Kind<?>> kinds();

    /// Everything to be found, one after the other.
    void all(Handle handle, Consumer<Entry> each);

    /// Those of some things that are to be found now.
    ///
    /// @param ids not empty
    List<Entry> some(Handle handle, List<UUID> ids);

    /// How many things are to be found.
    int count(Handle handle);
}
