package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAct;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.knowledge.ArticleVersion;
import dev.calmdesk.knowledge.Writing;
import dev.calmdesk.people.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/// One article while somebody writes it. What is typed is kept on this desk at once; the article changes only by an act.
/// Whatever others do to it meanwhile is shown, and nothing of it is overwritten unseen.
public final class ArticleEditorViewModel implements AutoCloseable {

    private final UUID id;
    private final Actor by;
    private final EditorServices services;
    private final EditorTools tools;
    private final FormBuffer form;
    private final Changes.Subscription changes;
    private final ReadOnlyObjectWrapper<Opened> opened;
    private final ReadOnlyObjectWrapper<Optional<Meanwhile>> meanwhile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem.Point>> points = new ReadOnlyObjectWrapper<>(List.of());
    private volatile Map<String, String> base;
    private volatile boolean isDone;

    /// What somebody else did to the article while it was being written here.
    ///
    /// @param who names of those who did it
    /// @param changed the fields they changed
    /// @param disputed those of them that were written here too
    record Meanwhile(String who, List<String> changed, List<String> disputed) {}

    /// @param typed what stands in the form though the article does not say so: what was typed earlier, or what a new
    ///     article begins with
    /// @param base how the article stood when that was typed
    ArticleEditorViewModel(
            Actor by, Opened opened, Map<String, String> typed, Map<String, String> base, EditorServices services,
            EditorTools tools) {
        this.id = opened.id();
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.opened = new ReadOnlyObjectWrapper<>(opened);
        this.base = base;
        this.form = new FormBuffer(typed, tools.background(), this::save);
        form.fill(base);
        this.changes = tools.background().whenChanged(services.changes(), Set.of(Article.KIND.name()), this::reload);
        look();
    }

    private Instant save(Map<String, String> typed) {
        return isDone ? Instant.EPOCH : services.writings().save(by, id, typed, base);
    }

    private void reload() {
        if (!isDone) {
            tools.background().latest(this).run("read article again", () -> Opened.of(services, id)).then(now -> {
                opened.set(now);
                look();
            });
        }
    }

    /// Compares how the article stands with what the author of these words has seen.
    private void look() {
        var now = opened.get().form();
        var changed = Writing.changed(base, now);
        var disputed = Writing.overtaken(form.typed(), base, now);
        if (base.isEmpty() && now.isEmpty()) {
            return;
        }
        if (disputed.isEmpty()) {
            see(now);
        }
        var authors = authors(changed);
        if (!disputed.isEmpty() || (!changed.isEmpty() && !authors.equals(Set.of(by.id())))) {
            meanwhile.set(Optional.of(new Meanwhile(names(authors), changed, disputed)));
        } else {
            meanwhile.set(meanwhile.get().filter(known -> known.disputed().isEmpty()));
        }
    }

    private Set<UUID> authors(List<String> changed) {
        return opened.get().versions().stream()
                .filter(version -> version.changed().stream().anyMatch(changed::contains))
                .limit(1)
                .map(version -> version.by().author())
                .collect(Collectors.toSet());
    }

    private String names(Set<UUID> authors) {
        return authors.isEmpty()
                ? tools.texts().get("cases.words.somebody")
                : authors.stream().map(services.names()).collect(Collectors.joining(", "));
    }

    /// From now on what stands there was seen.
    private void see(Map<String, String> now) {
        base = now;
        form.fill(now);
    }

    /// Gives up what was typed where somebody else wrote too.
    void takeTheirs() {
        meanwhile.get().ifPresent(known -> {
            var now = opened.get().form();
            known.disputed().forEach(name -> form.field(name).set(now.getOrDefault(name, "")));
            see(now);
            meanwhile.set(Optional.empty());
        });
    }

    /// Keeps what was typed, having seen what somebody else wrote.
    void keepMine() {
        meanwhile.get().ifPresent(known -> {
            var now = opened.get().form();
            see(now);
            known.disputed().forEach(name -> {
                var field = form.field(name);
                var mine = field.get();
                field.set(now.getOrDefault(name, "")); // begun anew, over what was seen now
                field.set(mine);
            });
            meanwhile.set(Optional.empty());
        });
    }

    void dismiss() {
        meanwhile.set(Optional.empty());
    }

    ArticleRights rights() {
        return ArticleRights.of(by, opened.get().article().orElse(null));
    }

    boolean mayWrite() {
        return rights().mayWrite();
    }

    /// The act that goes furthest of those that are usual here.
    Optional<ArticleAct> mainAct() {
        var rights = rights();
        return Stream.of(ArticleAct.PUBLISH, ArticleAct.REVIEW, ArticleAct.OFFER, ArticleAct.BRING_BACK)
                .filter(rights::may)
                .findFirst();
    }

    /// Puts what was typed into the article, or keeps it on this desk where that would already be seen by everybody.
    void keep() {
        if (rights().may(ArticleAct.DRAFT)) {
            write(ArticleAct.DRAFT);
        } else {
            form.flush();
            tools.dialogs().notice("knowledge.editor.kept_here");
        }
    }

    /// @param remark what the writer is told; only for an act that leaves the words as they are
    void act(ArticleAct act, String remark) {
        if (act.changesContent()) {
            write(act);
        } else if (act == ArticleAct.CHECK) {
            run(act, () -> services.articles().check(by, id, reviewOn()));
        } else {
            run(act, () -> services.articles().mark(by, id, act, remark));
        }
    }

    private LocalDate reviewOn() {
        try {
            return LocalDate.parse(text("review_on"));
        } catch (DateTimeParseException e) {
            throw Problem.incomplete(
                    "knowledge.problem.incomplete",
                    List.of(new Problem.Point("review_on", "knowledge.problem.not_a_day")));
        }
    }

    private void write(ArticleAct act) {
        var typed = form.typed();
        typed.computeIfPresent("article.keywords", (name, words) -> words.replaceAll("[，、；;]", ","));
        var seen = base;
        run(act, () -> services.articles().write(by, id, act, typed, seen));
    }

    private void run(ArticleAct act, dev.calmdesk.fx.Background.Action action) {
        points.set(List.of());
        tools.background().run("article " + act.word(), action).then(nothing -> done(act)).onProblem(this::show);
    }

    private void done(ArticleAct act) {
        tools.dialogs().notice("knowledge.editor.done." + act.word());
        if (act == ArticleAct.DRAFT) {
            tools.background().run("read article again", () -> Opened.of(services, id)).then(now -> {
                opened.set(now);
                see(now.form());
            });
        } else {
            leaveWith();
        }
    }

    private void leaveWith() {
        isDone = true;
        form.end();
        tools.background().run("end writing", () -> services.writings().drop(by, id)).then(nothing -> leave());
    }

    private void show(Problem problem) {
        if (problem instanceof Problem.Incomplete incomplete) {
            points.set(incomplete.points());
        } else {
            tools.dialogs().problem(problem);
        }
    }

    /// Throws away what was typed and goes; for a moment that can be taken back.
    void discard() {
        var typed = form.typed();
        var seen = base;
        leaveWith();
        tools.dialogs().undoable(
                () -> tools.background()
                        .run("take up again", () -> services.writings().save(by, id, typed, seen))
                        .then(at -> tools.navigator().go(ArticleEditorPlace.of(id))),
                "knowledge.editor.discarded");
    }

    /// Goes; what was typed stays here.
    void leave() {
        form.flush();
        tools.navigator().back();
    }

    /// Puts what an old version said into the form; it is written like anything else.
    void restore(ArticleVersion version) {
        ArticleVersion.changed(form.values(), version.form())
                .forEach(name -> form.field(name).set(version.form().getOrDefault(name, "")));
        tools.dialogs().notice("knowledge.editor.restored", version.number());
    }

    boolean isTyped() {
        return !form.typed().isEmpty();
    }

    StringProperty field(String name) {
        return form.field(name);
    }

    String text(String field) {
        return form.field("article." + field).get();
    }

    FormBuffer form() {
        return form;
    }

    /// How the article stands, apart from what is typed here.
    ReadOnlyObjectProperty<Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Meanwhile>> meanwhileProperty() {
        return meanwhile.getReadOnlyProperty();
    }

    /// What keeps the last act from being done.
    ReadOnlyObjectProperty<List<Problem.Point>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    EditorTools tools() {
        return tools;
    }

    EditorServices services() {
        return services;
    }

    /// The file that a reference to a picture means.
    Function<String, Optional<Path>> pictures() {
        return services.pictures();
    }

    @Override
    public void close() {
        changes.close();
        tools.background().latest(this).drop();
        form.flush();
    }
}
