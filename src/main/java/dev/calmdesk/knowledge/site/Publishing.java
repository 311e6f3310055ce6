package dev.calmdesk.knowledge.site;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.knowledge.Validity;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Company;
import dev.calmdesk.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Publishes the FAQ for customers into a folder. The same store gives the same files on the same day.
public final class Publishing {

    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s+-([a-z-]+: [^;]+;)");

    private final Articles articles;
    private final Pictures pictures;
    private final Workplace workplace;
    private final Topics topics;
    private final InstantSource clock;
    private final ZoneId zone;

    public Publishing(
            Articles articles, Pictures pictures, Workplace workplace, Topics topics, InstantSource clock, ZoneId zone) {
        this.articles = articles;
        this.pictures = pictures;
        this.workplace = workplace;
        this.topics = topics;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param main the page to open
    public record Published(int articles, int languages, Path main) {}

    /// @param lang language tag; null for all languages
    /// @param first the language that the first page is in, if there is anything in it
    /// @throws Problem.Refused if there is nothing to publish, or the folder holds something else
    /// @throws Problem.NotAllowed unless by someone who owns the knowledge base
    public Published publish(Actor by, Path folder, @Nullable String lang, Locale first) {
        Articles.requireOwner(by);
        var all = faqs(lang, first);
        if (all.isEmpty()) {
            throw Problem.refused("knowledge.site.problem.none");
        }
        try {
            new SiteFolder(folder).publish(files(all));
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("knowledge.export.problem.unwritable", e, folder.toString());
        }
        var count = all.stream().mapToInt(faq -> faq.articles().size()).sum();
        return new Published(count, all.size(), folder.resolve("index.html"));
    }

    /// Languages in the order of the product's, then others.
    private List<Faq> faqs(@Nullable String lang, Locale first) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var byLanguage = articles.all(lang).stream()
                .filter(article -> isForCustomers(article, today))
                .collect(Collectors.groupingBy(Article::lang, TreeMap::new, Collectors.toList()));
        return byLanguage.entrySet().stream()
                .map(entry -> Faq.of(entry.getKey(), entry.getValue(), company(entry.getKey()), topics))
                .sorted((a, b) -> Integer.compare(rank(a, first), rank(b, first)))
                .toList();
    }

    private static boolean isForCustomers(Article article, LocalDate today) {
        return article.state() == ArticleState.PUBLISHED
                && article.audience() == Audience.PUBLIC
                && article.validity(today) == Validity.VALID;
    }

    private static int rank(Faq faq, Locale first) {
        var language = Locale.forLanguageTag(faq.lang());
        var known = Texts.LANGUAGES.indexOf(language);
        return language.equals(first) ? -1 : known < 0 ? Texts.LANGUAGES.size() : known;
    }

    private String company(String lang) {
        var language = Texts.nearest(Locale.forLanguageTag(lang));
        return workplace.first(Company.TOPIC, company -> true)
                .map(company -> company.name().in(language))
                .orElse("");
    }

    private SortedMap<String, byte[]> files(List<Faq> all) {
        var files = new TreeMap<String, byte[]>();
        for (var faq : all) {
            var pages = new Pages(faq, all, zone, reference -> picture(files, reference));
            var folder = faq.lang() + "/";
            put(files, folder + "index.html", pages.front(false));
            put(files, folder + "data.js", SearchData.of(faq));
            faq.topics().forEach(topic -> put(files, folder + topic.page(), pages.topic(topic)));
            faq.articles().forEach(article -> put(files, folder + Faq.page(article), pages.article(article)));
        }
        put(files, "index.html", new Pages(all.getFirst(), all, zone, reference -> picture(files, reference)).front(true));
        put(files, "assets/site.css", style());
        put(files, "assets/search.js", resource("search.js"));
        put(files, "assets/icon.svg", resource("icon.svg"));
        return files;
    }

    /// Puts it into the folder, if it is here.
    private Optional<String> picture(SortedMap<String, byte[]> files, String reference) {
        return pictures.find(reference).map(kept -> {
            var name = "pictures/" + kept.name();
            try {
                files.put(name, Files.readAllBytes(kept.file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return name;
        });
    }

    private static void put(SortedMap<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The colours of the product's window, in both tones, before the rules that name them.
    private static String style() {
        return tokens("light").indent(0) + "@media screen and (prefers-color-scheme: dark) {\n" + tokens("dark") + "}\n"
                + resource("site.css");
    }

    private static String tokens(String tone) {
        return TOKEN.matcher(resource("/dev/calmdesk/fx/theme/tokens-" + tone + ".css"))
                .results()
                .map(token -> "  --" + token.group(1))
                .collect(Collectors.joining("\n", ":root {\n", "\n}\n"));
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(Publishing.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
