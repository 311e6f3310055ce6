package dev.calmdesk.knowledge.ui;

import dev.calmdesk.fx.Views;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.Writing;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Opens the editor: what it begins with is read off the FX thread, then the form is built over it.
public final class ArticleEditor implements AutoCloseable {

    private final Actor by;
    private final EditorServices services;
    private final EditorTools tools;
    private final Views views;
    private final Consumer<Parent> shown;
    private @Nullable ArticleEditorViewModel model;
    private @Nullable ArticleEditorController controller;
    private boolean isClosed;

    /// @param shown receives the form once it is built
    public ArticleEditor(
            Actor by, EditorServices services, EditorTools tools, Views views, Consumer<Parent> shown) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.views = views;
        this.shown = shown;
    }

    private record Begun(Opened opened, Map<String, String> typed, Map<String, String> base, EditorChoices choices) {}

    /// @param choices what there is to choose from; asked off the FX thread
    public void open(ArticleEditorPlace place, LocalDate today, Callable<EditorChoices> choices) {
        tools.background()
                .run("open article for writing", () -> begin(place, today, choices.call()))
                .then(begun -> build(begun, place.history()));
    }

    /// What was typed earlier goes before what a new article begins with.
    private Begun begin(ArticleEditorPlace place, LocalDate today, EditorChoices choices) {
        var opened = Opened.of(services, place.article());
        var kept = services.writings().find(by, place.article());
        var typed = kept.map(Writing::fields).orElseGet(() -> opened.article().isPresent() || place.start() == null
                ? Map.of()
                : Writings.begun(by, place.start(), original(place.start()), today));
        return new Begun(opened, typed, kept.map(Writing::base).orElse(opened.form()), choices);
    }

    private Optional<Article> original(ArticleEditorPlace.Start start) {
        return Optional.ofNullable(start.original()).flatMap(services.articles()::get);
    }

    private void build(Begun begun, boolean isHistory) {
        if (isClosed) {
            return;
        }
        var made = new ArticleEditorViewModel(by, begun.opened(), begun.typed(), begun.base(), services, tools);
        model = made;
        var view = views.load(ArticleEditorController.class, Map.of(
                ArticleEditorController.class, () -> new ArticleEditorController(made, begun.choices()),
                EditorActsController.class, () -> new EditorActsController(made, begun.choices())));
        controller = view.controller();
        shown.accept(view.root());
        view.root().applyCss(); // what stands in a scroll pane is in the window only once that has its skin
        view.root().layout();
        if (isHistory) {
            view.controller().openHistory();
        } else {
            view.controller().focus();
        }
    }

    public void focus() {
        if (controller != null) {
            controller.focus();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        if (model != null) {
            model.close();
        }
    }
}
