package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem;
import dev.calmdesk.support.FxTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class FormBufferTest extends FxTest {

    private final List<Map<String, String>> saved = new CopyOnWriteArrayList<>();
    private final List<Throwable> reported = new ArrayList<>();
    private final Background background = new Background((work, error) -> reported.add(error));

    @AfterEach
    void stopWork() {
        background.close();
    }

    private FormBuffer form(FormBuffer.Saver saver) {
        return call(() -> new FormBuffer(Map.of("account.event", "瓶盖有裂纹"), background, saver));
    }

    private Instant keep(Map<String, String> fields) {
        saved.add(fields);
        return Instant.EPOCH;
    }

    private static void await(java.util.concurrent.Callable<Boolean> isSo) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, isSo);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void savesEverythingThatStandsThereWithoutBeingAsked() throws TimeoutException {
        var form = form(this::keep);
        onFx(() -> form.field("account.place").set("家中"));
        await(() -> !saved.isEmpty());
        assertThat(saved.getLast()).containsOnly(
                Map.entry("account.event", "瓶盖有裂纹"), Map.entry("account.place", "家中"));
        assertThat(call(form::savedAtProperty).get()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void typingOnDoesNotPutTheSaveOff() throws TimeoutException {
        var form = form(this::keep);
        for (var length = 1; saved.isEmpty() && length < 1_000; length++) {
            var text = "啊".repeat(length);
            onFx(() -> form.field("account.event").set(text));
        }
        assertThat(saved).as("saves while somebody typed without a pause").isNotEmpty();
        await(() -> saved.getLast().get("account.event").equals(call(form.field("account.event")::get)));
    }

    @Test
    void triesAgainByItselfAndReportsOnce() throws TimeoutException {
        var tries = new AtomicInteger();
        var form = form(fields -> {
            if (tries.incrementAndGet() < 3) {
                throw Problem.unavailable("store.problem.disk_full", null);
            }
            return keep(fields);
        });
        onFx(() -> form.field("account.event").set("瓶盖有裂纹，漏了"));
        await(() -> call(form.failingProperty()::get));
        await(() -> !saved.isEmpty());
        await(() -> !call(form.failingProperty()::get));
        assertThat(saved.getLast()).containsEntry("account.event", "瓶盖有裂纹，漏了");
        assertThat(reported).hasSize(1);
    }

    @Test
    void showsWhatTheRecordSaysWhereNobodyTyped() {
        var form = form(this::keep);
        onFx(() -> {
            form.fill(Map.of("account.place", "家中", "account.event", "瓶盖漏气"));
            assertThat(form.field("account.place").get()).isEqualTo("家中");
            assertThat(form.field("account.event").get()).as("typed earlier").isEqualTo("瓶盖有裂纹");
            form.fill(Map.of("account.place", "办公室"));
            assertThat(form.field("account.place").get()).isEqualTo("办公室");
            form.fill(Map.of());
            assertThat(form.field("account.place").get()).isEmpty();
        });
        assertThat(form.typed()).containsOnlyKeys("account.event");
        assertThat(form.values()).containsEntry("account.place", "");
    }

    @Test
    void remembersWhatTheAuthorHadSeenWhenTheWordsWereBegun() {
        var form = call(() -> new FormBuffer(Map.of(), background, this::keep));
        onFx(() -> {
            form.fill(Map.of("seen.account", "7", "account.event", "瓶盖漏气"));
            form.field("account.event").set("瓶盖漏");
            form.fill(Map.of("seen.account", "9", "account.event", "瓶身破裂"));
            form.field("account.event").set("瓶盖漏水");
            form.field("account.place").set("家中");
        });
        assertThat(form.typed()).containsOnly(
                Map.entry("account.event", "瓶盖漏水"), Map.entry("seen.account.event", "7"),
                Map.entry("account.place", "家中"), Map.entry("seen.account.place", "9"));
        assertThat(form.values()).containsOnly(Map.entry("account.event", "瓶盖漏水"), Map.entry("account.place", "家中"));
    }

    @Test
    void wordsThatTheRecordAgreesWithOrThatWereTakenBackAreTypedNoLonger() {
        var form = call(() -> new FormBuffer(Map.of(), background, this::keep));
        onFx(() -> {
            form.fill(Map.of("seen.account", "7", "account.event", "瓶盖漏气"));
            form.field("account.event").set("瓶盖漏水");
            form.field("account.place").set("家中");
            form.fill(Map.of("seen.account", "8", "account.event", "瓶盖漏水"));
            form.field("account.place").set("");
            form.fill(Map.of("seen.account", "8", "account.event", "瓶身破裂"));
            assertThat(form.field("account.event").get()).isEqualTo("瓶身破裂");
        });
        assertThat(form.typed()).containsOnly(Map.entry("account.place", ""), Map.entry("seen.account.place", "7"));
    }

    @Test
    void takesOverWhatWasSavedEarlier() {
        var form = call(() -> new FormBuffer(Map.of(), background, this::keep));
        onFx(() -> {
            form.field("note").set("新写的");
            form.restore(Map.of("note", "以前写的", "promise", "明天回电"));
        });
        assertThat(form.typed()).containsOnly(Map.entry("note", "新写的"), Map.entry("promise", "明天回电"));
    }

    @Test
    void whatIsFinishedIsNotSavedAgain() {
        var form = form(this::keep);
        onFx(() -> {
            form.end();
            form.field("account.event").set("以后写的");
            form.flush();
        });
        background.close();
        assertThat(saved).isEmpty();
    }
}
