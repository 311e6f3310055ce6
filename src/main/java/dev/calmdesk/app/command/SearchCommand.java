package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.Search;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches the knowledge base, in any script, pinyin or first letters.
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Parameters(arity = "1..*", paramLabel = "QUERY", descriptionKey = "cli.parameter.query")
    private List<String> words = List.of();

    @Option(names = "--in", paramLabel = "TAG", descriptionKey = "cli.option.in")
    private @Nullable String language;

    @Option(names = "--limit", defaultValue = "10", paramLabel = "N", descriptionKey = "cli.option.limit")
    private int limit = 10;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.with(store.folder(console), workspace -> {
            workspace.indexes().articles().refresh();
            var today = LocalDate.ofInstant(console.clock().instant(), workspace.zone());
            var asked = Search.Query.of(String.join(" ", words), today).atMost(limit).withComing();
            var found = workspace.indexes().articles().search(language == null ? asked : asked.in(language));
            if (!json && found.nature() != Search.Results.Nature.FOUND) {
                console.out().println(console.texts().name(found.nature()));
            }
            found.hits().forEach(hit -> write(workspace, hit));
            if (!json) {
                console.say("cli.kb.count", found.hits().size());
            }
            return 0;
        });
    }

    private void write(Workspace workspace, Search.Hit hit) {
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            var article = workspace.articles().get(hit.articleId());
            fields.put("code", article.map(Article::code).orElse(null));
            fields.put("lang", article.map(Article::lang).orElse(null));
            fields.put("kind", hit.kind());
            fields.put("title", hit.title().text());
            fields.put("validity", hit.validity());
            fields.put("mustRead", hit.mustRead());
            fields.put("passage", hit.passage().text());
            fields.put("score", hit.score());
            console.json(fields);
        } else {
            var expired = hit.isExpired() ? "  [" + console.texts().name(hit.validity()) + "]" : "";
            console.out().println("%s  %s%s".formatted(
                    Columns.cell(console.texts().name(hit.kind()), 8), hit.title().text(), expired));
            console.out().println(" ".repeat(10) + hit.passage().text());
        }
    }
}
