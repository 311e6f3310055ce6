package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Who has confirmed having read what everybody must read. A confirmation holds for the article as it was then: what is
/// changed has to be read again.
public final class Acknowledgements {

    private final Database database;
    private final InstantSource clock;

    public Acknowledgements(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Somebody who must read an article.
    ///
    /// @param at when they confirmed it; empty if they have not
    public record Reader(String name, String agentNo, String team, Optional<Instant> at) {}

    /// Confirms that somebody has read an article as it is now. Said twice it counts once.
    ///
    /// @throws Problem.Refused if it is none that has to be read
    public void acknowledge(Actor by, UUID article) {
        database.writeDo(tx -> {
            var read = tx.get(Article.KIND, article);
            if (!isRequired(read)) {
                throw Problem.refused("knowledge.problem.nothing_to_acknowledge");
            }
            var id = ArticleAck.idOf(article, by.id(), read.updatedAt());
            if (tx.find(ArticleAck.KIND, id).isEmpty()) {
                tx.write(ArticleAck.KIND, id)
                        .set("article_id", article)
                        .set("person", by.id())
                        .set("version", read.updatedAt())
                        .set("at", clock.instant())
                        .as("acknowledged", by.id());
            }
        });
    }

    private static boolean isRequired(Article article) {
        return article.mustRead() && article.state() == ArticleState.PUBLISHED;
    }

    /// Whether somebody still has to confirm an article.
    public boolean isOwed(Actor by, Article article) {
        return isRequired(article) && !readers(article).containsKey(by.id());
    }

    private Map<UUID, Instant> readers(Article article) {
        return database.read(handle -> acks(handle, article));
    }

    private static Map<UUID, Instant> acks(Handle handle, Article article) {
        return handle.createQuery("""
                        select person, min(at) as at from article_ack
                        where article_id = :article and version = :version group by person""")
                .bind("article", article.id())
                .bind("version", article.updatedAt().toEpochMilli())
                .map((row, context) ->
                        Map.entry(row.getObject("person", UUID.class), Instant.ofEpochMilli(row.getLong("at"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Everybody at work who deals with knowledge, those first who have not confirmed the article as it is now.
    ///
    /// @param people who works here
    public List<Reader> readers(Article article, List<Person> people) {
        var acks = readers(article);
        return people.stream()
                .filter(person -> person.active() && !Collections.disjoint(person.roleSet(), ArticleRights.WRITING))
                .map(person -> new Reader(
                        person.name(), person.agentNo(), person.team(), Optional.ofNullable(acks.get(person.id()))))
                .sorted(java.util.Comparator.<Reader, Boolean>comparing(reader -> reader.at().isPresent())
                        .thenComparing(Reader::team)
                        .thenComparing(Reader::agentNo))
                .toList();
    }
}
