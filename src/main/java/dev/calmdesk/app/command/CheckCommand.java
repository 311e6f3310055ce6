package dev.calmdesk.app.command;

import dev.calmdesk.app.check.Finding;
import dev.calmdesk.app.check.StoreCheck;
import dev.calmdesk.sync.FillingIn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks a whole store: journal against rows, rows against rules.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var result = console.with(store.folder(console), workspace -> new StoreCheck(workspace).run());
        new TreeMap<>(result.counts()).forEach((kind, count) -> tell(kind, count.rows(), count.entries()));
        result.unchecked().forEach((kind, entries) -> tell(kind, 0, entries));
        result.findings().forEach(this::tell);
        result.fillingIn().ifPresent(past -> tell(past, result.awaited()));
        if (json) {
            console.json(Map.of("type", "result", "sound", result.isSound(), "findings", result.findings().size()));
        } else if (result.isSound()) {
            console.say("check.sound");
        } else {
            console.say("check.unsound", result.findings().size());
        }
        return result.isSound() ? 0 : CommandLines.FAILED;
    }

    private void tell(String kind, long rows, long entries) {
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("type", "count");
            fields.put("kind", kind);
            fields.put("rows", rows);
            fields.put("entries", entries);
            console.json(fields);
        } else {
            console.out().println("%-16s %7d %7d".formatted(kind, rows, entries));
        }
    }

    private void tell(FillingIn past, long awaited) {
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("type", "filling-in");
            fields.put("done", past.done());
            fields.put("until", past.until());
            fields.put("awaited", awaited);
            console.json(fields);
        } else {
            console.say("check.filling_in", past.done(), past.until(), past.percent(), awaited);
        }
    }

    private void tell(Finding finding) {
        var text = console.texts().get("check." + finding.rule(), finding.subject(), finding.detail());
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("type", "finding");
            fields.put("rule", finding.rule());
            fields.put("subject", finding.subject());
            fields.put("detail", finding.detail());
            fields.put("text", text);
            console.json(fields);
        } else {
            console.out().println(text);
        }
    }
}
