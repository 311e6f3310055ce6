package dev.calmdesk.app.command;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Json;
import dev.calmdesk.knowledge.Trial;
import dev.calmdesk.meaning.BundledEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Answers test questions about texts that lie in a file, to measure the search: one line of JSON a text (`id`, `title`,
/// `body`); then, after it said `ready`, one line `id TAB words` a question, answered by `id TAB ids`, the best first.
@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {

    private static final int LIMIT = 10;

    private final Console console;

    @Option(
            names = "--docs",
            required = true,
            defaultValue = "${env:DOCS}",
            paramLabel = "FILE",
            descriptionKey = "cli.option.docs")
    private @Nullable Path docs;

    @Option(names = "--words", descriptionKey = "cli.option.words")
    private boolean wordsOnly;

    EvalCommand(Console console) {
        this.console = console;
    }

    private record Line(@Nullable String id, @Nullable String title, @Nullable String body) {}

    @Override
    public Integer call() throws IOException {
        try (var trial = trial(); var questions = new BufferedReader(console.in())) {
            console.out().println("ready");
            console.out().flush();
            for (var line = questions.readLine(); line != null; line = questions.readLine()) {
                var question = line.split("\t", 2);
                var found = question.length < 2 ? "" : String.join(" ", trial.search(question[1], LIMIT));
                console.out().println(question[0] + "\t" + found);
                console.out().flush();
            }
        }
        return 0;
    }

    private Trial trial() {
        var file = Objects.requireNonNull(docs);
        var number = new AtomicInteger();
        try (var lines = Files.lines(file)) {
            return new Trial(texts(file, lines, number), wordsOnly ? Optional.empty() : new BundledEncoder().get());
        } catch (IOException | UncheckedIOException e) {
            throw Problem.refused("cli.problem.docs", file, number.get() + 1);
        }
    }

    private static Stream<Trial.Text> texts(Path file, Stream<String> lines, AtomicInteger number) {
        return lines.peek(line -> number.incrementAndGet()).filter(line -> !line.isBlank()).map(line -> text(line)
                .orElseThrow(() -> Problem.refused("cli.problem.docs", file, number.get())));
    }

    private static Optional<Trial.Text> text(String line) {
        try {
            var text = Json.read(line, Line.class);
            return Optional.ofNullable(text.id())
                    .map(id -> new Trial.Text(id, orEmpty(text.title()), orEmpty(text.body())));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
