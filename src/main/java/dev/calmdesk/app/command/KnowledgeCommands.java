package dev.calmdesk.app.command;

import dev.calmdesk.app.KnowledgeFiles;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.knowledge.exchange.Format;
import dev.calmdesk.knowledge.exchange.Headings;
import dev.calmdesk.knowledge.exchange.Plan;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Articles from files, to files, and as a FAQ for customers.
final class KnowledgeCommands {

    private KnowledgeCommands() {}

    /// Shows the plan first in any case.
    @Command(name = "import")
    static final class Import implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(paramLabel = "PATH", descriptionKey = "cli.parameter.articles")
        private Path path = Path.of("");

        @Option(names = "--dry-run", descriptionKey = "cli.option.dry_run")
        private boolean isDry;

        @Option(names = "--agent", paramLabel = "NUMBER", descriptionKey = "cli.option.author")
        private @Nullable String agent;

        @Option(names = "--only-good", descriptionKey = "cli.option.only_good")
        private boolean onlyGood;

        Import(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return console.with(store.folder(console), workspace -> {
                var imports = KnowledgeFiles.of(workspace).imports();
                var plan = imports.plan(path, new Headings(console.texts()));
                show(plan);
                if (isDry) {
                    console.say("knowledge.import.nothing_written");
                    return plan.count(Plan.Fate.REFUSED) == 0 ? 0 : CommandLines.FAILED;
                }
                console.say("knowledge.import.done", imports.carryOut(author(workspace), plan, onlyGood));
                return 0;
            });
        }

        /// A hub takes later imports only from somebody who answers for them.
        private Actor author(Workspace workspace) {
            if (agent != null) {
                return workspace.people()
                        .find(agent)
                        .map(Person::asActor)
                        .orElseThrow(() -> Problem.refused("cli.problem.no_person", agent));
            } else if (workspace.replica().link().isPresent()) {
                throw Problem.refused("cli.problem.author_missing");
            }
            return Actor.DESK;
        }

        private void show(Plan plan) {
            var texts = console.texts();
            for (var row : plan.rows()) {
                if (row.fate() != Plan.Fate.SAME) {
                    console.out().println(Columns.of(
                            Columns.cell(texts.name(row.fate()), 8), row.place(), row.code(), row.lang(), changed(row)));
                }
                row.flaws().forEach(flaw -> console.out().println(" ".repeat(10) + flaw.words(texts)));
            }
            if (!plan.unknownColumns().isEmpty()) {
                console.say("knowledge.import.unknown", String.join(" · ", plan.unknownColumns()));
            }
            console.say(
                    "knowledge.import.counts", plan.count(Plan.Fate.NEW), plan.count(Plan.Fate.CHANGED),
                    plan.count(Plan.Fate.SAME), plan.count(Plan.Fate.REFUSED));
        }

        private String changed(Plan.Row row) {
            return row.changed().stream()
                    .map(column -> console.texts().get(column.textKey()))
                    .collect(Collectors.joining(" · "));
        }
    }

    /// Writes every article, so that importing them changes nothing.
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(paramLabel = "PATH", descriptionKey = "cli.parameter.articles_out")
        private Path path = Path.of("");

        @Option(names = "--format", required = true, paramLabel = "FORMAT", descriptionKey = "cli.option.format")
        private Format format = Format.MD;

        @Option(names = "--in", paramLabel = "TAG", descriptionKey = "cli.option.in")
        private @Nullable String language;

        Export(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return console.with(store.folder(console), workspace -> {
                var written = KnowledgeFiles.of(workspace)
                        .exports()
                        .write(path, format, language, new Headings(console.texts()));
                console.say("knowledge.export.done", written, path);
                return 0;
            });
        }
    }

    /// Publishes what customers may read.
    @Command(name = "publish")
    static final class Publish implements Callable<Integer> {
        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(paramLabel = "DIR", descriptionKey = "cli.parameter.site")
        private Path folder = Path.of("");

        @Option(names = "--in", paramLabel = "TAG", descriptionKey = "cli.option.in")
        private @Nullable String language;

        Publish(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return console.with(store.folder(console), workspace -> {
                var published = KnowledgeFiles.of(workspace)
                        .publishing()
                        .publish(Actor.DESK, folder, language, console.texts().language());
                console.say("knowledge.site.done", published.articles(), published.languages(), published.main());
                return 0;
            });
        }
    }
}
