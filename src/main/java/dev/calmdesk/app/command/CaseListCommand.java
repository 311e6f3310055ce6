package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.When;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Lists cases, the most pressing first.
@Command(name = "list")
final class CaseListCommand implements Callable<Integer> {

    private static final int PAGE = 200;

    /// Whoever can read the store's files sees all cases.
    private static final Actor WHOEVER_RUNS_THE_MACHINE =
            new Actor(Actor.DESK.id(), "", "", Set.of(Role.MANAGER), "");

    /// As typed.
    enum View {
        mine, team, all
    }

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--view", paramLabel = "VIEW", defaultValue = "all", descriptionKey = "cli.option.view")
    private View view = View.all;

    @Option(names = "--agent", paramLabel = "NUMBER", descriptionKey = "cli.option.agent")
    private @Nullable String agent;

    @Option(names = "--open", descriptionKey = "cli.option.open")
    private boolean open;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    CaseListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (view != View.all && agent == null) {
            throw new ParameterException(spec.commandLine(), "--view=" + view + " needs --agent");
        }
        return console.with(store.folder(console), workspace -> {
            var when = new When(console.texts(), workspace.zone(), console.clock());
            var rows = all(workspace, viewer(workspace));
            rows.forEach(row -> {
                if (json) {
                    console.json(fields(row));
                } else {
                    console.out().println(line(row, when));
                }
            });
            if (!json) {
                console.say("cli.case.count", rows.size());
            }
            return 0;
        });
    }

    private Actor viewer(Workspace workspace) {
        return agent == null
                ? WHOEVER_RUNS_THE_MACHINE
                : workspace.people()
                        .find(agent)
                        .map(Person::asActor)
                        .orElseThrow(() -> Problem.refused("cli.problem.no_person", agent));
    }

    private List<CaseRow> all(Workspace workspace, Actor viewer) {
        var list = new CaseList(CaseList.View.valueOf(view.name().toUpperCase(java.util.Locale.ROOT)), open, "");
        var rows = new ArrayList<CaseRow>();
        var page = workspace.cases().page(list, viewer, null, PAGE);
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = workspace.cases().page(list, viewer, page.getLast(), PAGE);
        }
        return rows;
    }

    private String line(CaseRow row, When when) {
        var due = row.dueAt() == null ? "" : when.left(row.dueAt());
        var severity = row.severity() == null ? "" : row.severity().name();
        return Columns.of(
                Columns.cell(row.number(), 18),
                Columns.cell(console.texts().name(row.state()), 8),
                Columns.cell(row.step(), 10),
                Columns.cell(severity, 3),
                Columns.cell(due, 12),
                Columns.cell(row.ownerName(), 10),
                Columns.cell(Objects.requireNonNullElse(row.customerName(), "–"), 10),
                row.title());
    }

    private static Map<String, Object> fields(CaseRow row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", row.number());
        fields.put("kind", row.kind());
        fields.put("state", row.state());
        fields.put("step", row.step());
        fields.put("title", row.title());
        fields.put("category", row.category());
        fields.put("severity", row.severity());
        fields.put("channel", row.channel());
        fields.put("customer", row.customerName());
        fields.put("owner", row.ownerName());
        fields.put("team", row.team());
        fields.put("openedAt", text(row.openedAt()));
        fields.put("closedAt", text(row.closedAt()));
        fields.put("dueAt", text(row.dueAt()));
        return fields;
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
