package dev.calmdesk.home;

import dev.calmdesk.cases.When;
import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleNews;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.People;
import dev.calmdesk.people.Person;
import dev.calmdesk.workplace.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bulletins and changes of the knowledge base, and who has taken note of them.
public final class News {

    /// Fired when somebody has taken note of a bulletin.
    public static final String SEEN = "bulletin_seen";

    private static final Duration FRESH = Duration.ofDays(14);
    private static final int MOST = 20;

    private final Database database;
    private final Workplace workplace;
    private final Articles articles;
    private final People people;
    private final When when;

    /// @param when what time it is, and where
    public News(Database database, Workplace workplace, Articles articles, People people, When when) {
        this.database = database;
        this.workplace = workplace;
        this.articles = articles;
        this.people = people;
        this.when = when;
    }

    /// The newest alert of the last two weeks that the person has not taken note of.
    public Optional<NewsItem> alert(UUID person, Locale language) {
        return bulletins(person, language, Bulletin.Level.ALERT)
                .filter(NewsItem::unread)
                .max(Comparator.comparing(NewsItem::at));
    }

    /// Everything else of the last two weeks, the newest first.
    public List<NewsItem> newest(UUID person, Locale language) {
        var since = when.now().minus(FRESH);
        return Stream.concat(
                        bulletins(person, language, Bulletin.Level.INFO),
                        articles(person, language).filter(item -> item.at().isAfter(since)))
                .sorted(Comparator.comparing(NewsItem::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<NewsItem> bulletins(UUID person, Locale language, Bulletin.Level level) {
        var now = when.now();
        var seen = seenBy(person);
        return workplace.all(Bulletin.TOPIC).stream()
                .filter(bulletin -> bulletin.level() == level)
                .map(bulletin -> item(bulletin, seen, language))
                .filter(item -> !item.at().isAfter(now) && item.at().isAfter(now.minus(FRESH)));
    }

    private NewsItem item(Bulletin bulletin, Set<String> seen, Locale language) {
        return new NewsItem(
                Optional.of(bulletin.code()),
                Optional.ofNullable(bulletin.article()).flatMap(code -> article(code, language)).map(Article::id),
                Optional.empty(),
                bulletin.title().in(language),
                bulletin.text().in(language),
                "",
                bulletin.publishedAt(when.zone()),
                !seen.contains(bulletin.code()));
    }

    /// Not every article is there in every language.
    private Optional<Article> article(String code, Locale language) {
        return articles.get(code, language.toLanguageTag())
                .or(() -> articles.get(code, Locale.SIMPLIFIED_CHINESE.toLanguageTag()));
    }

    private Stream<NewsItem> articles(UUID person, Locale language) {
        var own = articles.newest(person, language.toLanguageTag(), MOST);
        var found = own.isEmpty()
                ? articles.newest(person, Locale.SIMPLIFIED_CHINESE.toLanguageTag(), MOST)
                : own;
        var names = found.isEmpty() ? Map.<String, String>of() : names();
        return found.stream().map(news -> item(news, names));
    }

    private Map<String, String> names() {
        return people.all().stream()
                .collect(Collectors.toMap(Person::agentNo, Person::name, (older, newer) -> older));
    }

    private static NewsItem item(ArticleNews news, Map<String, String> names) {
        var article = news.article();
        return new NewsItem(
                Optional.empty(), Optional.of(article.id()), Optional.of(article.kind()), article.title(), "",
                names.getOrDefault(article.owner(), ""), article.updatedAt(), news.unread());
    }

    private Set<String> seenBy(UUID person) {
        return database.read(handle -> new HashSet<>(handle.createQuery(
                        "select code from bulletin_seen where person = :person")
                .bind("person", person)
                .mapTo(String.class)
                .list()));
    }

    /// Notes on this desk only that a person has taken note of a bulletin.
    public void takeNote(UUID person, String bulletin) {
        Instant now = when.now();
        database.writeDo(tx -> {
            tx.handle().execute(
                    "merge into bulletin_seen (person, code, seen_at) key (person, code) values (?, ?, ?)",
                    person, bulletin, now);
            tx.touched(SEEN);
        });
    }
}
