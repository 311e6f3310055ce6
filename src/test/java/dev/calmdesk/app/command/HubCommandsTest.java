package dev.calmdesk.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.hub.EntryRules;
import dev.calmdesk.hub.HubKey;
import dev.calmdesk.hub.HubProcess;
import dev.calmdesk.hub.HubServer;
import dev.calmdesk.support.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub for trying out, and two stores that are enrolled with it, all from the command line.
class HubCommandsTest {

    private static final UUID SOMEBODY = new UUID(8, 8);

    @TempDir
    private Path home;

    private record Done(int code, String out, String err) {}

    private Done run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                Reader.nullReader(), new PrintWriter(out), new PrintWriter(err), new Texts(Locale.ENGLISH), Clock.systemUTC(),
                home.resolve("standard"), folder -> {});
        return new Done(CommandLines.of(console).execute(arguments), out.toString(), err.toString());
    }

    private String folder(String name) {
        return home.resolve(name).toString();
    }

    private HubProcess hub() {
        return new HubProcess(
                new HubProcess.Place(null, home.resolve("hub")), Clock.systemUTC(),
                new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY));
    }

    private void enrol(int port, String store) {
        var code = run("hub", "enrol", "--team", "T1", "--data", folder("hub"));
        assertThat(code.err()).isEmpty();
        var enrolled = run("sync", "enrol", "http://127.0.0.1:" + port, code.out().strip(), "--data", folder(store));
        assertThat(enrolled.err()).isEmpty();
        assertThat(enrolled.code()).isZero();
    }

    private void note(String store, String text) {
        var clock = Clock.systemUTC();
        try (var workspace = Workspace.open(new StoreFiles(home.resolve(store)), clock, Ids.timeOrdered(clock))) {
            workspace.database().writeDo(tx -> tx.write(Note.KIND, UUID.randomUUID())
                    .set("case_id", SOMEBODY)
                    .set("author", SOMEBODY)
                    .set("text", text)
                    .set("at", 0L)
                    .as("added", SOMEBODY));
        }
    }

    private List<String> notes(String store) {
        var clock = Clock.systemUTC();
        try (var workspace = Workspace.open(new StoreFiles(home.resolve(store)), clock, Ids.timeOrdered(clock))) {
            return workspace.cases().notes(SOMEBODY).stream().map(Note::text).toList();
        }
    }

    private JsonNode sync(String store) {
        var done = run("sync", "--json", "--data", folder(store));
        assertThat(done.err()).isEmpty();
        return Json.read(done.out(), JsonNode.class);
    }

    @Test
    void twoStoresMeetAtAHubThatIsStoppedAndStartedAgain() {
        Postgres.assumeItMayRun();
        try (var hub = hub()) {
            var port = hub.serve(0);
            enrol(port, "lin");
            enrol(port, "chen");
            note("lin", "客户下午在家");
            assertThat(sync("lin").get("pushed").asInt()).isEqualTo(1);
            assertThat(sync("chen").get("pulled").asInt()).isEqualTo(1);
            assertThat(notes("chen")).containsExactly("客户下午在家");
            assertThat(run("check", "--data", folder("chen")).code()).isZero();
            assertThat(run("sync", "enrol", "http://127.0.0.1:" + port, "guessed", "--data", folder("lin")).err())
                    .contains("This code lets nobody in");
            var taken = run("hub", "serve", "--port", String.valueOf(port), "--data", folder("hub"));
            assertThat(taken.err()).contains("Port " + port + " is taken");
        }
        var silent = run("sync", "--data", folder("lin"));
        assertThat(silent.code()).isEqualTo(1);
        assertThat(silent.err()).contains("The hub does not answer").contains("Nothing is lost");

        try (var again = hub()) {
            again.serve(0);
            assertThat(again.enrolment().offer("team-T1")).isNotBlank();
        }
    }

    @Test
    void aStoreThatWasRestoredFromItsBackupSyncsOn() {
        Postgres.assumeItMayRun();
        try (var hub = hub()) {
            var port = hub.serve(0);
            enrol(port, "lin");
            enrol(port, "chen");
            run("backup", "--data", folder("lin"));
            note("lin", "lost with the disk");
            sync("lin");
            assertThat(run("restore", "--data", folder("lin")).code()).isZero();
            note("lin", "written after the restore");

            assertThat(sync("lin").get("pushed").asInt()).isEqualTo(1);
            sync("chen");
            assertThat(notes("lin")).containsExactlyInAnyOrder("lost with the disk", "written after the restore");
            assertThat(notes("chen")).containsExactlyInAnyOrder("lost with the disk", "written after the restore");
            assertThat(run("check", "--data", folder("lin")).code()).isZero();
        }
    }

    @Test
    void aHubThatWasRestoredFromItsBackupGetsBackWhatItLost() throws IOException {
        Postgres.assumeItMayRun();
        int port;
        try (var hub = hub()) {
            port = hub.serve(0);
            enrol(port, "lin");
            enrol(port, "chen");
            note("lin", "in the backup");
            sync("lin");
        }
        copy("hub", "backup");
        try (var hub = hub()) {
            hub.serve(port);
            note("lin", "lost by the hub");
            sync("lin");
        }
        delete("hub");
        copy("backup", "hub");
        try (var hub = hub()) {
            hub.serve(port);
            note("lin", "written meanwhile");
            var stopped = run("sync", "--data", folder("lin"));
            assertThat(stopped.code()).isEqualTo(1);
            assertThat(stopped.err()).contains("Nothing is lost").contains("calmdesk hub restored");

            assertThat(run("hub", "restored", "--data", folder("hub")).code()).isZero();
            sync("lin");
            sync("lin");
            sync("chen");
            sync("chen");
            assertThat(notes("chen")).containsExactlyInAnyOrder("in the backup", "lost by the hub", "written meanwhile");
            assertThat(run("check", "--data", folder("lin")).code()).isZero();
            assertThat(run("check", "--data", folder("chen")).code()).isZero();
        }
    }

    private void copy(String from, String to) throws IOException {
        try (var files = Files.walk(home.resolve(from))) {
            for (var file : files.toList()) {
                var there = home.resolve(to).resolve(home.resolve(from).relativize(file));
                Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void delete(String folder) throws IOException {
        try (var files = Files.walk(home.resolve(folder))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDeskIsListedAndShutOut() {
        Postgres.assumeItMayRun();
        try (var hub = hub()) {
            enrol(hub.serve(0), "lin");
            note("lin", "x");
            sync("lin");
            var listed = run("hub", "desks", "--json", "--data", folder("hub"));
            var desk = Json.read(listed.out(), JsonNode.class);
            assertThat(desk.get("code").asText()).isEqualTo("A01");
            assertThat(desk.get("lastSeq").asInt()).isEqualTo(1);
            assertThat(desk.get("seenAt").isNull()).isFalse();
            assertThat(desk.get("revokedAt").isNull()).isTrue();

            assertThat(run("hub", "revoke", "a01", "--data", folder("hub")).out()).contains("A01");
            assertThat(run("hub", "desks", "--data", folder("hub")).out()).contains("A01", "team-T1", "revoked");
            assertThat(run("sync", "--data", folder("lin")).err()).contains("revoked");
            assertThat(run("hub", "revoke", "B99", "--data", folder("hub")).err()).contains("calmdesk hub desks");
        }
    }

    @Test
    void twoStoresMeetByAStick() {
        Postgres.assumeItMayRun();
        try (var hub = hub()) {
            for (var store : List.of("lin", "chen")) {
                var code = run("hub", "enrol", "--team", "T1", "--to", folder("admission"), "--data", folder("hub"));
                var enrolled = run(
                        "sync", "bundle", "enrol", folder("admission"), code.out().strip(), "--data", folder(store));
                assertThat(enrolled.err()).isEmpty();
            }
            note("lin", "客户下午在家");
            assertThat(run("sync", "--data", folder("lin")).err()).contains("calmdesk sync bundle write");
            assertThat(trip("lin")).contains("1 entries answered");
            assertThat(trip("chen")).contains("1 entries and 0 files received");
        }
        assertThat(notes("chen")).containsExactly("客户下午在家");
        assertThat(run("sync", "bundle", "read", folder("nothing"), "--data", folder("chen")).err())
                .contains("cannot be read");
    }

    private String trip(String store) {
        assertThat(run("sync", "bundle", "write", folder("stick"), "--data", folder(store)).err()).isEmpty();
        assertThat(run("hub", "bundle", folder("stick"), "--answer", folder("answer"), "--data", folder("hub")).err())
                .isEmpty();
        return run("sync", "bundle", "read", folder("answer"), "--data", folder(store)).out();
    }

    @Test
    void aCodeCarriesTheKeyOfAHubThatEncrypts() {
        Postgres.assumeItMayRun();
        try (var hub = hub()) {
            var key = HubKey.keptIn(home.resolve("hub"), Clock.systemUTC());
            var port = hub.serve(new HubServer.Place("127.0.0.1", 0, key));
            var code = run("hub", "enrol", "--team", "T1", "--data", folder("hub")).out().strip();
            assertThat(code).endsWith("." + key.pin());
            var address = "https://127.0.0.1:" + port;
            assertThat(run("sync", "enrol", address, code.replace('.', '-'), "--data", folder("lin")).err())
                    .contains("does not prove");
            assertThat(run("sync", "enrol", address, code, "--data", folder("lin")).err()).isEmpty();
            note("lin", "x");
            assertThat(sync("lin").get("pushed").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aHubThatOthersCouldReadAlongIsNotStarted() {
        Postgres.assumeItMayRun();
        var plain = run("hub", "serve", "--host", "0.0.0.0", "--plain", "--data", folder("hub"));
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.err()).contains("others could read along");
        assertThat(run("hub", "serve", "--tls-key", folder("key"), "--data", folder("hub")).err())
                .contains("--tls-certificate");
        assertThat(run("hub", "serve", "--tls-key", folder("key"), "--tls-certificate", folder("c"), "--data", folder("hub"))
                        .err())
                .contains("PEM");
    }

    @Test
    void aStoreWithoutAHubIsToldWhatToDo() {
        note("alone", "x");

        var refused = run("sync", "--data", folder("alone"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("calmdesk sync enrol");
        var exported = run("sync", "export", home.resolve("work").toString(), "--data", folder("alone"));
        assertThat(exported.out()).contains("1 unsent entries", "work.jsonl", "work.md");
    }

    @Test
    void whatAKilledHubLeftBehindDoesNotKeepTheNextOneOut() throws java.io.IOException {
        Postgres.assumeItMayRun();
        java.nio.file.Files.createDirectories(home.resolve("hub"));
        java.nio.file.Files.writeString(
                home.resolve("hub").resolve("address"), "jdbc:postgresql://127.0.0.1:1/postgres?user=postgres");
        try (var hub = hub()) {
            assertThat(hub.enrolment().offer("team-T1")).isNotBlank();
        }
    }

    @Test
    void plainHttpLeavesThisMachineForNobody() {
        for (var address : List.of("http://hub.example.com", "127.0.0.1:8470", "hub", "ftp://127.0.0.1")) {
            var refused = run("sync", "enrol", address, "code", "--data", folder("far"));
            assertThat(refused.code()).isNotZero();
            assertThat(refused.err()).isNotBlank().doesNotContain("unexpected");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOneSentence() {
        var refused = run(
                "hub", "enrol", "--team", "T1", "--database-url", "jdbc:postgresql://127.0.0.1:1/none?user=x&password=x");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().lines()).singleElement().asString().contains("--database-url");
    }
}
