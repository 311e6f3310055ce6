package dev.calmdesk.hub;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.calmdesk.sync.wire.Receipt;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/// What a hub counts about itself, in the text format of Prometheus: numbers only, no desk and no person.
public final class HubMetrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("calmdesk_hub_requests_total")
            .help("Requests by route and outcome: ok, the code of a refusal, or failed")
            .labelNames("route", "outcome")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("calmdesk_hub_request_seconds")
            .help("How long requests took, streams left out")
            .labelNames("route")
            .classicOnly()
            .register(registry);
    private final Counter entries = Counter.builder()
            .name("calmdesk_hub_entries_total")
            .help("Entries that desks pushed, those sent again too: taken, or the reason of their rejection")
            .labelNames("result")
            .register(registry);

    void request(String route, String outcome, double took) {
        requests.labelValues(route, outcome).inc();
        if (!route.equals("/v1/events")) {
            seconds.labelValues(route).observe(took);
        }
    }

    void pushed(List<Receipt> receipts) {
        receipts.forEach(receipt ->
                entries.labelValues(receipt.rejected() == null ? "taken" : receipt.rejected()).inc());
    }

    void watchStreams(IntSupplier open) {
        GaugeWithCallback.builder()
                .name("calmdesk_hub_streams_open")
                .help("Desks that listen for news")
                .callback(callback -> callback.call(open.getAsInt()))
                .register(registry);
    }

    /// Shows how busy the connections to the database are.
    public void watch(HikariDataSource pool) {
        Map<String, ToIntFunction<HikariPoolMXBean>> states = Map.of(
                "active", HikariPoolMXBean::getActiveConnections,
                "idle", HikariPoolMXBean::getIdleConnections,
                "awaited", HikariPoolMXBean::getThreadsAwaitingConnection);
        GaugeWithCallback.builder()
                .name("calmdesk_hub_connections")
                .help("Connections to the database: active, idle, and requests that wait for one")
                .labelNames("state")
                .callback(callback -> states.forEach((state, count) ->
                        callback.call(count.applyAsInt(pool.getHikariPoolMXBean()), state)))
                .register(registry);
    }

    /// As a monitoring system reads it.
    String text() {
        try {
            var out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.builder().build().write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
