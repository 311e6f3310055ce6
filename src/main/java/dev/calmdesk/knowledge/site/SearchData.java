package dev.calmdesk.knowledge.site;

import dev.calmdesk.data.Json;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What `search.js` looks into, as a script: a page on a disk may load scripts, but fetch nothing.
final class SearchData {

    private static final int FIRST = 6;

    private SearchData() {}

    static String of(Faq faq) {
        var words = new CustomerWords(faq.texts(), faq.company());
        var articles = new ArrayList<Map<String, Object>>();
        for (var article : faq.articles()) {
            articles.add(entry(article, words, articles.size() < FIRST));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("words", new TreeMap<>(Map.of(
                "found", faq.texts().bundle().getString("knowledge.site.found"),
                "nothing", faq.texts().get("knowledge.site.nothing"),
                "hint", faq.texts().get("knowledge.site.nothing_hint"),
                "perhaps", faq.texts().get("knowledge.site.perhaps"))));
        data.put("fold", fold(articles));
        data.put("articles", articles);
        return "window.FAQ = " + Json.write(data).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + ";\n";
    }

    private static Map<String, Object> entry(Article article, CustomerWords words, boolean isFirst) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("u", Faq.page(article));
        entry.put("t", words.of(article.title()));
        entry.put("q", words.of(article.question()));
        entry.put("k", String.join(" ", article.keywords()));
        entry.put("a", words.of(article.answer()));
        entry.put("b", words.of(MarkdownHtml.text(article.detail())).replaceAll("\\s+", " "));
        entry.put("p", sounds(article));
        if (isFirst) {
            entry.put("f", 1);
        }
        return entry;
    }

    /// The syllables of each Chinese run of title and keywords: `tui huo|yun fei`.
    private static String sounds(Article article) {
        var runs = new ArrayList<String>();
        var texts = new ArrayList<>(List.of(article.title()));
        texts.addAll(article.keywords());
        for (var text : texts) {
            var run = new ArrayList<String>();
            for (var syllable : Pinyin.of(text)) {
                if (syllable.isEmpty()) {
                    add(runs, run);
                } else {
                    run.add(syllable);
                }
            }
            add(runs, run);
        }
        return runs.stream().distinct().collect(Collectors.joining("|"));
    }

    private static void add(List<String> runs, List<String> run) {
        if (!run.isEmpty()) {
            runs.add(String.join(" ", run));
        }
        run.clear();
    }

    /// Pairs of a Traditional character and the Simplified one that stands in these articles, in either script.
    private static String fold(List<Map<String, Object>> articles) {
        var used = articles.stream()
                .flatMap(entry -> entry.values().stream())
                .flatMapToInt(value -> Fold.text(value.toString()).codePoints())
                .boxed()
                .collect(Collectors.toSet());
        var pairs = new StringBuilder();
        for (var character = '\u3400'; character <= '\u9fff'; character++) {
            var simple = Fold.text(String.valueOf(character));
            if (simple.length() == 1 && simple.charAt(0) != character && used.contains((int) simple.charAt(0))) {
                pairs.append(character).append(simple);
            }
        }
        return pairs.toString();
    }
}
