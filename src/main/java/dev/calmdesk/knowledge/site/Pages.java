package dev.calmdesk.knowledge.site;

import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.Article;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The pages of one language.
final class Pages {

    /// `file:` stands for pages opened from a disk, where some browsers do not count a neighbour as `'self'`.
    private static final String POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; "
            + "img-src 'self' file:; base-uri 'none'; form-action 'none'";
    private static final int OF_A_TOPIC = 4;
    private static final int RELATED = 5;

    private final Faq faq;
    private final List<Faq> all;
    private final ZoneId zone;
    private final Function<String, Optional<String>> pictures;
    private final CustomerWords words;

    /// @param all every language, in the order of the switch
    /// @param pictures where the picture of a reference lies, seen from the folder of all
    Pages(Faq faq, List<Faq> all, ZoneId zone, Function<String, Optional<String>> pictures) {
        this.faq = faq;
        this.all = all;
        this.zone = zone;
        this.pictures = pictures;
        this.words = new CustomerWords(faq.texts(), faq.company());
    }

    /// @param up from this page to the folder of all
    /// @param own from this page to the folder of its language
    private record Seat(String up, String own) {}

    private static final Seat INSIDE = new Seat("../", "");

    private String text(String key, Object... arguments) {
        return faq.texts().get(key, arguments);
    }

    private String name() {
        return text("knowledge.site.name", faq.company());
    }

    /// The first page, as it stands in the folder of its language or in the folder of all.
    String front(boolean ofAll) {
        var seat = ofAll ? new Seat("", faq.lang() + "/") : INSIDE;
        return page(seat, "front", name(), "", other -> seat.up() + other.lang() + "/index.html", html -> {
            html.tag("ul", "class", "topics").line();
            for (var topic : faq.topics()) {
                html.tag("li", "class", "card").tag("h2").link(seat.own() + topic.page(), topic.name()).tag("/h2").tag("ul");
                topic.articles().stream().limit(OF_A_TOPIC).forEach(article ->
                        html.tag("li").link(seat.own() + Faq.page(article), words.of(article.title())).tag("/li"));
                html.tag("/ul");
                if (topic.articles().size() > OF_A_TOPIC) {
                    html.tag("p", "class", "more")
                            .link(seat.own() + topic.page(), text("knowledge.site.all", topic.articles().size()))
                            .tag("/p");
                }
                html.tag("/li").line();
            }
            html.tag("/ul").line();
        });
    }

    String topic(Faq.Topic topic) {
        return page(INSIDE, "", topic.name() + " · " + name(), "", other -> "../" + other.lang() + "/index.html", html -> {
            crumbs(html, List.of());
            html.element("h1", topic.name()).tag("ul", "class", "list").line();
            for (var article : topic.articles()) {
                html.tag("li").link(Faq.page(article), words.of(article.title()))
                        .element("p", words.of(article.question())).tag("/li").line();
            }
            html.tag("/ul").line();
        });
    }

    String article(Article article) {
        var title = words.of(article.title());
        return page(INSIDE, "", title + " · " + name(), words.of(article.question()), other -> inOther(other, article), html -> {
            crumbs(html, faq.topicsOf(article).stream().limit(2).toList());
            html.tag("article").line().element("h1", title).line();
            html.element("p", words.of(article.question()), "class", "question").line();
            html.tag("div", "class", "answer");
            for (var paragraph : words.of(article.answer()).split("\\n\\s*\\n")) {
                html.tag("p").safe(new Html().text(paragraph).toString().replace("\n", "<br>")).tag("/p");
            }
            html.tag("/div").line();
            html.tag("div", "class", "detail")
                    .safe(MarkdownHtml.of(words.of(article.detail()), picture -> pictures.apply(picture).map("../"::concat)))
                    .tag("/div")
                    .line();
            html.element("p", meta(article), "class", "meta").line().tag("/article").line();
            related(html, faq.related(article, RELATED));
        });
    }

    private String meta(Article article) {
        var day = LocalDate.ofInstant(article.updatedAt(), zone).toString();
        return article.validTo() == null
                ? text("knowledge.site.updated", day)
                : text("knowledge.site.updated_until", day, article.validTo());
    }

    private static String inOther(Faq other, Article article) {
        return "../" + other.lang() + "/" + other.articles().stream()
                .filter(twin -> twin.code().equals(article.code()))
                .findFirst()
                .map(Faq::page)
                .orElse("index.html");
    }

    private void crumbs(Html html, List<Faq.Topic> topics) {
        html.tag("nav", "class", "crumbs", "aria-label", text("knowledge.site.where"));
        html.link("index.html", text("knowledge.site.front"));
        topics.forEach(topic -> html.text(" › ").link(topic.page(), topic.name()));
        html.tag("/nav").line();
    }

    private void related(Html html, List<Article> related) {
        if (!related.isEmpty()) {
            html.tag("section", "class", "related").element("h2", text("knowledge.site.related")).tag("ul").line();
            related.forEach(article -> html.tag("li").link(Faq.page(article), words.of(article.title())).tag("/li").line());
            html.tag("/ul").tag("/section").line();
        }
    }

    /// @param inOther where the same is said in another language
    private String page(
            Seat seat, String style, String title, String description, Function<Faq, String> inOther, Consumer<Html> content) {
        var html = new Html();
        html.tag("!doctype html").line().tag("html", "lang", faq.lang()).line();
        head(html, seat, title, description);
        html.tag("body", "class", style, "data-base", seat.own()).line();
        html.link("#main", text("knowledge.site.skip"), "class", "skip").line();
        top(html, seat, inOther);
        find(html, style.isEmpty());
        html.tag("main", "id", "main", "class", "wrap", "tabindex", "-1").line();
        html.tag("section", "id", "results", "aria-label", text("knowledge.site.results"), "hidden", "").tag("/section").line();
        html.tag("div", "id", "page").line();
        content.accept(html);
        html.tag("/div").line().tag("/main").line();
        html.tag("footer").tag("div", "class", "wrap").element("p", text("knowledge.site.footer", faq.company()))
                .tag("/div").tag("/footer").line();
        return html.tag("/body").line().tag("/html").line().toString();
    }

    private static void head(Html html, Seat seat, String title, String description) {
        html.tag("head").line().tag("meta", "charset", "utf-8").line();
        html.tag("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
        html.tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
        html.tag("meta", "name", "referrer", "content", "no-referrer").line();
        html.element("title", title).line();
        if (!description.isEmpty()) {
            html.tag("meta", "name", "description", "content", description).line();
        }
        html.tag("link", "rel", "icon", "type", "image/svg+xml", "href", seat.up() + "assets/icon.svg").line();
        html.tag("link", "rel", "stylesheet", "href", seat.up() + "assets/site.css").line();
        html.tag("script", "defer", "", "src", seat.own() + "data.js").tag("/script").line();
        html.tag("script", "defer", "", "src", seat.up() + "assets/search.js").tag("/script").line();
        html.tag("/head").line();
    }

    private void top(Html html, Seat seat, Function<Faq, String> inOther) {
        html.tag("header", "class", "top").tag("div", "class", "wrap").line();
        html.link(seat.own() + "index.html", name(), "class", "home").line();
        if (all.size() > 1) {
            html.tag("nav", "class", "langs", "aria-label", text("knowledge.site.languages"));
            for (var other : all) {
                var language = Locale.forLanguageTag(other.lang());
                var name = new Texts(language).get("knowledge.site.language");
                var known = Texts.LANGUAGES.contains(language) ? name : language.getDisplayName(language);
                if (other == faq) {
                    html.link(inOther.apply(other), known, "lang", other.lang(), "aria-current", "true");
                } else {
                    html.link(inOther.apply(other), known, "lang", other.lang(), "hreflang", other.lang());
                }
            }
            html.tag("/nav").line();
        }
        html.tag("/div").tag("/header").line();
    }

    /// Hidden where no script runs.
    private void find(Html html, boolean isSmall) {
        html.tag("div", "class", "find").tag("div", "class", "wrap").line();
        if (!isSmall) {
            html.element("h1", text("knowledge.site.welcome")).line();
        }
        html.tag("form", "id", "find", "role", "search", "hidden", "").line();
        html.element("label", text("knowledge.site.search"), "for", "q", "class", isSmall ? "unseen" : "");
        html.tag("input", "type", "search", "id", "q", "autocomplete", "off", "spellcheck", "false", "placeholder",
                text("knowledge.site.prompt")).line();
        html.tag("p", "id", "count", "class", "count", "role", "status").tag("/p").line();
        html.tag("/form").tag("/div").tag("/div").line();
    }
}
