package dev.calmdesk.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Feels the pulse of the FX thread: a beat is sent every two milliseconds, one at a time, and what the thread did
/// between two beats is one task or a few short ones. Two times are taken: how long the beat had to wait, which is what
/// a person feels but on a busy machine is also the turn of other processes; and the processor time the FX thread used,
/// which is the work itself.
public final class FxBeats {

    private static final double FRAME = 16;
    /// Less than this between two beats is nobody's task.
    private static final double IDLE = 0.1;

    private final Map<String, Samples> places = new LinkedHashMap<>();
    private Samples waits = new Samples();
    private Samples works = new Samples();
    private volatile String place = "";
    private volatile boolean running;
    private Thread heart = new Thread(() -> {});

    /// Says where the script is from now on.
    public void at(String place) {
        this.place = place;
    }

    public void begin() {
        places.clear();
        waits = new Samples();
        works = new Samples();
        running = true;
        heart = Thread.ofPlatform().daemon().name("heart").start(this::beat);
    }

    private void beat() {
        var answered = new Semaphore(0);
        var threads = ManagementFactory.getThreadMXBean();
        var last = new long[1];
        try {
            while (running) {
                var where = place;
                var sent = System.nanoTime();
                Platform.runLater(() -> {
                    var used = threads.getCurrentThreadCpuTime();
                    if (last[0] != 0) {
                        note(where, (System.nanoTime() - sent) / 1e6, (used - last[0]) / 1e6);
                    }
                    last[0] = threads.getCurrentThreadCpuTime();
                    answered.release();
                });
                answered.acquire();
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String where, double wait, double work) {
        if (work < IDLE) {
            return;
        }
        waits.add(wait);
        works.add(work);
        places.computeIfAbsent(where, name -> new Samples()).add(work);
    }

    public void end(String which) throws InterruptedException {
        running = false;
        heart.join();
        Table.heading("The window's thread: tasks in " + which + ", in ms");
        print("processor time of a task", works);
        print("wait of a beat, wall time", waits);
        places.forEach((where, samples) -> {
            if (samples.max() > FRAME) {
                Table.line("  over %.0f ms of work at %-30s %d of %d tasks, longest %.1f", FRAME, where,
                        samples.above(FRAME), samples.count(), samples.max());
            }
        });
    }

    private static void print(String name, Samples samples) {
        Table.line("  %-34s p50 %7.2f   p99 %7.2f   max %7.2f   over %.0f ms: %d of %d", name, samples.percentile(50),
                samples.percentile(99), samples.max(), FRAME, samples.above(FRAME), samples.count());
    }
}
