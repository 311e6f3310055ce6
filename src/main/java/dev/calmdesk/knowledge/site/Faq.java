package dev.calmdesk.knowledge.site;

import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.exchange.FileName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What customers of one language find: articles, the important ones first, and the topics they belong to.
///
/// @param texts wording in the language of the articles, or the nearest we have
/// @param company its name in that language
record Faq(String lang, Texts texts, String company, List<Article> articles, List<Topic> topics) {

    /// @param page name of its file
    record Topic(String name, String page, List<Article> articles) {}

    static Faq of(String lang, List<Article> articles, String company, Topics topics) {
        var texts = new Texts(Texts.nearest(Locale.forLanguageTag(lang)));
        var sorted = articles.stream()
                .sorted(Comparator.comparing(Article::mustRead).reversed().thenComparing(Article::kind).thenComparing(Article::code))
                .toList();
        return new Faq(lang, texts, company, sorted, topics(sorted, texts, topics));
    }

    private static List<Topic> topics(List<Article> articles, Texts texts, Topics names) {
        var byCode = new TreeMap<String, List<Article>>();
        for (var article : articles) {
            codes(article).forEach(code -> byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(article));
        }
        var named = byCode.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> names.name(entry.getKey(), texts.language())
                                .orElseGet(() -> texts.get("knowledge.site.other")),
                        TreeMap::new,
                        Collectors.toList()));
        return named.entrySet().stream()
                .map(entry -> topic(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Topic topic) -> -topic.articles().size()).thenComparing(Topic::page))
                .toList();
    }

    private static Topic topic(String name, List<Map.Entry<String, List<Article>>> parts) {
        var articles = parts.stream().flatMap(part -> part.getValue().stream()).distinct().toList();
        var code = parts.getFirst().getKey();
        return new Topic(name, "topic-" + (code.isEmpty() ? "other" : FileName.of(code)) + ".html", articles);
    }

    /// The widest categories of an article; an empty code for none.
    static List<String> codes(Article article) {
        return article.categories().isEmpty()
                ? List.of("")
                : article.categories().stream().map(code -> code.replaceFirst("/.*", "")).distinct().toList();
    }

    List<Topic> topicsOf(Article article) {
        return topics.stream().filter(topic -> topic.articles().contains(article)).toList();
    }

    /// Others of the same topic.
    List<Article> related(Article article, int most) {
        return topicsOf(article).stream()
                .flatMap(topic -> topic.articles().stream())
                .filter(other -> other != article)
                .distinct()
                .limit(most)
                .toList();
    }

    /// Articles do not begin like topics: a page of theirs cannot be written over one.
    static String page(Article article) {
        var name = FileName.of(article.code());
        return (name.startsWith("topic-") ? "a-" : "") + name + ".html";
    }
}
