package dev.calmdesk.sync.http;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.Connection;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Fault;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.FileStates;
import dev.calmdesk.sync.wire.FilesAsked;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Heir;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Ids;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Receipts;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// A hub at an address. Thread-safe; calls block.
public final class HubClient implements Connection {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private static final int TOO_MANY = 429;
    /// How often a request is sent again to a hub that has too much to do.
    private static final int PATIENCE = 5;

    private final HttpClient http;
    private final URI address;
    private final String token;

    /// A hub that the system trusts, or that is on this machine.
    ///
    /// @param token of the desk; empty before it is enrolled
    public HubClient(URI address, String token) {
        this(address, token, null);
    }

    /// @param token of the desk; empty before it is enrolled
    /// @param pin of the only key that is trusted; null for what the system trusts
    public HubClient(URI address, String token, @Nullable String pin) {
        this.address = address;
        this.token = token;
        var client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3"}));
        this.http = pin == null ? client.build() : client.sslContext(PinnedTrust.tls(pin)).build();
    }

    /// The hub that a desk is enrolled with.
    public static HubClient to(Link link) {
        return new HubClient(URI.create(link.url()), link.token(), link.pin());
    }

    /// @throws Refusal if the code lets nobody in
    public Admission enrol(Enrol enrol) {
        return send(post("v1/enrol", Json.write(enrol)), Admission.class);
    }

    @Override
    public List<Receipt> push(Push push) {
        return send(post("v1/push", Json.write(push)), Receipts.class).receipts();
    }

    @Override
    public Page pull(String scope, UUID epoch, long after) {
        var query = "v1/pull?scope=%s&epoch=%s&after=%d"
                .formatted(encoded(scope), epoch, after);
        return send(request(query).GET(), Page.class);
    }

    @Override
    public Ahead ahead(String scope, UUID epoch, long until, String next) {
        var query = "v1/ahead?scope=%s&epoch=%s&until=%d&next=%s"
                .formatted(encoded(scope), epoch, until, encoded(next));
        return send(request(query).GET(), Ahead.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Listening listen(Consumer<Head> told, Runnable ended) {
        var stream = new EventStream(told, ended);
        http.sendAsync(to("v1/events").GET().build(), BodyHandlers.fromLineSubscriber(stream))
                .whenComplete((response, failure) -> stream.end());
        return stream;
    }

    @Override
    public Admission goOn(UUID heir) {
        return send(post("v1/desk", Json.write(new Heir(heir))), Admission.class);
    }

    @Override
    public List<Receipt> known(List<UUID> entries) {
        return send(post("v1/known", Json.write(new Ids(entries))), Receipts.class).receipts();
    }

    @Override
    public Identity identity() {
        return send(request("v1/hub").GET(), Identity.class);
    }

    @Override
    public List<Receipt> offer(Offer offer) {
        return send(post("v1/offer", Json.write(offer)), Receipts.class).receipts();
    }

    @Override
    public List<FileState> states(List<String> files) {
        return send(post("v1/files", Json.write(new FilesAsked(files))), FileStates.class).files();
    }

    @Override
    public FilePart get(String sha256, long offset, int most) {
        var request = request("v1/file/%s?offset=%d&most=%d".formatted(sha256, offset, most)).GET();
        return exchange(request, BodyHandlers.ofByteArray(), answer -> new FilePart(
                sha256, offset, Long.parseLong(answer.headers().firstValue("Calmdesk-Size").orElse("")),
                answer.body()));
    }

    @Override
    public FileState put(FilePart part) {
        var path = "v1/file/%s?offset=%d&size=%d".formatted(part.sha256(), part.offset(), part.size());
        return send(request(path).PUT(BodyPublishers.ofByteArray(part.content())), FileState.class);
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return to(path).timeout(TO_ANSWER);
    }

    private HttpRequest.Builder to(String path) {
        var base = address.toString().endsWith("/") ? address : URI.create(address + "/");
        var request = HttpRequest.newBuilder(base.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> T send(HttpRequest.Builder request, Class<T> answer) {
        return exchange(request, BodyHandlers.ofString(), response -> Json.read(response.body(), answer));
    }

    private <B, T> T exchange(
            HttpRequest.Builder request, BodyHandler<B> handler, Function<HttpResponse<B>, T> read) {
        try {
            var response = patient(request.build(), handler);
            if (response.statusCode() == 200) {
                return read.apply(response);
            }
            throw refusal(response.statusCode(), text(response.body()));
        } catch (SSLHandshakeException e) {
            throw isDistrust(e) ? Refusal.of(Refusal.Code.OTHER_KEY, "") : new Unreachable(address.toString(), e);
        } catch (IOException e) {
            throw new Unreachable(address.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(address.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new Unreachable(address + " does not answer like a hub", e);
        }
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
    }

    private static boolean isDistrust(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    /// A hub that is asked too often says how long to wait; that is no failure.
    private <B> HttpResponse<B> patient(HttpRequest request, BodyHandler<B> handler)
            throws IOException, InterruptedException {
        var response = http.send(request, handler);
        for (var left = PATIENCE; response.statusCode() == TOO_MANY && left > 0; left--) {
            Thread.sleep(Duration.ofSeconds(Math.clamp(
                    response.headers().firstValueAsLong("Retry-After").orElse(1), 1, TO_ANSWER.toSeconds())));
            response = http.send(request, handler);
        }
        return response;
    }

    private RuntimeException refusal(int status, String body) {
        var fault = status < 500 ? Json.read(body, Fault.class) : null;
        var code = fault == null ? null : Refusal.Code.of(fault.code()).orElse(null);
        if (fault == null || code == null) {
            return new Unreachable(address + " answered " + status, new IOException("status " + status));
        }
        return fault.expected() == null ? Refusal.of(code, "") : Refusal.gap(fault.expected());
    }

    /// Breaks off what is under way.
    @Override
    public void close() {
        http.shutdownNow();
    }
}
