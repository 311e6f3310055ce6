package dev.calmdesk.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The SQL of articles.
@RegisterConstructorMapper(Article.class)
@RegisterConstructorMapper(ArticleReport.class)
interface ArticleStore {

    @SqlQuery("select * from article where code = :code and lang = :lang")
    Optional<Article> byCode(String code, String lang);

    /// @param ids not empty
    @SqlQuery("select * from article where id in (<ids>)")
    List<Article> byIds(@BindList List<UUID> ids);

    @SqlQuery("select * from article where (:lang is null or lang = :lang) order by lang, code")
    List<Article> all(@Nullable String lang);

    @SqlQuery("""
            select * from article where kind = :kind and state = 'PUBLISHED' and (:lang is null or lang = :lang)
            order by title, id""")
    List<Article> published(ArticleKind kind, @Nullable String lang);

    @SqlQuery("""
            select a.* from article a where state = 'PUBLISHED' and lang = :lang
            order by updated_at desc, must_read desc, code limit :limit""")
    List<Article> newest(String lang, int limit);

    /// Those of some articles that a person has opened since they were changed.
    @SqlQuery("""
            select a.id from article a join article_read r on r.article_id = a.id and r.person = :person
            where r.read_at >= a.updated_at and a.id in (<ids>)""")
    List<UUID> readBy(UUID person, @BindList List<UUID> ids);

    /// What is published and was changed since a moment and not read since, the most important first.
    @SqlQuery("""
            select a.* from article a
            where state = 'PUBLISHED' and lang = :lang and updated_at >= :since and not exists (
                select 1 from article_read r
                where r.article_id = a.id and r.person = :person and r.read_at >= a.updated_at)
            order by must_read desc, updated_at desc limit :limit""")
    List<Article> unread(UUID person, String lang, Instant since, int limit);

    @SqlQuery("select * from article where code = :code and id <> :id and state <> 'ARCHIVED' order by lang")
    List<Article> inOtherLanguages(String code, UUID id);

    @SqlUpdate("""
            merge into article_read (person, article_id, read_at) key (person, article_id)
            values (:person, :article, :at)""")
    void markRead(UUID person, UUID article, Instant at);

    @SqlQuery("select * from article_report where article_id = :article order by at desc, id")
    List<ArticleReport> reports(UUID article);

    @SqlQuery("select count(*) from article_use where article_id = :article and outcome = 'USED'")
    int uses(UUID article);

    /// How each article did.
    @SqlQuery("""
            select article_id, count(case outcome when 'USED' then 1 end) as served,
                   count(case outcome when 'NOT_HELPFUL' then 1 end) as missed
            from article_use group by article_id""")
    @KeyColumn("article_id")
    @RegisterConstructorMapper(Uses.class)
    Map<UUID, Uses> allUses();

    /// Streams; the caller closes it.
    @SqlQuery("select * from article where state = 'PUBLISHED'")
    Stream<Article> allPublished();

    @SqlQuery("select count(*) from article where state = 'PUBLISHED'")
    int publishedCount();
}
