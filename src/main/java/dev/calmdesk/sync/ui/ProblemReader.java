package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Entry;
import dev.calmdesk.sync.Quarantine.Held;
import dev.calmdesk.sync.Quarantine.Rejected;
import dev.calmdesk.sync.ui.ProblemItem.Act;
import dev.calmdesk.sync.ui.ProblemItem.Value;

/// Says what the hub rejected in words, off the FX thread.
final class ProblemReader {

    private final RecordWords words;
    private final Texts texts;

    ProblemReader(RecordWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    ProblemItem item(Held held) {
        var reasons = held.rejected().stream().map(Rejected::reason).distinct().map(code -> reason(texts, code)).toList();
        var acts = held.rejected().stream().map(rejected -> act(held, rejected.entry())).toList();
        var subject = held.rejected().getFirst().entry().subject();
        return new ProblemItem(
                held, words.title(held.kind(), held.entity()), words.place(held.kind(), held.entity(), subject), reasons,
                acts);
    }

    /// A newer hub may have reasons that this desk has no words for.
    static String reason(Texts texts, String code) {
        var key = "sync.rejected." + code.replace('-', '_');
        return texts.has(key) ? texts.get(key) : texts.get("sync.rejected.other", code);
    }

    private Act act(Held held, Entry entry) {
        var row = ConflictReader.values(entry, 1);
        var values = row.entrySet().stream()
                .map(written -> {
                    var field = written.getKey();
                    var said = words.value(entry.kind(), field, written.getValue(), row);
                    return new Value(words.field(entry.kind(), field), said, now(held, field, said));
                })
                .toList();
        return new Act(
                texts.get(
                        "sync.problems.act", words.act(entry.kind(), entry.act()), words.person(entry.author()),
                        words.at(entry.at())),
                values);
    }

    private String now(Held held, String field, String written) {
        if (!held.now().containsKey(field)) {
            return "";
        }
        var now = words.value(held.kind(), field, held.now().get(field), held.now());
        return now.equals(written) ? "" : now;
    }
}
