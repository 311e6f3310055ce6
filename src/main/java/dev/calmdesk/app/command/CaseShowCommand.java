package dev.calmdesk.app.command;

import dev.calmdesk.app.CaseHistories;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.When;
import dev.calmdesk.data.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one case with everything that happened to it.
@Command(name = "show")
final class CaseShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Parameters(paramLabel = "NUMBER", descriptionKey = "cli.parameter.number")
    private String number = "";

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    CaseShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.with(store.folder(console), workspace -> {
            var subject = workspace.cases()
                    .findByNumber(number)
                    .orElseThrow(() -> Problem.refused("cli.problem.no_case", number));
            var history = workspace.cases().history(subject.id());
            if (json) {
                writeJson(workspace, subject, history);
            } else {
                write(workspace, subject, history);
            }
            return 0;
        });
    }

    private void writeJson(Workspace workspace, Case subject, List<Entry> history) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "case");
        fields.put("number", subject.number());
        fields.put("kind", subject.kind());
        fields.put("state", subject.state());
        fields.put("step", subject.step());
        fields.put("title", subject.title());
        fields.put("category", subject.category());
        fields.put("severity", subject.severity());
        fields.put("channel", subject.channel());
        fields.put("owner", person(workspace, subject.owner()));
        fields.put("team", subject.team());
        fields.put("openedAt", CaseListCommand.text(subject.openedAt()));
        fields.put("closedAt", CaseListCommand.text(subject.closedAt()));
        fields.put("reopened", subject.reopened());
        fields.put("closingCode", subject.closingCode());
        console.json(fields);
        history.forEach(entry -> writeJson(workspace, entry));
    }

    private void writeJson(Workspace workspace, Entry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "entry");
        fields.put("at", entry.at().toString());
        fields.put("author", person(workspace, entry.author()));
        fields.put("kind", entry.kind());
        fields.put("act", entry.act());
        fields.put("changes", entry.changes());
        console.json(fields);
    }

    private void write(Workspace workspace, Case subject, List<Entry> history) {
        var texts = console.texts();
        var when = new When(texts, workspace.zone(), console.clock());
        console.out().println("%s  %s  %s".formatted(subject.number(), texts.name(subject.state()), subject.title()));
        console.say("cli.case.owner", person(workspace, subject.owner()), when.at(subject.openedAt()));
        console.out().println();
        var chronicle = CaseHistories.of(workspace, texts, person -> person.name() + " " + person.agentNo());
        chronicle.tell(history).forEach(this::write);
    }

    private void write(Happening happening) {
        console.out().println(Columns.of(
                Columns.cell(happening.when(), 12), Columns.cell(happening.author(), 16), happening.sentence()));
        happening.details().forEach(detail ->
                console.out().println(" ".repeat(32) + detail.label() + ": " + detail.text()));
    }

    private String person(Workspace workspace, UUID id) {
        return workspace.people()
                .find(id)
                .map(person -> person.name() + " " + person.agentNo())
                .orElseGet(() -> console.texts().get("people.desk_itself"));
    }
}
