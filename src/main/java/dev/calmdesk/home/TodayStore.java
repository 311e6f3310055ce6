package dev.calmdesk.home;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// Rows of one day, for one person and their team. Intervals are half-open.
@RegisterConstructorMapper(Formulas.Resolved.class)
@RegisterConstructorMapper(Formulas.Rating.class)
@RegisterConstructorMapper(Formulas.Handled.class)
@RegisterConstructorMapper(Formulas.Pledge.class)
interface TodayStore {

    /// Categories are paths such as `food-safety/mould`; the same kind means the same top.
    @SqlQuery("""
            select c.owner as person,
                   exists (select 1 from contact k where k.case_id = c.id and k.solved_at_first) as at_first,
                   exists (select 1 from contact k
                           where k.customer_id = c.customer_id and k.received_at > c.resolved_at
                               and (k.case_id is null or k.case_id <> c.id)
                               and regexp_replace(k.category, '/.*', '') = regexp_replace(c.category, '/.*', ''))
                       as came_back
            from case_file c
            where c.resolved_at >= :from and c.resolved_at < :to and c.state <> 'VOID'
                and (c.owner = :person or c.team = :team)""")
    List<Formulas.Resolved> resolved(UUID person, String team, Instant from, Instant to);

    @SqlQuery("""
            select c.owner as person, a.satisfaction as stars
            from (select id, satisfaction, done_at from follow_up
                  union all
                  select id, satisfaction, done_at from inquiry) a
                 join case_file c on c.id = a.id
            where a.done_at >= :from and a.done_at < :to and c.state <> 'VOID'
                and (c.owner = :person or c.team = :team)""")
    List<Formulas.Rating> ratings(UUID person, String team, Instant from, Instant to);

    @SqlQuery("""
            select k.person, k.answered_at, k.wrapped_up_at
            from contact k left join case_file c on c.id = k.case_id
            where k.wrapped_up_at >= :from and k.wrapped_up_at < :to and (c.id is null or c.state <> 'VOID')
                and (k.person = :person or k.team = :team)""")
    List<Formulas.Handled> handled(UUID person, String team, Instant from, Instant to);

    @SqlQuery("""
            select p.state, p.due_at, p.ended_at
            from promise p join case_file c on c.id = p.case_id
            where p.owner = :person and c.state <> 'VOID'
                and (p.ended_at >= :from and p.ended_at < :to
                    or p.ended_at is null and p.due_at >= :from and p.due_at < :to)""")
    List<Formulas.Pledge> pledges(UUID person, Instant from, Instant to);

    @SqlQuery("select count(*) from promise where owner = :person and state = 'OPEN'")
    int promisesOpen(UUID person);
}
