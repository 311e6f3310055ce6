package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Fault;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Heir;
import dev.calmdesk.sync.wire.Ids;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipts;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub on the network (`src/docs/protocol.md`). Any number of them may stand before one database.
public final class HubServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);

    private static final long LARGEST_REQUEST = 10L << 20;
    /// Shorter than what proxies and Jetty take for a dead connection.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final String BEARER = "Bearer ";

    private final Feed feed;
    private final Enrolment enrolment;
    private final Heads heads;
    private final Javalin http;

    /// @param host address to listen at; plain HTTP leaves the machine only behind something that encrypts
    /// @param port 0 for any that is free
    public HubServer(Feed feed, Enrolment enrolment, String host, int port) {
        this.feed = feed;
        this.enrolment = enrolment;
        this.heads = new Heads(feed);
        this.http = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.startup.showJavalinBanner = false;
            config.jetty.host = host;
            config.jetty.port = port;
            new FileRoutes(feed.files(), this::desk).addTo(config.routes);
            config.routes
                    .get("/health", context -> answer(context, Map.of("status", "ok")))
                    .post("/v1/enrol", this::enrol)
                    .post("/v1/push", this::push)
                    .get("/v1/pull", this::pull)
                    .get("/v1/ahead", this::ahead)
                    .get("/v1/events", this::tell)
                    .post("/v1/desk", this::goOn)
                    .post("/v1/known", this::known)
                    .exception(Refusal.class, HubServer::refuse)
                    .error(413, context -> refuse(Refusal.of(Code.TOO_LARGE, ""), context))
                    .exception(IllegalArgumentException.class, (e, context) -> {
                        LOG.info("A request that cannot be read: {}", e.getMessage());
                        refuse(Refusal.of(Code.MALFORMED, ""), context);
                    });
        });
    }

    /// Begins to listen.
    ///
    /// @return the port
    public int start() {
        http.start();
        return http.port();
    }

    private void enrol(Context context) {
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
        for (var i = 0; i < receipts.size(); i++) {
            var position = receipts.get(i).position();
            if (position != null) {
                heads.told(push.entries().get(i).scope(), position);
            }
        }
    }

    /// Server-sent events: says where the desk's scopes stand until one side goes. Each stream has a virtual thread.
    private void tell(Context context) throws IOException, InterruptedException {
        var desk = feed.admitted(desk(context));
        context.contentType("text/event-stream").header("Cache-Control", "no-store");
        var out = context.res().getOutputStream();
        try (var follower = heads.follow(desk.scopes())) {
            while (!follower.isOver()) {
                var news = follower.await(HEARTBEAT);
                for (var scope : news.entrySet()) {
                    write(out, "data: " + Json.write(new Head(scope.getKey(), scope.getValue())));
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

    private static <T> T body(Context context, Class<T> type) {
        return Optional.ofNullable(Json.read(context.body(), type)).orElseThrow(() -> Refusal.of(Code.MALFORMED, ""));
    }

    private void pull(Context context) {
        var desk = desk(context);
        answer(context, feed.pull(desk, asked(context, "scope"), UUID.fromString(asked(context, "epoch")), number(context, "after")));
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
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> enrolment.admitted(header.substring(BEARER.length())))
                .orElseThrow(() -> Refusal.of(Code.UNKNOWN_DESK, ""));
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
                    case OTHER_EPOCH, GAP, SEQ_TAKEN -> 409;
                    case TOO_LARGE -> 413;
                    case WRONG_CONTENT -> 422;
                    case MALFORMED -> 400;
                });
        var expected = refusal.code() == Code.GAP ? (Long) refusal.expected() : null;
        answer(context, new Fault(refusal.code().onWire(), expected));
    }

    /// Lets what is running end, then stops listening.
    @Override
    public void close() {
        heads.close();
        http.stop();
    }
}
