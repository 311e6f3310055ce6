package dev.calmdesk.sync.ui;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Json;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.sync.Conflict;
import dev.calmdesk.sync.Conflict.Disputed;
import dev.calmdesk.sync.Decision;
import dev.calmdesk.sync.ui.ConflictItem.FieldItem;
import dev.calmdesk.sync.ui.ConflictItem.VersionItem;
import dev.calmdesk.sync.ui.RecordWords.Editing;
import dev.calmdesk.sync.ui.RecordWords.Form;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says conflicts and decisions in words, off the FX thread.
final class ConflictReader {

    private static final TypeReference<List<String>> ITEMS = new TypeReference<>() {};

    private final RecordWords words;
    private final Texts texts;

    ConflictReader(RecordWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    ConflictItem item(Conflict conflict) {
        var fields = conflict.fields().stream().map(disputed -> field(conflict, disputed)).toList();
        var names = fields.stream().map(FieldItem::name).collect(Collectors.joining(separator()));
        var authors = fields.stream()
                .flatMap(field -> field.versions().stream())
                .map(VersionItem::author)
                .distinct()
                .collect(Collectors.joining(" / "));
        return new ConflictItem(
                conflict, words.title(conflict.kind(), conflict.entity()), names + " · " + authors,
                words.place(conflict.kind(), conflict.entity(), conflict.subject()),
                conflict.subject().map(words::history).orElse(List.of()), fields);
    }

    private String separator() {
        return texts.get("cases.words.and");
    }

    private FieldItem field(Conflict conflict, Disputed disputed) {
        var before = say(conflict, disputed, disputed.versions().getFirst(), disputed.before());
        var editing = editing(conflict, disputed);
        var isText = editing.form() == Form.TEXT || editing.form() == Form.ITEMS;
        var versions = disputed.versions().stream()
                .map(version -> version(conflict, disputed, version, isText ? before : ""))
                .toList();
        var currency = disputed.versions().getFirst().to("currency").map(Object::toString).orElse("CNY");
        return new FieldItem(
                disputed.field(), words.field(conflict.kind(), disputed.field()), before, versions,
                editing, currency);
    }

    private VersionItem version(Conflict conflict, Disputed disputed, Entry version, String before) {
        var value = disputed.value(version);
        var text = say(conflict, disputed, version, value);
        return new VersionItem(
                words.person(version.author()),
                texts.get("sync.conflicts.origin", words.desk(version.desk()), words.at(version.at())), text,
                TextDiff.added(before, text, texts.language()), version == disputed.versions().getFirst(), version.desk(),
                value);
    }

    private String say(Conflict conflict, Disputed disputed, Entry version, @Nullable Object value) {
        return words.value(conflict.kind(), disputed.field(), value, row(version));
    }

    private static Map<String, @Nullable Object> row(Entry version) {
        return values(version, 1);
    }

    static Map<String, @Nullable Object> values(Entry entry, int side) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        entry.changes().forEach((field, change) -> row.put(field, change.get(side)));
        return row;
    }

    /// Lists are put together from the items that anybody named.
    private Editing editing(Conflict conflict, Disputed disputed) {
        var editing = words.editing(conflict.kind(), disputed.field());
        if (editing.form() != Form.ITEMS) {
            return editing;
        }
        var codes = new LinkedHashSet<String>();
        disputed.versions().stream()
                .map(disputed::value)
                .filter(Objects::nonNull)
                .forEach(json -> codes.addAll(Json.read(json.toString(), ITEMS)));
        var options = codes.stream()
                .map(code -> new Option(
                        code,
                        words.value(conflict.kind(), disputed.field(), Json.write(List.of(code)), Map.of())))
                .toList();
        return new Editing(Form.ITEMS, options, true);
    }

    DecisionItem item(Decision decision) {
        var entry = decision.entry();
        var row = row(entry);
        var what = entry.changes().keySet().stream()
                .map(field -> texts.get(
                        "sync.conflicts.field_value", words.field(entry.kind(), field),
                        words.value(entry.kind(), field, row.get(field), row)))
                .collect(Collectors.joining("\n"));
        return new DecisionItem(
                decision, words.title(entry.kind(), entry.entity()), what,
                words.person(entry.author()) + " · " + words.at(entry.at()));
    }
}
