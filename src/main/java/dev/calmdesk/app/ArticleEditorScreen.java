package dev.calmdesk.app;

import dev.calmdesk.cases.Category;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.TreeChoice.Branch;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.knowledge.ArticleVersion;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.knowledge.ui.ArticleEditor;
import dev.calmdesk.knowledge.ui.EditorChoices;
import dev.calmdesk.knowledge.ui.EditorServices;
import dev.calmdesk.knowledge.ui.EditorTools;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.util.Collections;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page on which an article is written.
final class ArticleEditorScreen {

    private final Desk desk;
    private final Workspace workspace;

    ArticleEditorScreen(Desk desk) {
        this.desk = desk;
        this.workspace = desk.workspace();
    }

    Screen of(Actor actor, Navigator navigator, ArticleEditorPlace place) {
        var when = desk.when();
        var services = new EditorServices(
                workspace.articles(), new Writings(workspace.database(), workspace.clock()), id -> ArticleVersion.of(workspace.database(), id),
                id -> id.equals(Actor.DESK.id())
                        ? desk.texts().get("people.desk_itself")
                        : workspace.people().find(id).map(Person::name).orElseGet(() ->
                                desk.texts().get("cases.words.somebody")),
                when::at, workspace.pictures()::file, workspace.database().changes());
        var tools = new EditorTools(desk.background(), desk.texts(), desk.dialogs(), navigator);
        var root = new VBox();
        root.getStyleClass().add("screen");
        var today = java.time.LocalDate.ofInstant(workspace.clock().instant(), workspace.zone());
        var editor = new ArticleEditor(actor, services, tools, desk.views(), shown -> {
            VBox.setVgrow(shown, Priority.ALWAYS);
            root.getChildren().setAll(shown);
        });
        editor.open(place, today, this::choices);
        return new Screen(root, editor, editor::focus, "knowledge.editor.title");
    }

    private EditorChoices choices() {
        return new EditorChoices(owners(), products(), categories());
    }

    private List<Option> owners() {
        return workspace.people().all().stream()
                .filter(person -> person.active() && !Collections.disjoint(person.roleSet(), ArticleRights.OWNING))
                .map(person -> new Option(person.agentNo(), person.name() + " " + person.agentNo()))
                .toList();
    }

    private List<Option> products() {
        return workspace.catalogue().products().stream()
                .map(product -> new Option(product.sku(), product.name(desk.texts().language())))
                .toList();
    }

    private List<Branch> categories() {
        var language = desk.texts().language();
        return workspace.workplace().all(Category.TOPIC).stream()
                .map(top -> new Branch(
                        new Option(top.code(), top.name().in(language)),
                        top.children().stream()
                                .map(child -> new Option(child.code(), child.name().in(language)))
                                .toList()))
                .toList();
    }
}
