package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.inquiry.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is recorded about an inquiry, for reading.
public final class InquiryRecordViewModel implements AutoCloseable {

    private static final Set<String> ASKED = Set.of("details", "category", "sku");
    private static final Set<String> ANSWERED = Set.of("articles", "understood", "anything_else");
    private static final Set<String> RESULT = Set.of("solved", "satisfaction", "remark");

    private final UUID caseId;
    private final Inquiries inquiries;
    private final Chronicle chronicle;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable InquiryRecord> record = new ReadOnlyObjectWrapper<>();
    private final List<Changes.Subscription> open = new ArrayList<>();

    public InquiryRecordViewModel(UUID caseId, Inquiries inquiries, Chronicle chronicle, Background background) {
        this.caseId = caseId;
        this.inquiries = inquiries;
        this.chronicle = chronicle;
        this.background = background;
        reload();
    }

    /// Reloads when somebody here or elsewhere changes what is recorded.
    public void follow(Changes source) {
        open.add(background.whenChanged(source, Set.of("inquiry", "case", "promise"), this::reload));
    }

    private void reload() {
        background.latest(record).run("read inquiry", this::read).then(record::set);
    }

    private InquiryRecord read() {
        var inquiry = inquiries.find(caseId);
        return new InquiryRecord(
                steps(),
                inquiry.map(Inquiry::question).orElse(""),
                facts(inquiry, ASKED),
                inquiry.map(found -> found.answer() == null ? found.cannotBecause() : found.answer()).orElse(""),
                facts(inquiry, ANSWERED),
                facts(inquiry, RESULT));
    }

    private List<Stepper.Step> steps() {
        var done = inquiries.doneSteps(caseId);
        var steps = new ArrayList<Stepper.Step>();
        var isCurrentFound = false;
        for (var step : inquiries.flow().steps()) {
            var isDone = done.contains(step.code());
            var isCurrent = !isDone && !isCurrentFound;
            isCurrentFound |= isCurrent;
            steps.add(new Stepper.Step(
                    step.name().in(chronicle.texts().language()), "",
                    isDone ? Stepper.State.DONE : isCurrent ? Stepper.State.CURRENT : Stepper.State.TODO));
        }
        return List.copyOf(steps);
    }

    private List<Fact> facts(Optional<Inquiry> inquiry, Set<String> wanted) {
        var others = Inquiry.KIND.fields().keySet().stream()
                .filter(field -> !wanted.contains(field))
                .collect(Collectors.toSet());
        return inquiry.map(found -> chronicle.facts(Inquiry.KIND, found, others).stream()
                        .map(detail -> new Fact(detail.label(), detail.full()))
                        .toList())
                .orElse(List.of());
    }

    ReadOnlyObjectProperty<@Nullable InquiryRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    @Override
    public void close() {
        open.forEach(Changes.Subscription::close);
        background.latest(record).drop();
    }
}
