package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Fault;
import dev.calmdesk.sync.wire.Heir;
import dev.calmdesk.sync.wire.Ids;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Receipts;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub on the network (`src/docs/protocol.md`). Any number of them may stand before one database.
public final class HubServer implements AutoCloseable {

    /// Names the log that gets one line of JSON for each request.
    public static final String REQUEST_LOG = "calmdesk.hub.requests";

    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);

    private static final long LARGEST_REQUEST = 10L << 20;
    /// Shorter than what proxies and Jetty take for a dead connection.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /// Bytes a second: a client that sends less is cut off.
    private static final long SLOWEST = 1_000;
    /// Connections that wait to be taken: after an outage all desks come back together.
    private static final int AT_ONCE = 1_024;
    /// For requests that are under way when the hub ends.
    private static final Duration TO_END = Duration.ofSeconds(20);

    private static final String BEARER = "Bearer ";

    private final Feed feed;
    private final Enrolment enrolment;
    private final Traffic traffic;
    private final Heads heads;
    private final Javalin http;

    /// Where a hub listens.
    ///
    /// @param port 0 for any that is free
    /// @param key null for plain HTTP, which leaves the machine only behind something that encrypts
    /// @param toStandStill how long a client may send or take nothing before it is cut off
    public record Place(String host, int port, @Nullable HubKey key, Duration toStandStill) {

        public Place(String host, int port, @Nullable HubKey key) {
            this(host, port, key, Duration.ofSeconds(30));
        }
    }

    /// Plain HTTP.
    ///
    /// @param port 0 for any that is free
    public HubServer(Feed feed, Enrolment enrolment, String host, int port) {
        this(feed, enrolment, new Place(host, port, null), new HubMetrics());
    }

    public HubServer(Feed feed, Enrolment enrolment, Place place, HubMetrics metrics) {
        this.feed = feed;
        this.enrolment = enrolment;
        this.traffic = new Traffic(metrics, InstantSource.system());
        this.heads = new Heads(feed);
        metrics.watchStreams(heads::followed);
        this.http = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.startup.showJavalinBanner = false;
            new FileRoutes(feed.files(), this::desk).addTo(config.routes);
            config.jetty.addConnector((server, http) -> connector(server, http, place));
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(TO_END.toMillis());
                server.setHandler(new GracefulHandler()); // while it ends, new requests get 503
            });
            config.requestLogger.http((context, milliseconds) -> traffic.done(context, milliseconds));
            config.routes
                    .get("/health", context -> answer(context, Map.of("status", "ok")))
                    .get("/metrics", context -> context.contentType("text/plain; version=0.0.4").result(metrics.text()))
                    .post("/v1/enrol", this::enrol)
                    .post("/v1/push", this::push)
                    .get("/v1/pull", this::pull)
                    .get("/v1/ahead", this::ahead)
                    .get("/v1/events", this::tell)
                    .post("/v1/desk", this::goOn)
                    .post("/v1/known", this::known)
                    .get("/v1/hub", this::identity)
                    .post("/v1/offer", this::offer)
                    .exception(Refusal.class, HubServer::refuse)
                    .exception(IllegalArgumentException.class, (e, context) ->
                            refuse(Refusal.of(Code.MALFORMED, ""), context))
                    .exception(HttpResponseException.class, (e, context) -> refuse(e.getStatus(), context))
                    .exception(BadMessageException.class, (e, context) -> refuse(e.getCode(), context))
                    .exception(Exception.class, (e, context) -> {
                        LOG.error("A request failed", e);
                        Traffic.ends(context, "failed");
                        context.status(500);
                    });
        });
    }

    private static Connector connector(Server server, HttpConfiguration http, Place place) {
        http.setSendServerVersion(false);
        http.setMinRequestDataRate(SLOWEST);
        http.setHeaderCacheCaseSensitive(true); // else a token that differs in case only would pass for the one before
        http.addCustomizer(new SecureRequestCustomizer(false)); // desks know the hub by its key, not by a name
        var plain = new HttpConnectionFactory(http);
        var connector = place.key() == null
                ? new ServerConnector(server, plain)
                : new ServerConnector(server, new SslConnectionFactory(place.key().tls(), plain.getProtocol()), plain);
        connector.setHost(place.host());
        connector.setPort(place.port());
        connector.setAcceptQueueSize(AT_ONCE);
        connector.setIdleTimeout(place.toStandStill().toMillis());
        return connector;
    }

    /// Begins to listen.
    ///
    /// @return the port
    public int start() {
        http.start();
        return http.port();
    }

    private void enrol(Context context) {
        traffic.admitStranger(context);
        var wanted = body(context, Enrol.class);
        answer(context, enrolment
                .redeem(wanted.code(), wanted.desk(), wanted.lastSeq())
                .orElseThrow(() -> Refusal.of(Code.UNKNOWN_CODE, "")));
    }

    private void push(Context context) {
        var desk = desk(context);
        var push = body(context, Push.class);
        var receipts = feed.push(desk, push);
        answer(context, new Receipts(receipts));
        traffic.pushed(context, receipts);
        var heads = new HashMap<String, Long>();
        for (var i = 0; i < receipts.size(); i++) {
            var position = receipts.get(i).position();
            if (position != null) {
                heads.merge(push.entries().get(i).scope(), position, Math::max);
            }
        }
        heads.forEach(this.heads::told);
    }

    /// Server-sent events: says where the desk's scopes stand and what they gain, until one side goes. Each stream has a virtual thread.
    private void tell(Context context) throws IOException, InterruptedException {
        var desk = feed.admitted(desk(context));
        context.contentType("text/event-stream").header("Cache-Control", "no-store");
        var out = context.res().getOutputStream();
        try (var follower = heads.follow(desk.id(), desk.scopes())) {
            while (!follower.isOver()) {
                var news = follower.await(HEARTBEAT);
                for (var event : news) {
                    write(out, "data: " + event.json());
                }
                if (news.isEmpty()) {
                    feed.admitted(desk.id()); // a desk that was revoked meanwhile hears no more
                    write(out, ":");
                }
                out.flush();
            }
        } catch (IOException | Refusal gone) {
            LOG.debug("A stream ends: {}", gone.getMessage());
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private void goOn(Context context) {
        answer(context, enrolment.goOn(desk(context), body(context, Heir.class).desk()));
    }

    private void known(Context context) {
        answer(context, new Receipts(feed.known(desk(context), body(context, Ids.class).ids())));
    }

    private void identity(Context context) {
        desk(context);
        answer(context, feed.identity());
    }

    private void offer(Context context) {
        var desk = desk(context);
        var offer = body(context, Offer.class);
        var receipts = feed.take(desk, offer);
        answer(context, new Receipts(receipts));
        receipts.stream()
                .map(Receipt::position)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .ifPresent(newest -> heads.told(offer.scope(), newest));
    }

    private static <T> T body(Context context, Class<T> type) {
        return WireReader.read(context.bodyAsBytes(), type);
    }

    private void pull(Context context) {
        var desk = desk(context);
        answer(context, feed.pullText(desk, asked(context, "scope"), UUID.fromString(asked(context, "epoch")), number(context, "after")));
    }

    private void ahead(Context context) {
        answer(context, feed.ahead(
                desk(context), asked(context, "scope"), UUID.fromString(asked(context, "epoch")),
                number(context, "until"), asked(context, "next")));
    }

    private static long number(Context context, String name) {
        var number = Long.parseLong(asked(context, name));
        if (number < 0) {
            throw Refusal.of(Code.MALFORMED, name);
        }
        return number;
    }

    private static String asked(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElseThrow(() -> Refusal.of(Code.MALFORMED, name));
    }

    private UUID desk(Context context) {
        var desk = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> enrolment.holder(header.substring(BEARER.length())))
                .orElseThrow(() -> Refusal.of(Code.UNKNOWN_DESK, ""));
        traffic.admit(context, desk);
        return desk.id();
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json").result(Json.write(body));
    }

    private static void refuse(Refusal refusal, Context context) {
        context.status(
                switch (refusal.code()) {
                    case UNKNOWN_DESK -> 401;
                    case REVOKED, FOREIGN_SCOPE, UNKNOWN_CODE -> 403;
                    case UNKNOWN_FILE -> 404;
                    case OTHER_EPOCH, NOT_RESTORED, GAP, SEQ_TAKEN -> 409;
                    case TOO_LARGE -> 413;
                    case WRONG_CONTENT -> 422;
                    case MALFORMED, OTHER_KEY -> 400;
                    case SLOW_DOWN -> 429;
                });
        if (refusal.code() == Code.SLOW_DOWN) {
            context.header("Retry-After", String.valueOf(refusal.expected()));
        }
        Traffic.ends(context, refusal.code().onWire());
        var expected = refusal.code() == Code.GAP ? (Long) refusal.expected() : null;
        answer(context, new Fault(refusal.code().onWire(), expected));
    }

    /// What the server below refuses: too much, too slow, no such route.
    private static void refuse(int status, Context context) {
        refuse(Refusal.of(status == 413 ? Code.TOO_LARGE : Code.MALFORMED, ""), context);
        context.status(status);
    }

    /// Lets what is running end, then stops listening.
    @Override
    public void close() {
        heads.close();
        try {
            http.stop();
        } catch (JavalinException e) {
            LOG.warn("Requests that did not end in time were cut off", e);
        }
    }
}
