package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What was found in a store after a crash.
final class Verdict {

    private static final int SECONDS_TO_ANSWER = 5;

    private final List<String> lost = new ArrayList<>();
    private final List<String> corrupt = new ArrayList<>();
    private final List<String> locked = new ArrayList<>();
    private long openMillis;

    void lost(String what) {
        lost.add(what);
    }

    void corrupt(String what) {
        corrupt.add(what);
    }

    List<String> lost() {
        return lost;
    }

    List<String> corrupt() {
        return corrupt;
    }

    List<String> locked() {
        return locked;
    }

    long openMillis() {
        return openMillis;
    }

    boolean isClean() {
        return lost.isEmpty() && corrupt.isEmpty() && locked.isEmpty();
    }

    /// Opens a store as the product does and compares. A store that does not open has lost everything.
    static Verdict on(Path folder, Acknowledged acknowledged) {
        var clock = Clock.systemUTC();
        var begun = System.nanoTime();
        try {
            var database = Database.open(new StoreFiles(folder), clock, Ids.timeOrdered(clock));
            var openMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            var verdict = database.read(acknowledged::against);
            verdict.openMillis = openMillis;
            verdict.tryUpdates(database);
            if (verdict.locked.isEmpty()) { // else it could not even be closed
                database.close();
            }
            return verdict;
        } catch (Problem e) {
            var verdict = new Verdict();
            for (var i = 0; i < acknowledged.count(); i++) {
                verdict.lost(e.textKey());
            }
            return verdict;
        } catch (RuntimeException e) {
            var verdict = new Verdict();
            verdict.corrupt("cannot be looked at: " + e);
            return verdict;
        }
    }

    /// A row whose writer died in it may be locked for ever: an update of it never returns.
    private void tryUpdates(Database database) {
        for (var table : List.of("draft", "note", "case_file", "contact", "journal", "running_number")) {
            var key = table.equals("running_number") ? "prefix" : "id";
            var update = new FutureTask<>(() -> database.write(tx -> tx.handle()
                    .execute("update %1$s set %2$s = %2$s where %2$s in (select %2$s from %1$s order by %2$s desc limit 200)"
                            .formatted(table, key))));
            Thread.ofPlatform().daemon().start(update);
            try {
                update.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                locked.add(table);
                return; // the store can be neither written nor closed any more
            } catch (ExecutionException | InterruptedException e) {
                corrupt.add(table + " cannot be updated: " + e);
            }
        }
    }
}
