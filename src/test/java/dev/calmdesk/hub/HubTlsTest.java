package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Problem;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// A desk speaks to the hub whose key it was given, and to no other.
class HubTlsTest {

    private static final String TEAM = "team-T1";

    @TempDir
    private Path folder;

    private Enrolment enrolment;
    private HubKey key;
    private HubServer server;
    private URI address;

    @BeforeEach
    void serve() {
        var database = HubDatabase.open(Postgres.emptyDatabase());
        enrolment = new Enrolment(database, Clock.systemUTC());
        key = HubKey.keptIn(folder, Clock.systemUTC());
        server = new HubServer(
                new Feed(database), enrolment, new HubServer.Place("127.0.0.1", 0, key), new HubMetrics());
        address = URI.create("https://127.0.0.1:" + server.start());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void enrol(@Nullable String pin, String code) {
        try (var desk = new HubClient(address, "", pin)) {
            desk.enrol(new Enrol(code, UUID.randomUUID(), 0));
        }
    }

    @Test
    void theKeyThatTheCodeNamesIsTrustedAtTheFirstWord() {
        enrol(key.pin(), enrolment.offer(TEAM));
    }

    @Test
    void anotherKeyIsRefusedBeforeTheSecretIsShown() {
        var other = HubKey.keptIn(folder.resolve("other"), Clock.systemUTC());
        var code = enrolment.offer(TEAM);

        assertThat(catchThrowableOfType(Refusal.class, () -> enrol(other.pin(), code)).code()).isEqualTo(Code.OTHER_KEY);
        assertThat(catchThrowableOfType(Refusal.class, () -> enrol(null, code)).code())
                .as("nor is a certificate that the system does not know")
                .isEqualTo(Code.OTHER_KEY);
        enrol(key.pin(), code);
    }

    @Test
    void theKeyIsMadeOnceAndKept() throws IOException {
        assertThat(HubKey.keptIn(folder, Clock.systemUTC()).pin()).isEqualTo(key.pin());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("hub-key.pem"))).hasSize(2);
        }
    }

    @Test
    void filesThatHoldNoKeyAreRefused() throws IOException {
        var nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");
        assertThatThrownBy(() -> HubKey.read(nothing, folder.resolve("hub-certificate.pem"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> HubKey.read(folder.resolve("hub-key.pem"), nothing)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> HubKey.read(folder.resolve("none"), nothing)).isInstanceOf(Problem.class);
    }

    @Test
    void olderTlsIsNotSpoken() throws IOException {
        try (var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket("127.0.0.1", address.getPort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class).hasMessageContaining("protocol_version");
        }
    }

    @Test
    void plainHttpGetsNoAnswer() {
        try (var desk = new HubClient(URI.create("http://127.0.0.1:" + address.getPort()), "")) {
            assertThatThrownBy(() -> desk.enrol(new Enrol("x", UUID.randomUUID(), 0))).isInstanceOf(Hub.Unreachable.class);
        }
    }
}
