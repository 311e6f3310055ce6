package dev.calmdesk.knowledge;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// The SQL of what articles mean.
@RegisterConstructorMapper(Article.class)
@RegisterConstructorMapper(ArticleVectorStore.Row.class)
interface ArticleVectorStore {

    /// @param fingerprint of the text and of what made the vectors
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID articleId, String fingerprint, byte[] vectors) {}

    /// The articles that have a meaning: the model knows Chinese. Streams; the caller closes it.
    @SqlQuery("select * from article where state = 'PUBLISHED' and lang like 'zh%'")
    Stream<Article> articles();

    @SqlQuery("select article_id, fingerprint, vectors from article_vector")
    List<Row> all();

    @SqlUpdate("""
            merge into article_vector (article_id, fingerprint, vectors) key (article_id)
            values (:articleId, :fingerprint, :vectors)""")
    void put(UUID articleId, String fingerprint, byte[] vectors);

    @SqlUpdate("""
            delete from article_vector
            where article_id not in (select id from article where state = 'PUBLISHED' and lang like 'zh%')""")
    void dropStale();
}
