package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Place;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAck;
import dev.calmdesk.knowledge.ArticleReport;
import dev.calmdesk.knowledge.ArticleUse;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.ReportOutcome;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.people.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What in the knowledge base needs somebody: lists with counts, and a few figures above them.
public final class CareViewModel implements AutoCloseable {

    private static final Set<String> SHOWN = Set.of(
            Article.KIND.name(), ArticleReport.KIND.name(), ArticleUse.KIND.name(), ArticleAck.KIND.name(),
            Articles.READ, Writings.CHANGED, "case");

    private final Actor by;
    private final CareServices services;
    private final EditorTools tools;
    private final CareReader reader;
    private final Consumer<UUID> openCase;
    private final Changes.Subscription changes;
    private final ObjectProperty<CareShelf> shelf;
    private final ReadOnlyObjectWrapper<CareReader.@Nullable State> state = new ReadOnlyObjectWrapper<>();

    /// @param openCase opens a case on its page
    public CareViewModel(Actor by, CareServices services, EditorTools tools, Ids ids, Consumer<UUID> openCase) {
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.reader = new CareReader(by, services, tools.texts(), ids);
        this.openCase = openCase;
        this.shelf = new SimpleObjectProperty<>(CareShelf.of(by).getFirst());
        this.changes = tools.background().whenChanged(services.changes(), SHOWN, this::reload);
        reload();
    }

    private void reload() {
        tools.background().latest(this).run("read what needs care", reader::read).then(this::show);
    }

    /// The page opens at the first list in which something waits, unless somebody chose another meanwhile.
    private void show(CareReader.State read) {
        var first = shelves().getFirst();
        if (state.get() == null && shelf.get() == first) {
            shelf.set(shelves().stream()
                    .filter(each -> !read.shelves().getOrDefault(each, List.of()).isEmpty())
                    .findFirst()
                    .orElse(first));
        }
        state.set(read);
    }

    List<CareShelf> shelves() {
        return CareShelf.of(by);
    }

    List<CareRow> rows(CareShelf which) {
        var read = state.get();
        return read == null ? List.of() : read.shelves().getOrDefault(which, List.of());
    }

    void write() {
        tools.navigator().go(reader.fresh());
    }

    void go(Place place) {
        tools.navigator().go(place);
    }

    void open(UUID caseId) {
        openCase.accept(caseId);
    }

    void answer(UUID report, ReportOutcome outcome, String words) {
        tools.background()
                .run("answer report", () -> services.tasks().answer(by, report, outcome, words))
                .then(nothing -> tools.dialogs().notice("knowledge.care.answered"))
                .onProblem(tools.dialogs()::problem);
    }

    boolean owns() {
        return reader.owns();
    }

    ObjectProperty<CareShelf> shelfProperty() {
        return shelf;
    }

    /// Null until everything was read once.
    ReadOnlyObjectProperty<CareReader.@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    EditorTools tools() {
        return tools;
    }

    @Override
    public void close() {
        changes.close();
        tools.background().latest(this).drop();
    }
}
