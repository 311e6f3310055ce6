package dev.calmdesk.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Approval.class)
interface ComplaintStore {

    /// Complaints about a batch opened since an instant, other than one.
    @SqlQuery("""
            select c.number from case_file c join account a on a.id = c.id
            where upper(a.batch) = upper(:batch) and c.kind = 'COMPLAINT' and c.state <> 'VOID'
                and c.opened_at >= :since and c.id <> :except
            order by c.opened_at desc""")
    List<String> sameBatch(String batch, Instant since, UUID except);

    @SqlQuery("""
            select a.* from approval a join case_file c on c.id = a.case_id and c.state = 'OPEN'
            where a.state = 'ASKED' order by a.asked_at""")
    List<Approval> waitingApprovals();

}
