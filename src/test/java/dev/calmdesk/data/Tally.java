package dev.calmdesk.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Sums up many crashes.
final class Tally {

    private final String what;
    private int crashes;
    private int crashesWithLoss;
    private long acknowledged;
    private long lost;
    private long corrupt;
    private long locked;
    private long slowestOpenMillis;
    private final List<String> examples = new ArrayList<>();

    Tally(String what) {
        this.what = what;
    }

    /// @param acknowledgedSince calls that were acknowledged since the crash before
    synchronized void add(long acknowledgedSince, Verdict verdict) {
        crashes++;
        acknowledged += acknowledgedSince;
        lost += verdict.lost().size();
        corrupt += verdict.corrupt().size();
        locked += verdict.locked().size();
        slowestOpenMillis = Math.max(slowestOpenMillis, verdict.openMillis());
        if (!verdict.lost().isEmpty()) {
            crashesWithLoss++;
        }
        Stream.of(verdict.lost(), verdict.corrupt(), verdict.locked())
                .flatMap(found -> found.stream().limit(3))
                .limit(Math.max(0, 20 - examples.size()))
                .forEach(found -> examples.add("crash " + crashes + ": " + found));
    }

    synchronized int crashes() {
        return crashes;
    }

    synchronized int crashesWithLoss() {
        return crashesWithLoss;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized long lost() {
        return lost;
    }

    synchronized long corrupt() {
        return corrupt;
    }

    synchronized long locked() {
        return locked;
    }

    @Override
    public synchronized String toString() {
        return "%s: %d, acknowledged %d, lost %d, corrupt %d, locked %d, slowest opening %d ms%s"
                .formatted(
                        what,
                        crashes,
                        acknowledged,
                        lost,
                        corrupt,
                        locked,
                        slowestOpenMillis,
                        examples.isEmpty() ? "" : "\n  " + String.join("\n  ", examples));
    }
}
