package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.home.Unfinished;
import dev.calmdesk.workplace.Workplace;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work that stopped in the middle, as a row shows it.
///
/// @param number of its case; null if there is none yet
record UnfinishedItem(
        UUID draftId, @Nullable String number, String customer, String channel, String stoppedAt, String savedAt) {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final String RECORD = "record";

    static UnfinishedItem of(Unfinished draft, Texts texts, Workplace workplace, ZoneId zone, java.time.Instant now) {
        var customer = draft.customer(texts.language());
        var saved = draft.savedAt().atZone(zone);
        return new UnfinishedItem(
                draft.draftId(),
                draft.number(),
                customer.isEmpty() ? texts.get("home.anonymous") : customer,
                draft.channel() == null ? texts.get("home.unfinished.no_channel") : texts.name(draft.channel()),
                stoppedAt(draft, texts, workplace),
                (saved.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TODAY : EARLIER).format(saved));
    }

    private static String stoppedAt(Unfinished draft, Texts texts, Workplace workplace) {
        if (draft.flow() == null) {
            return texts.get("home.unfinished.before_matter");
        }
        var kind = texts.name(CaseKind.valueOf(draft.flow()));
        var step = workplace
                .first(Flow.TOPIC, flow -> flow.code().equals(draft.flow()))
                .flatMap(flow -> flow.steps().stream()
                        .filter(known -> known.code().equals(draft.step()))
                        .findFirst())
                .map(known -> known.name().in(texts.language()))
                .orElse(Objects.requireNonNullElse(draft.step(), ""));
        return RECORD.equals(draft.step())
                ? texts.get("home.unfinished.at_record", kind, step, draft.elements(), Unfinished.ELEMENTS.size())
                : texts.get("home.unfinished.at", kind, step);
    }
}
