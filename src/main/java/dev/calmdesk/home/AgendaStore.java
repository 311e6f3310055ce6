package dev.calmdesk.home;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Due.class)
@RegisterConstructorMapper(Offer.class)
@RegisterConstructorMapper(Request.class)
@RegisterConstructorMapper(Unfinished.class)
interface AgendaStore {

    @SqlQuery("""
            select d.*, c.number, c.kind as case_kind, cu.name as customer_name, cu.title as customer_title,
                   cu.pinyin as customer_pinyin, c.category, c.severity
            from (select 'PROMISE' as source, p.case_id, p.text as what, null as department, p.made_at as since,
                         p.due_at, 0 as tries, p.id
                  from promise p
                  where p.owner = :person and p.state = 'OPEN'
                  union all
                  select 'TASK', t.case_id, t.ask, t.department, t.asked_at, t.due_at, 0, t.id
                  from department_task t join case_file f on f.id = t.case_id
                  where f.owner = :person and f.state = 'OPEN' and t.answered_at is null
                  union all
                  select 'FOLLOW_UP', f.id, f.title, null, coalesce(f.resolved_at, f.opened_at), u.due_at,
                         (select count(*) from follow_up_try y where y.case_id = f.id), u.id
                  from follow_up u join case_file f on f.id = u.id
                  where f.owner = :person and f.state = 'OPEN' and u.due_at is not null and u.done_at is null) d
                 join case_file c on c.id = d.case_id
                 left join customer cu on cu.id = c.customer_id
            order by d.due_at, d.id""")
    List<Due> dues(UUID person);

    @SqlQuery("""
            select t.id as transfer_id, t.case_id, c.number, c.title, c.severity, p.name as from_name, t.reason, t.note,
                   t.asked_at
            from transfer t
                 join case_file c on c.id = t.case_id and c.state = 'OPEN'
                 join person p on p.id = t.from_person
            where t.state = 'ASKED' and t.from_person <> :person
                and (t.to_person = :person or (t.to_person is null and t.to_team = :team))
            order by t.asked_at, t.id""")
    List<Offer> offers(UUID person, String team);

    @SqlQuery("""
            select a.case_id, c.number, c.title, c.team, p.name as asked_by_name, r.type as remedy_type, a.amount_minor,
                   r.currency, a.reason, a.asked_at
            from approval a
                 join case_file c on c.id = a.case_id and c.state = 'OPEN'
                 join remedy r on r.id = a.remedy_id
                 join person p on p.id = a.asked_by
            where a.state = 'ASKED' and a.asked_by <> :person
            order by a.asked_at, a.id""")
    List<Request> requests(UUID person);

    @SqlQuery("""
            select d.id as draft_id, d.channel, d.flow, d.step, d.fields, d.saved_at, c.number,
                   cu.name as customer_name, cu.title as customer_title, cu.pinyin as customer_pinyin
            from draft d
                 left join case_file c on c.id = d.case_id
                 left join customer cu on cu.id = d.customer_id
            where d.person = :person
            order by d.saved_at desc, d.id""")
    List<Unfinished> unfinished(UUID person);
}
