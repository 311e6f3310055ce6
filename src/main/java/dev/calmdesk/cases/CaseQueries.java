package dev.calmdesk.cases;

import dev.calmdesk.people.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Builds the queries of a case list: pages follow a key (due time, id), so that rows which come and go between two pages
/// neither repeat nor skip others.
final class CaseQueries {

    /// Cases without a due time come last.
    private static final long NEVER = Long.MAX_VALUE;

    private CaseQueries() {}

    static List<CaseRow> page(Handle handle, CaseList list, Actor viewer, @Nullable CaseRow after, int limit) {
        var conditions = conditions(list);
        if (after != null) {
            conditions.add("(coalesce(due_at, :never), id) > (:afterDue, :afterId)");
        }
        try (var query = handle.createQuery("""
                select * from case_overview where %s
                order by coalesce(due_at, :never), id limit :limit""".formatted(String.join(" and ", conditions)))) {
            bind(query, list, viewer).bind("never", NEVER).bind("limit", limit);
            if (after != null) {
                query.bind("afterDue", after.dueAt() == null ? NEVER : after.dueAt().toEpochMilli())
                        .bind("afterId", after.id());
            }
            return query.map(ConstructorMapper.of(CaseRow.class)).list();
        }
    }

    static int count(Handle handle, CaseList list, Actor viewer) {
        try (var query = handle.createQuery(
                "select count(*) from case_overview where " + String.join(" and ", conditions(list)))) {
            return bind(query, list, viewer).mapTo(Integer.class).one();
        }
    }

    private static List<String> conditions(CaseList list) {
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
            conditions.add("""
                    (upper(number) like :text escape '!' or upper(title) like :text escape '!'
                        or upper(customer_name) like :text escape '!')""");
        }
        return conditions;
    }

    private static Query bind(Query query, CaseList list, Actor viewer) {
        switch (list.view()) {
            case MINE -> query.bind("owner", viewer.id());
            case TEAM -> query.bind("team", viewer.team());
            case ALL -> {}
        }
        if (!list.text().isBlank()) {
            query.bind("text", "%" + literally(list.text().strip().toUpperCase(Locale.ROOT)) + "%");
        }
        return query;
    }

    /// Typed signs mean themselves.
    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
