package dev.calmdesk.app.command;

import dev.calmdesk.hub.HubProcess;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The hub, from a command line.
final class HubCommands {

    private HubCommands() {}

    /// Runs a hub until the process is told to end.
    @Command(name = "serve")
    static final class Serve implements Callable<Integer> {

        private static final String STANDARD_PORT = "8470";

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Option(names = "--port", defaultValue = STANDARD_PORT, descriptionKey = "cli.option.port")
        private int port;

        Serve(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws InterruptedException {
            var process = new HubProcess(hub.place(console), console.clock());
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "hub ends"));
            console.say("cli.hub.listening", String.valueOf(process.serve(port)));
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /// Hands out a code that lets one desk in.
    @Command(name = "enrol")
    static final class Enrol implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Option(names = "--team", required = true, paramLabel = "TEAM", descriptionKey = "cli.option.team")
        private String team = "";

        Enrol(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = new HubProcess(hub.place(console), console.clock())) {
                console.out().println(process.enrolment().offer("team-" + team));
            }
            return 0;
        }
    }
}
