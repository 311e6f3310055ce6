package dev.calmdesk.sync.http;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.News;
import dev.calmdesk.sync.wire.Head;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (HTML standard §9.2): each `data:` line says where a scope stands and may carry
/// what it gained, all else keeps the connection alive.
final class EventStream implements Flow.Subscriber<String>, News.Listening {

    private static final String DATA = "data:";

    private final Consumer<Head> told;
    private final Runnable ended;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription lines;

    EventStream(Consumer<Head> told, Runnable ended) {
        this.told = told;
        this.ended = ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        if (isOver.get()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA) && !isOver.get()) {
            told.accept(Json.read(line.substring(DATA.length()), Head.class));
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    /// No more will come.
    void end() {
        if (isOver.compareAndSet(false, true)) {
            ended.run();
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        var open = lines;
        if (open != null) {
            open.cancel();
        }
    }
}
