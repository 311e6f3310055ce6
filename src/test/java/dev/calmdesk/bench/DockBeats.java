package dev.calmdesk.bench;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Views;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.ui.ArticleActs;
import dev.calmdesk.knowledge.ui.KnowledgeController;
import dev.calmdesk.knowledge.ui.KnowledgeViewModel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ScriptedDialogs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a keystroke in the dock to the pulse that lays out the new list, among 10,000 articles.
abstract class DockBeats extends FxTest {

    private static final int ARTICLES = 10_000;
    private static final int KEYSTROKES = 300;
    private static final int WARM_UP = 100;
    private static final double FRAME = 16;
    private static final double WIDTH = 350;
    private static final double HEIGHT = 720;
    /// Quicker than most fingers, and long enough for the picture before to be out: without a display, copying it takes
    /// the window's thread longer than everything else.
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(200);

    @Test
    void aKeystrokeToThePaintedList(@TempDir Path folder) throws InterruptedException {
        var clock = Clock.systemUTC();
        var library = new Library();
        try (var database = Database.open(new StoreFiles(folder.resolve("store")), clock, Ids.timeOrdered(clock));
                var background = new Background((name, problem) -> {});
                var index = ArticleIndex.in(folder.resolve("index"), database, () -> Synonyms.GENERAL);
                var cases = CaseIndex.inMemory(database, Set.of(), () -> Synonyms.GENERAL)) {
            library.into(database, ARTICLES);
            index.refresh();
            cases.refresh();
            var somebody = new Actor(new UUID(0, 2), "8021", "林晓棠", Set.of(Role.AGENT), "T1");
            var model = call(() -> new KnowledgeViewModel(
                    new KnowledgeViewModel.Services(
                            index, cases, new Articles(database, clock, Ids.timeOrdered(clock)), reference -> Optional.empty(),
                            database.changes(),
                            () -> LocalDate.of(2026, 11, 22)),
                    somebody, background, texts));
            var acts = new ArticleActs(model, text -> {}, new ScriptedDialogs(), answer -> answer, Optional.empty());
            var scene = show(call(() -> new Scene(
                            new Views(texts)
                                    .load(
                                            KnowledgeController.class,
                                            Map.of(KnowledgeController.class,
                                                    () -> new KnowledgeController(model, texts, acts)))
                                    .root(),
                            WIDTH, HEIGHT)
                    .getRoot()));
            var filled = new Samples();
            var times = new Samples();
            var typed = library.keystrokes(KEYSTROKES + WARM_UP);
            for (var i = 0; i < typed.size(); i++) {
                Thread.sleep(BETWEEN_KEYS);
                var nanos = painted(scene, model, typed.get(i));
                if (i >= WARM_UP && nanos.painted() > 0) {
                    filled.addNanos(nanos.filled());
                    times.addNanos(nanos.painted());
                }
            }
            onFx(model::close);
            Table.heading("Search: a keystroke to the painted list, %,d articles".formatted(ARTICLES));
            Table.row("to the list filled", filled);
            Table.row("to the pulse that laid it out", times);
            Table.line("  %-34s %.2f ms, over %.0f ms: %d", "95th percentile", times.percentile(95), FRAME, times.above(FRAME));
        }
    }

    /// What one key took, in nanoseconds; 0 where the list stays as it is. A pulse comes each sixtieth of a second.
    private record Key(long filled, long painted) {}

    private Key painted(Scene scene, KnowledgeViewModel model, String text) throws InterruptedException {
        var painted = new CountDownLatch(1);
        var end = new long[1];
        var begin = new long[1];
        var listed = new AtomicBoolean();
        ListView<?> list = robot.lookup("#hits").query();
        var full = new long[1];
        InvalidationListener changed = items -> {
            listed.set(true);
            full[0] = System.nanoTime();
        };
        Runnable pulse = () -> {
            if (listed.get() && painted.getCount() > 0) {
                end[0] = System.nanoTime();
                painted.countDown();
            }
        };
        onFx(() -> {
            list.getItems().addListener(changed);
            scene.addPostLayoutPulseListener(pulse);
            begin[0] = System.nanoTime();
            model.textProperty().set(text);
        });
        var isDone = painted.await(500, TimeUnit.MILLISECONDS);
        onFx(() -> {
            list.getItems().removeListener(changed);
            scene.removePostLayoutPulseListener(pulse);
        });
        return isDone ? new Key(full[0] - begin[0], end[0] - begin[0]) : new Key(0, 0);
    }
}
