package dev.calmdesk.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Approval.class)
interface ComplaintStore {

    @SqlQuery("select exists (select 1 from transfer where case_id = :caseId and state = 'ASKED')")
    boolean isOffered(UUID caseId);

    /// Complaints about a batch opened since an instant, other than one.
    @SqlQuery("""
            select c.number from case_file c join account a on a.id = c.id
            where upper(a.batch) = upper(:batch) and c.kind = 'COMPLAINT' and c.state <> 'VOID'
                and c.opened_at >= :since and c.id <> :except
            order by c.opened_at desc""")
    List<String> sameBatch(String batch, Instant since, UUID except);

    @SqlQuery("select * from approval where state = 'ASKED' order by asked_at")
    List<Approval> waitingApprovals();

    /// What was granted in a case already, refused and dropped remedies left out.
    @SqlQuery("""
            select coalesce(sum(amount_minor), 0) from remedy
            where case_id = :caseId and id <> :except and state in ('ALLOWED', 'DONE')""")
    long granted(UUID caseId, UUID except);
}
