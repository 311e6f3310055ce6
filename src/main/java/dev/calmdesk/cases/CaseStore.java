package dev.calmdesk.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Case.class)
@RegisterConstructorMapper(CaseWords.class)
@RegisterConstructorMapper(CaseRow.class)
@RegisterConstructorMapper(Promise.class)
@RegisterConstructorMapper(Transfer.class)
interface CaseStore {

    @SqlQuery("select * from case_file where number = :number order by id limit 1")
    Optional<Case> byNumber(String number);

    @SqlQuery("select * from case_overview where id = :id")
    Optional<CaseRow> row(UUID id);

    @SqlQuery("select * from case_overview where customer_id = :customerId order by opened_at desc limit :limit")
    List<CaseRow> ofCustomer(UUID customerId, int limit);

    @SqlQuery("select * from promise where owner = :owner and state = 'OPEN' order by due_at, id")
    List<Promise> openPromises(UUID owner);

    @SqlQuery("select * from promise where owner = :owner and ended_at >= :from and ended_at < :to")
    List<Promise> endedPromises(UUID owner, Instant from, Instant to);

    @SqlQuery("select * from transfer where case_id = :caseId and state = 'ASKED'")
    Optional<Transfer> waitingTransfer(UUID caseId);

    @SqlQuery("""
            select t.* from transfer t join case_file c on c.id = t.case_id and c.state = 'OPEN'
            where t.state = 'ASKED' and t.from_person <> :person
                and (t.to_person = :person or (t.to_person is null and t.to_team = :team))
            order by t.asked_at""")
    List<Transfer> waitingFor(UUID person, String team);

    @SqlQuery("select fields from unsent where person = :person and case_id = :caseId")
    Optional<String> unsent(UUID person, UUID caseId);

    @SqlUpdate("merge into unsent (person, case_id, fields, saved_at) values (:person, :caseId, :fields, :savedAt)")
    void keepUnsent(UUID person, UUID caseId, String fields, Instant savedAt);

    @SqlUpdate("delete from unsent where person = :person and case_id = :caseId")
    void forgetUnsent(UUID person, UUID caseId);

    /// @param ids not empty
    @SqlQuery("select * from case_words where id in (<ids>)")
    List<CaseWords> words(@BindList List<UUID> ids);

    /// Streams; the caller closes it.
    @SqlQuery("select * from case_words")
    Stream<CaseWords> allWords();

    @SqlQuery("select count(*) from case_words")
    int countWords();

    /// The newest cases whose number begins like this.
    @SqlQuery("""
            select id from case_file where number >= :beginning and number < :beginning || 'zzzz' and state <> 'VOID'
            order by number desc limit :limit""")
    List<UUID> numbered(String beginning, int limit);
}
