package dev.calmdesk.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The SQL of what indexes have yet to take in.
interface ChangeStore {

    @SqlQuery("select coalesce(max(seq), 0) from search_change where source in (<tables>)")
    long last(@BindList Set<String> tables);

    /// What changed after a number, whether it still exists or not.
    @SqlQuery("select distinct record from search_change where seq > :seq and source in (<tables>)")
    List<UUID> after(long seq, @BindList Set<String> tables);
}
