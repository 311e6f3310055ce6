package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.DueTime;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.flow.Stage;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.people.Actor;
import dev.calmdesk.search.RecordedQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// An inquiry on its way through the five steps.
public final class InquiryViewModel implements AutoCloseable {

    /// The fields that the line to say and the knowledge dock follow.
    private static final List<String> FOLLOWED = List.of(
            "inquiry.sku", "inquiry.category", "inquiry.question", "inquiry.details", "inquiry.answer", "promise.due");

    private final InquiryReference.Services services;
    private final Actor actor;
    private final Draft draft;
    private final FormBuffer form;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable InquiryReference> reference = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> done = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Problem.Point>> openPoints = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OPENING);
    private final ReadOnlyObjectWrapper<@Nullable Case> filed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Changes.Subscription changes = () -> {};

    public InquiryViewModel(
            InquiryReference.Services services, Actor actor, Draft draft, FormBuffer form, Background background,
            Texts texts) {
        this.services = services;
        this.actor = actor;
        this.draft = draft;
        this.form = form;
        this.background = background;
        this.texts = texts;
        FOLLOWED.forEach(field -> form.field(field).subscribe(change -> follow()));
        step.subscribe(change -> follow());
    }

    /// Reads what the screen needs; [#referenceProperty] tells when it is there.
    ///
    /// @param subject the case of the draft
    public void load(Case subject) {
        background.run("load inquiry", () -> InquiryReference.read(services, subject, texts)).then(read -> {
            form.fill(read.form());
            reference.set(read);
            goTo(draft.step() == null ? subject.step() : draft.step());
            judge();
        });
    }

    /// Shows what others record of the inquiry meanwhile, wherever nothing else was typed here.
    public void follow(Changes source) {
        changes = background.whenChanged(source, Set.of("inquiry"), () -> {
            var known = reference.get();
            if (known != null) {
                background.latest(form)
                        .run("read inquiry", () -> services.inquiries().form(known.subject().id()))
                        .then(form::fill);
            }
        });
    }

    public ReadOnlyObjectProperty<@Nullable InquiryReference> referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /// Code of the step that is shown; empty before [#load] is done.
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Codes of the steps whose gate holds.
    public ReadOnlyObjectProperty<List<String>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Problem.Point>> openPointsProperty() {
        return openPoints.getReadOnlyProperty();
    }

    /// For the line to say and the knowledge dock.
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The case after it was filed; null before.
    public ReadOnlyObjectProperty<@Nullable Case> filedProperty() {
        return filed.getReadOnlyProperty();
    }

    /// What went wrong, other than open points.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public StringProperty field(String name) {
        return form.field(name);
    }

    /// What a field offers to choose from.
    public List<Option> options(String field) {
        var known = Objects.requireNonNull(reference.get());
        return switch (field) {
            case "inquiry.category" -> known.categories();
            case "inquiry.sku" -> known.products();
            case "inquiry.understood" -> constants(dev.calmdesk.inquiry.Inquiry.Understood.values());
            case "inquiry.solved" -> constants(dev.calmdesk.inquiry.Inquiry.Solved.values());
            default -> List.of();
        };
    }

    private List<Option> constants(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> new Option(value.name(), texts.name(value))).toList();
    }

    public List<Flow.Step> steps() {
        return Objects.requireNonNull(reference.get()).flow().steps();
    }

    public void goTo(String code) {
        openPoints.set(List.of());
        step.set(code);
        if (draft.step() == null || !draft.step().equals(code)) {
            background.run("note step", () -> services.drafts().goTo(draft.id(), code)).onProblem(ignored -> {});
        }
    }

    public void back() {
        var index = index();
        if (index > 0) {
            goTo(steps().get(index - 1).code());
        }
    }

    public boolean isLast() {
        return index() == steps().size() - 1;
    }

    private int index() {
        return Objects.requireNonNull(reference.get()).flow().indexOf(step.get());
    }

    /// Finishes the step and shows the next one; the last step files the inquiry.
    public void finish() {
        if (isLast()) {
            file();
            return;
        }
        var finished = step.get();
        act("finish step", () -> services.inquiries().finish(actor, caseId(), finished, form.typed()), subject -> {
            goTo(steps().get(Objects.requireNonNull(reference.get()).flow().indexOf(finished) + 1).code());
            judge();
        });
    }

    private void file() {
        act("file inquiry", () -> {
            var subject = services.inquiries().file(actor, caseId(), draft.id(), form.typed());
            form.end();
            return subject;
        }, filed::set);
    }

    /// Promises the customer an answer by a time.
    public void promise() {
        var due = form.field("promise.due").get();
        var text = form.field("promise.text").get();
        if (due.isEmpty()) {
            problem.set(Problem.refused("cases.problem.promise_in_past"));
            return;
        }
        act("promise", () -> services.promises().make(actor, caseId(), text, Instant.parse(due)), made -> {
            form.field("inquiry.solved").set(dev.calmdesk.inquiry.Inquiry.Solved.PROMISED.name());
            judge();
        });
    }

    /// Puts the answer of an article into the record and notes where it came from.
    public void answerFrom(String articleCode, String answer) {
        var present = form.field("inquiry.answer").get();
        form.field("inquiry.answer").set(present.isBlank() ? answer : present + "\n" + answer);
        var codes = Stream.concat(
                        Arrays.stream(form.field("inquiry.articles").get().split(",")), Stream.of(articleCode))
                .filter(code -> !code.isBlank())
                .distinct()
                .collect(Collectors.joining(","));
        form.field("inquiry.articles").set(codes);
    }

    /// Ends the contact and keeps everything; the inquiry stays open.
    public void leave(Runnable done) {
        act("leave inquiry", () -> {
            services.inquiries().leave(actor, draft.id(), form.typed());
            form.end();
            return true;
        }, left -> done.run());
    }

    private <T> void act(String name, java.util.concurrent.Callable<T> work, java.util.function.Consumer<T> then) {
        problem.set(null);
        background.run(name, work).then(result -> {
            openPoints.set(List.of());
            then.accept(result);
        }).onProblem(refusal -> {
            if (refusal instanceof Problem.Incomplete incomplete) {
                openPoints.set(incomplete.points());
            } else {
                problem.set(refusal);
            }
        });
    }

    private void judge() {
        background.latest(done).run("judge steps", () -> services.inquiries().doneSteps(caseId())).then(done::set);
    }

    private java.util.UUID caseId() {
        return Objects.requireNonNull(reference.get()).subject().id();
    }

    private void follow() {
        var known = reference.get();
        if (known == null || step.get().isEmpty()) {
            return;
        }
        Function<String, String> text = name -> Objects.requireNonNullElse(form.field(name).get(), "");
        var product = known.productName(text.apply("inquiry.sku"));
        var values = new HashMap<String, String>();
        values.put("product", product);
        values.put("caseNumber", known.subject().number());
        values.put("summary", text.apply("inquiry.question"));
        var due = text.apply("promise.due");
        values.put("promiseTime", due.isEmpty() ? "" : DueTime.show(Instant.parse(due), ZoneId.systemDefault()));
        var recorded = new RecordedQuery(
                product, "", known.categoryName(text.apply("inquiry.category")), text.apply("inquiry.question"),
                text.apply("inquiry.details"));
        stage.set(new Stage("INQUIRY", known.flow().step(step.get()).moments(), 0, Map.copyOf(values), recorded));
    }

    @Override
    public void close() {
        changes.close();
        background.latest(form).drop();
        background.latest(done).drop();
    }
}
