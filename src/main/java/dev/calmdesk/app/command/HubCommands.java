package dev.calmdesk.app.command;

import dev.calmdesk.base.Problem;
import dev.calmdesk.hub.Desks;
import dev.calmdesk.hub.HubKey;
import dev.calmdesk.hub.HubServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The hub, from a command line.
final class HubCommands {

    private HubCommands() {}

    /// Runs a hub until the process is told to end.
    @Command(name = "serve")
    static final class Serve implements Callable<Integer> {

        private static final String STANDARD_PORT = "8470";
        private static final String THIS_MACHINE = "127.0.0.1";

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Option(names = "--port", defaultValue = STANDARD_PORT, descriptionKey = "cli.option.port")
        private int port;

        @Option(names = "--host", defaultValue = THIS_MACHINE, paramLabel = "HOST", descriptionKey = "cli.option.host")
        private String host = THIS_MACHINE;

        @Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "cli.option.tls_key")
        private @Nullable Path key;

        @Option(names = "--tls-certificate", paramLabel = "FILE", descriptionKey = "cli.option.tls_certificate")
        private @Nullable Path certificate;

        @Option(names = "--plain", descriptionKey = "cli.option.plain")
        private boolean plain;

        Serve(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws InterruptedException {
            var tls = tls();
            var process = hub.open(console);
            LogFile.requests(hub.folder(console));
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "hub ends"));
            var open = process.serve(new HubServer.Place(host, port, tls));
            console.say("cli.hub.listening", tls == null ? "http" : "https", host, String.valueOf(open));
            new CountDownLatch(1).await();
            return 0;
        }

        /// What is given, else the hub's own; on this machine alone nothing is needed.
        private @Nullable HubKey tls() {
            if ((key == null) != (certificate == null)) {
                throw Problem.refused("hub.problem.key_and_certificate");
            } else if (key != null && certificate != null) {
                return HubKey.read(key, certificate);
            }
            return plain || host.equals(THIS_MACHINE) ? null : HubKey.keptIn(hub.folder(console), console.clock());
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

        @Option(names = "--with-history", descriptionKey = "cli.option.with_history")
        private boolean withHistory;

        @Option(names = "--to", paramLabel = "FILE", descriptionKey = "cli.option.admission_to")
        private @Nullable Path to;

        Enrol(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = hub.open(console)) {
                console.out().println(to == null
                        ? process.offer(team, withHistory).text()
                        : process.bundles().admit(to, "team-" + team, withHistory));
            }
            return 0;
        }
    }

    /// Lists the desks of a hub.
    @Command(name = "desks")
    static final class DeskList implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Option(names = "--json", descriptionKey = "cli.option.json")
        private boolean json;

        DeskList(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = hub.open(console)) {
                process.desks().all().forEach(desk -> {
                    if (json) {
                        console.json(fields(desk));
                    } else {
                        console.out().println(line(desk));
                    }
                });
            }
            return 0;
        }

        private String line(Desks.Known desk) {
            var texts = console.texts();
            var seen = desk.seenAt() == null ? texts.get("cli.hub.desk.never") : desk.seenAt().toString();
            var line = texts.get(
                    "cli.hub.desk", desk.code(), desk.teamScope(), desk.enrolledAt(), seen, String.valueOf(desk.lastSeq()));
            return desk.revokedAt() == null ? line : line + texts.get("cli.hub.desk.revoked", desk.revokedAt());
        }

        private static LinkedHashMap<String, @Nullable Object> fields(Desks.Known desk) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("code", desk.code());
            fields.put("team", desk.teamScope());
            fields.put("enrolledAt", text(desk.enrolledAt()));
            fields.put("seenAt", text(desk.seenAt()));
            fields.put("lastSeq", desk.lastSeq());
            fields.put("revokedAt", text(desk.revokedAt()));
            return fields;
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }

    /// Lets desks offer again what a hub lost that was restored from a backup.
    @Command(name = "restored")
    static final class Restored implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        Restored(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = hub.open(console)) {
                process.restored();
                console.say("cli.hub.restored");
            }
            return 0;
        }
    }

    /// Shuts a desk out.
    @Command(name = "revoke")
    static final class Revoke implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "cli.parameter.desk_code")
        private String code = "";

        Revoke(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = hub.open(console)) {
                var desk = code.strip().toUpperCase(Locale.ROOT);
                if (!process.enrolment().revoke(desk)) {
                    throw Problem.refused("hub.problem.no_desk", desk);
                }
                console.say("cli.hub.revoked", desk);
            }
            return 0;
        }
    }
}
