package dev.calmdesk.sync;

import dev.calmdesk.sync.SimulatedDesk.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// Seeds run in a process of their own: what lies in sets has another order there, times differ, nothing ran before.
final class Replay {

    private static final String TOLD = "seed ";

    private Replay() {}

    /// @param arguments a folder, the first seed, how many
    public static void main(String[] arguments) throws Exception {
        SimulationTest.keepCrashesQuiet();
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "replay");
        try (var lab = new Lab(folder.resolve("lab"));
                var hub = new SimulatedHub()) {
            var first = Long.parseLong(arguments[1]);
            for (var seed = first; seed < first + Long.parseLong(arguments[2]); seed++) {
                System.out.println(told(seed, outcome(lab, seed, hub, Fault.NONE)));
            }
        }
    }

    /// What another process makes of some seeds, a line each.
    static List<String> elsewhere(Path folder, long first, int count) {
        var child = Child.start(
                folder, Replay.class, folder.toString(), String.valueOf(first), String.valueOf(count));
        child.await(said -> told(said).size() == count);
        return told(child.lines());
    }

    private static List<String> told(List<String> said) {
        return said.stream().filter(line -> line.startsWith(TOLD)).toList();
    }

    /// The same here.
    static List<String> here(Lab lab, SimulatedNetwork.Hubs hub, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(seed -> told(seed, outcome(lab, seed, hub, Fault.NONE)))
                .toList();
    }

    private static String told(long seed, String outcome) {
        return TOLD + seed + ": " + outcome.lines().findFirst().orElse("") + ' ' + Integer.toHexString(outcome.hashCode());
    }

    /// Everything a run comes to: what broke, or the journals of all desks.
    static String outcome(Lab lab, long seed, SimulatedNetwork.Hubs hub, Fault fault) {
        try {
            return "whole\n" + new Simulation(lab, seed, hub, fault).run();
        } catch (Property.Broken broken) {
            return "broken " + broken.properties() + '\n' + broken;
        } catch (Exception | AssertionError e) {
            return "failed " + e.getClass().getSimpleName();
        }
    }
}
