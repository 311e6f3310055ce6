package dev.calmdesk.complaint;

import dev.calmdesk.cases.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(SuggestionStore.Closed.class)
@RegisterConstructorMapper(SuggestionStore.Counted.class)
@RegisterConstructorMapper(PastCase.class)
@RegisterConstructorMapper(SuggestionUse.class)
interface SuggestionStore {

    /// A closed complaint with what was chosen for it in the end.
    record Closed(UUID id, String event, String category, Severity severity) {}

    record Counted(int asked, int first, int anyone) {}

    @SqlQuery("""
            select count(*) from case_file c join account a on a.id = c.id join assessment s on s.id = c.id
            where c.kind = 'COMPLAINT' and c.state = 'CLOSED' and s.category is not null and s.severity is not null
                and char_length(a.event) >= :least""")
    int countClosed(int least);

    @SqlQuery("""
            select c.id, a.event, s.category, s.severity
            from case_file c join account a on a.id = c.id join assessment s on s.id = c.id
            where c.kind = 'COMPLAINT' and c.state = 'CLOSED' and s.category is not null and s.severity is not null
                and char_length(a.event) >= :least
            order by c.closed_at desc limit :most""")
    List<Closed> closed(int least, int most);

    @SqlQuery("select id, number, title, sku, closed_at from case_file where id in (<ids>) and closed_at is not null")
    List<PastCase> pastCases(@BindList Collection<UUID> ids);

    @SqlQuery("""
            select * from suggestion_use where case_id = :caseId and about = :about order by at desc, id desc limit 1""")
    Optional<SuggestionUse> last(UUID caseId, SuggestionUse.About about);

    /// Of each case the last choice counts.
    @SqlQuery("""
            select count(*) as asked, count(case when taken = 1 then 1 end) as first,
                count(case when taken > 0 then 1 end) as anyone
            from suggestion_use u
            where u.about = :about and u.at >= :since and not exists (
                select 1 from suggestion_use l
                where l.case_id = u.case_id and l.about = u.about and (l.at > u.at or (l.at = u.at and l.id > u.id)))""")
    Counted count(SuggestionUse.About about, Instant since);
}
