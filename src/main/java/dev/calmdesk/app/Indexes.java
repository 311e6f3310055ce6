package dev.calmdesk.app;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Settings;
import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.customer.CustomerIndex;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.ArticleMeanings;
import dev.calmdesk.knowledge.ByMeaning;
import dev.calmdesk.meaning.BundledEncoder;
import dev.calmdesk.search.Synonyms;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The search indexes of a store. They follow the database in the background and find nothing before the first
/// [#refresh].
///
/// @param articles what is found in the knowledge base
/// @param cases what was said in cases
/// @param customers names
public record Indexes(ArticleIndex articles, CaseIndex cases, CustomerIndex customers) implements AutoCloseable {

    private static final Set<Kind<?>> ABOUT_CASES = Set.of(Account.KIND, Decision.KIND, FollowUp.KIND, Inquiry.KIND);

    static Indexes in(Path folder, Database database, Supplier<Synonyms> synonyms, Settings settings) {
        var meanings = new ArticleMeanings(database, new BundledEncoder()::get, ByMeaning.isWanted(settings));
        return new Indexes(
                ArticleIndex.in(folder.resolve("articles"), database, synonyms, meanings),
                CaseIndex.in(folder.resolve("cases"), database, ABOUT_CASES, synonyms),
                CustomerIndex.in(folder.resolve("customers"), database));
    }

    /// Without what articles mean.
    static Indexes inMemory(Database database, Supplier<Synonyms> synonyms) {
        return new Indexes(
                ArticleIndex.inMemory(database, synonyms),
                CaseIndex.inMemory(database, ABOUT_CASES, synonyms),
                CustomerIndex.inMemory(database));
    }

    /// Refreshes each after the commits that concern it.
    ///
    /// @param background runs a task soon, away from the calling thread
    public void follow(Executor background) {
        articles.follow(background);
        cases.follow(background);
        customers.follow(background);
    }

    /// Brings all up to the database; knowledge first, since agents wait for it.
    ///
    /// @throws Problem.Unavailable if one cannot be written
    public void refresh() {
        articles.refresh();
        customers.refresh();
        cases.refresh();
    }

    /// Leaves nothing in the files of what was deleted.
    public void purge() {
        articles.purge();
        customers.purge();
        cases.purge();
    }

    /// Ends what may take minutes in the background, so that nobody waits for it who leaves.
    void rest() {
        articles.meanings().close();
    }

    @Override
    public void close() {
        articles.close();
        customers.close();
        cases.close();
    }
}
