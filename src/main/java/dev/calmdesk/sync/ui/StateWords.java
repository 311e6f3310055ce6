package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.sync.Explained;
import dev.calmdesk.sync.SyncState;
import java.time.Instant;
import java.util.function.Function;

/// Says how this desk stands towards its hub. Pure.
///
/// @param when says a time
public record StateWords(Texts texts, Function<Instant, String> when) {

    /// In a few words, for the edge of the window.
    public String brief(SyncState state) {
        return switch (state.contact()) {
            case ALONE -> texts.get("frame.status.alone");
            case BY_STICK -> waiting(texts.get("sync.state.by_stick"), state);
            case CONNECTING -> texts.get("sync.state.connecting");
            case ONLINE -> {
                var inStep = when.apply(state.lastRound().orElse(state.since()));
                yield fillingIn(waiting(texts.get("sync.state.online", inStep), state), state);
            }
            case OFFLINE -> waiting(texts.get("sync.state.offline", when.apply(state.since())), state);
            case REFUSED -> waiting(texts.get("sync.state.refused"), state);
            case FAILED -> waiting(texts.get("sync.state.failed"), state);
        };
    }

    private String waiting(String words, SyncState state) {
        return state.waiting() == 0 ? words : words + " · " + texts.get("sync.state.waiting", state.waiting());
    }

    private String fillingIn(String words, SyncState state) {
        return state.fillingIn()
                .map(past -> words + " · " + texts.get("sync.state.filling_in", past.percent()))
                .orElse(words);
    }

    /// In full: what is so, since when, what to do.
    public String full(SyncState state) {
        var contact = contact(state);
        return state.fillingIn()
                .map(past -> texts.get(
                        "sync.state.filling_in_full", contact, past.done(), past.until(), past.percent()))
                .orElse(contact);
    }

    private String contact(SyncState state) {
        var since = when.apply(state.since());
        var last = state.lastRound().map(when).orElseGet(() -> texts.get("sync.state.not_yet"));
        return switch (state.contact()) {
            case ALONE -> texts.get("sync.state.alone_full");
            case BY_STICK -> texts.get("sync.state.by_stick_full", state.waiting());
            case CONNECTING -> texts.get("sync.state.connecting");
            case ONLINE -> texts.get("sync.state.online_full", since, last, state.waiting());
            case OFFLINE -> texts.get("sync.state.offline_full", since, last, state.waiting());
            case REFUSED -> state.refusal()
                    .map(code -> texts.get(Explained.textKey(code)))
                    .orElseGet(() -> texts.get("sync.state.refused"));
            case FAILED -> texts.get("sync.state.failed_full", since, state.waiting());
        };
    }

    /// How it wants to be seen.
    public static Signal signal(SyncState state) {
        return switch (state.contact()) {
            case ALONE, BY_STICK, CONNECTING -> Signal.NEUTRAL;
            case ONLINE -> Signal.OK;
            case OFFLINE -> Signal.SOON;
            case REFUSED, FAILED -> Signal.LATE;
        };
    }
}
