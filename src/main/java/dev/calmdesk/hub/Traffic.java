package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches what goes through a hub: keeps each desk to its share, counts, and writes one line of JSON for each request.
/// A line names the desk and no person, and holds nothing of what was sent.
final class Traffic {

    private static final Logger LOG = LoggerFactory.getLogger(HubServer.REQUEST_LOG);

    private static final String DESK = "desk";
    private static final String OUTCOME = "outcome";
    private static final String ENTRIES = "entries";
    private static final String REJECTED = "rejected";

    private final HubMetrics metrics;
    private final Budget ofDesks;
    private final Budget ofStrangers;

    Traffic(HubMetrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.ofDesks = new Budget(500, Duration.ofMillis(20), clock);
        this.ofStrangers = new Budget(20, Duration.ofSeconds(3), clock);
    }

    /// @throws Refusal if the desk asked too often
    void admit(Context context, Enrolment.Holder desk) {
        context.attribute(DESK, desk.code());
        ofDesks.take(desk.id()).ifPresent(wait -> {
            throw Refusal.slowDown(wait);
        });
    }

    /// @throws Refusal if somebody tried too many codes from the same address
    void admitStranger(Context context) {
        ofStrangers.take(context.ip()).ifPresent(wait -> {
            throw Refusal.slowDown(wait);
        });
    }

    void pushed(Context context, List<Receipt> receipts) {
        metrics.pushed(receipts);
        context.attribute(ENTRIES, receipts.size());
        context.attribute(REJECTED, receipts.stream().filter(receipt -> receipt.rejected() != null).count());
    }

    /// Notes how a request ends that is not carried out.
    static void ends(Context context, String outcome) {
        context.attribute(OUTCOME, outcome);
    }

    void done(Context context, float milliseconds) {
        var outcome = context.attribute(OUTCOME);
        var endpoint = context.endpoints().lastHttpEndpoint();
        var route = endpoint == null ? "none" : endpoint.path; // what strangers ask for is not counted one by one
        var fields = new LinkedHashMap<String, Object>();
        fields.put("route", route);
        fields.put(OUTCOME, outcome == null ? "ok" : outcome);
        fields.put("status", context.statusCode());
        fields.put("millis", Math.round(milliseconds));
        for (var known : List.of(DESK, ENTRIES, REJECTED)) {
            if (context.attribute(known) != null) {
                fields.put(known, context.attribute(known));
            }
        }
        LOG.info("{}", Json.write(fields));
        metrics.request(route, String.valueOf(fields.get(OUTCOME)), milliseconds / 1000);
    }
}
