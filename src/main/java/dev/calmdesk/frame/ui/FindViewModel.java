package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.frame.FindSource;
import dev.calmdesk.frame.Found;
import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds customers, cases, knowledge, places and commands while a person types. The focus stays in the field: arrow keys
/// move a mark over the results. Enter before the answer is there opens the answer, not what stood there before.
public final class FindViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FindViewModel.class);
    private static final Duration PAUSE = Duration.ofMillis(120);
    private static final int SHOWN_PER_GROUP = 5;
    private static final int COMMANDS_BEFORE_TYPING = 8;

    private final List<FindSource> sources;
    private final List<Command> commands;
    private final FrameTools tools;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<FindRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(this, "nothing", "");
    private String answered = "";
    private boolean opensAnswer;

    FindViewModel(List<FindSource> sources, List<Command> commands, FrameTools tools) {
        this.sources = List.copyOf(sources);
        this.commands = List.copyOf(commands);
        this.tools = tools;
        text.subscribe((before, now) -> typed());
    }

    private void typed() {
        if (!open.get() && !text.get().isEmpty()) {
            open.set(true);
        }
        search();
    }

    /// Shows what can be done before anything is typed.
    public void begin() {
        open.set(true);
        search();
    }

    public void leave() {
        open.set(false);
    }

    private void search() {
        opensAnswer = false;
        if (!open.get()) {
            return;
        }
        var typed = text.get().strip();
        if (typed.isEmpty()) {
            tools.background().latest(this).drop();
            show("", commands.stream().limit(COMMANDS_BEFORE_TYPING).map(FindViewModel::hit).toList());
        } else {
            tools.background()
                    .latest(this, PAUSE)
                    .run("find anything", () -> find(typed))
                    .then(found -> show(typed, found));
        }
    }

    private List<FindRow> find(String typed) {
        var found = new ArrayList<FindRow>();
        for (var source : sources) {
            group(found, tools.texts().get(source.nameKey()), search(source, typed).map(hit ->
                    new FindRow.Hit(hit.title(), hit.detail(), source.icon(), "", () -> go(hit))));
        }
        var wanted = Fold.text(typed);
        group(found, tools.texts().get("frame.find.commands"), commands.stream()
                .filter(command -> isMeant(command.name(), wanted))
                .map(FindViewModel::hit));
        return found;
    }

    /// One group that cannot answer does not keep the others from it.
    private static Stream<Found> search(FindSource source, String typed) {
        try {
            return source.search().apply(typed).stream();
        } catch (Problem e) {
            LOG.info("Not searched: {} ({})", source.nameKey(), e.textKey());
            return Stream.empty();
        }
    }

    private static void group(List<FindRow> found, String name, Stream<FindRow.Hit> hits) {
        var shown = hits.limit(SHOWN_PER_GROUP).toList();
        if (!shown.isEmpty()) {
            found.add(new FindRow.Heading(name));
            found.addAll(shown);
        }
    }

    /// By a part of the name, by its sound, or by its first letters.
    static boolean isMeant(String name, String wanted) {
        var letters = wanted.replace(" ", "");
        return Fold.text(name).contains(wanted)
                || Pinyin.full(name).contains(letters)
                || Pinyin.initials(name).startsWith(letters);
    }

    private static FindRow.Hit hit(Command command) {
        return new FindRow.Hit(command.name(), "", command.icon(), command.keys(), command.act());
    }

    private void show(String typed, List<? extends FindRow> found) {
        answered = typed;
        rows.setAll(found);
        marked.set(typed.isEmpty() ? -1 : nextHit(-1, 1));
        nothing.set(found.isEmpty() ? tools.texts().get("frame.find.nothing", typed) : "");
        if (opensAnswer) {
            open();
        }
    }

    private void go(Found found) {
        found.open().accept(tools.navigator());
    }

    /// @param by 1 down, -1 up
    void move(int by) {
        var next = nextHit(marked.get(), by);
        if (next >= 0) {
            marked.set(next);
        }
    }

    private int nextHit(int from, int by) {
        return IntStream.iterate(from + by, index -> index >= 0 && index < rows.size(), index -> index + by)
                .filter(index -> rows.get(index) instanceof FindRow.Hit)
                .findFirst()
                .orElse(-1);
    }

    /// Opens what is marked.
    void open() {
        if (!answered.equals(text.get().strip())) {
            opensAnswer = true;
        } else if (marked.get() >= 0 && rows.get(marked.get()) instanceof FindRow.Hit hit) {
            open(hit);
        }
    }

    void open(FindRow.Hit hit) {
        leave();
        text.set("");
        hit.open().run();
    }

    public StringProperty textProperty() {
        return text;
    }

    ObservableList<FindRow> rows() {
        return rows;
    }

    /// Index of the marked row; -1 if there is none.
    IntegerProperty markedProperty() {
        return marked;
    }

    BooleanProperty openProperty() {
        return open;
    }

    /// Says that nothing was found; empty otherwise.
    ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    @Override
    public void close() {
        tools.background().latest(this).drop();
    }
}
