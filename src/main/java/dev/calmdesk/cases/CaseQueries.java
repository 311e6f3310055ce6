package dev.calmdesk.cases;

import dev.calmdesk.people.Actor;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// Builds the query of a case list: pages follow a key (due time, id), so a page costs the same however long the list.
final class CaseQueries {

    /// Cases without a due time come last.
    private static final long NEVER = Long.MAX_VALUE;

    private CaseQueries() {}

    static List<CaseRow> page(Handle handle, CaseList list, Actor viewer, @Nullable CaseRow after, int limit) {
        var conditions = new ArrayList<String>();
        conditions.add("state <> 'VOID'");
        if (list.openOnly()) {
            conditions.add("state = 'OPEN'");
        }
        switch (list.view()) {
            case MINE -> conditions.add("owner = :owner");
            case TEAM -> conditions.add("team = :team");
            case ALL -> {}
        }
        if (!list.text().isBlank()) {
            conditions.add("(upper(number) like :text or upper(title) like :text or upper(customer_name) like :text)");
        }
        if (after != null) {
            conditions.add("(coalesce(due_at, :never), id) > (:afterDue, :afterId)");
        }
        try (var query = handle.createQuery("""
                select * from case_overview where %s
                order by coalesce(due_at, :never), id limit :limit""".formatted(String.join(" and ", conditions)))) {
            query.bind("owner", viewer.id())
                    .bind("team", viewer.team())
                    .bind("never", NEVER)
                    .bind("text", "%" + list.text().strip().toUpperCase(java.util.Locale.ROOT) + "%")
                    .bind("limit", limit);
            if (after != null) {
                query.bind("afterDue", after.dueAt() == null ? NEVER : after.dueAt().toEpochMilli())
                        .bind("afterId", after.id());
            }
            return query.map(ConstructorMapper.of(CaseRow.class)).list();
        }
    }
}
