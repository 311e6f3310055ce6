package dev.calmdesk.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Draft.class)
interface DraftStore {

    @SqlQuery("select * from draft where id = :id")
    Optional<Draft> find(UUID id);

    @SqlQuery("select * from draft where person = :person order by saved_at desc")
    List<Draft> of(UUID person);

    @SqlQuery("select * from draft where person = :person and case_id = :caseId order by saved_at desc limit 1")
    Optional<Draft> on(UUID person, UUID caseId);

    @SqlUpdate("""
            insert into draft (id, person, channel, touchpoint, direction, reached_from, customer_id, case_id, flow, step,
                fields, received_at, answered_at, ended_at, held_millis, held_since, saved_at)
            values (:id, :person, :channel, :touchpoint, :direction, :reachedFrom, :customerId, :caseId, :flow,
                :step, :fields, :receivedAt, :answeredAt, :endedAt, :heldMillis, :heldSince, :savedAt)""")
    void add(@BindMethods Draft draft);

    /// The way of every keystroke: one short update.
    @SqlUpdate("update draft set fields = :fields, saved_at = :savedAt where id = :id")
    int save(UUID id, String fields, Instant savedAt);

    @SqlUpdate("delete from draft where id = :id")
    void delete(UUID id);
}
