package dev.calmdesk.app.check;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.data.Rows;
import dev.calmdesk.flow.Flow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A closed case satisfies every gate of its flow. Gates are content: a case that was closed before its flow was last
/// changed was judged by other gates and is left alone.
final class ClosingRule {

    private final Workspace workspace;
    private final Map<CaseKind, Instant> flowSince = new EnumMap<>(CaseKind.class);

    ClosingRule(Workspace workspace) {
        this.workspace = workspace;
    }

    void judge(List<Finding> findings) {
        var closed = workspace.database().read(handle -> {
            var past = new Past(handle);
            for (var kind : CaseKind.values()) {
                flowSince.put(kind, past.item(Flow.TOPIC.name(), kind.name())
                        .flatMap(past::lastChange)
                        .orElse(Instant.MAX));
            }
            return Rows.list(handle, Case.KIND, "state", CaseState.CLOSED);
        });
        for (var subject : closed) {
            if (Objects.requireNonNull(subject.closedAt()).isAfter(flowSince.get(subject.kind()))) {
                open(subject).forEach(point -> findings.add(new Finding("case.gate", subject.number(), point)));
            }
        }
    }

    private Stream<String> open(Case subject) {
        return switch (subject.kind()) {
            case COMPLAINT -> workspace.complaints().openPoints(subject.id(), workspace.complaints().form(subject.id())).values().stream()
                    .flatMap(List::stream)
                    .map(Point::field);
            case INQUIRY -> {
                var done = workspace.inquiries().doneSteps(subject.id());
                yield workspace.inquiries().flow().steps().stream()
                        .map(Flow.Step::code)
                        .filter(step -> !done.contains(step));
            }
        };
    }
}
