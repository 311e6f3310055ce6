package dev.calmdesk.cases;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Deeds.Deed;
import dev.calmdesk.cases.Deeds.Step;
import dev.calmdesk.cases.Happening.Detail;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a case's history from the journal, in the user's language, the way a colleague would write it down.
public final class Chronicle {

    private static final int HEADLINE_LENGTH = 60;
    private static final int DETAIL_LENGTH = 80;

    /// Time limits have their own place; their entries would drown everything else.
    private static final Set<String> SILENT_KINDS = Set.of("clock");

    /// What is only the consequence of another act and repeats its values.
    private static final Set<String> SILENT_PARTS = Set.of("case.described");

    /// Fields that say nothing to a person, or only again what the sentence, its time and its author say.
    private static final Set<String> UNTOLD = Set.of(
            "id", "case_id", "customer_id", "remedy_id", "sha256", "media_type", "currency", "state", "number", "kind",
            "flow", "person", "team", "touchpoint", "direction", "reached_from", "contact_back", "author", "opened_by",
            "asked_by", "answered_by", "decided_by", "done_by", "from_person", "reopened", "at", "opened_at", "closed_at",
            "resolved_at", "made_at", "ended_at", "asked_at", "answered_at", "decided_at", "proposed_at", "done_at",
            "added_at", "removed_at", "assessed_at", "started_at", "received_at", "wrapped_up_at", "read_back_at",
            "acknowledged_at", "told_at", "reached", "owner");

    private final Texts texts;
    private final When when;
    private final Sayings sayings;
    private final Map<String, Telling> tellings;

    /// @param author name and number of a person
    public Chronicle(Texts texts, When when, Function<UUID, String> author, List<Vocabulary> vocabularies) {
        this.texts = texts;
        this.when = when;
        this.sayings = new Sayings(texts, when, author, vocabularies);
        this.tellings = vocabularies.stream()
                .flatMap(vocabulary -> vocabulary.tellings().stream())
                .collect(Collectors.toUnmodifiableMap(Telling::act, Function.identity()));
    }

    public Texts texts() {
        return texts;
    }

    public When when() {
        return when;
    }

    /// Name and number of a person.
    public String person(UUID id) {
        return sayings.person(id);
    }

    /// What a record says now, in the order of its fields; what is not given is left out.
    ///
    /// @param except fields that are shown in another way
    public <R extends Record> List<Detail> facts(Kind<R> kind, R row, Set<String> except) {
        var plain = Sayings.plain(kind, row);
        return plain.keySet().stream()
                .filter(field -> !UNTOLD.contains(field) && !except.contains(field) && texts.has(label(kind.name(), field)))
                .map(field -> {
                    var said = sayings.say(kind.name(), field, plain.get(field), plain);
                    return new Detail(texts.get(label(kind.name(), field)), said, said);
                })
                .filter(detail -> !detail.full().isEmpty())
                .toList();
    }

    /// One value of a record; empty if it is not given.
    public <R extends Record> String value(Kind<R> kind, R row, String field) {
        var plain = Sayings.plain(kind, row);
        return sayings.say(kind.name(), field, plain.get(field), plain);
    }

    /// One value of any record; empty if there is none.
    ///
    /// @param plain in the plain form of the journal
    /// @param row other values of the record, as far as they are known
    public String value(String kind, String field, @Nullable Object plain, Map<String, @Nullable Object> row) {
        return sayings.say(kind, field, plain, row);
    }

    private static String label(String kind, String field) {
        return "field." + kind + "." + field;
    }

    /// What happened, oldest first.
    ///
    /// @param entries the whole history, oldest first
    public List<Happening> tell(List<Entry> entries) {
        var steps = Deeds.replay(entries.stream()
                .filter(entry -> !SILENT_KINDS.contains(entry.kind()))
                .toList());
        var rows = new HashMap<UUID, Map<String, @Nullable Object>>();
        steps.forEach(step -> rows.put(step.entry().entity(), step.row()));
        return Deeds.fold(steps, this::telling).stream().map(deed -> tell(deed, rows)).toList();
    }

    private Telling telling(String act) {
        var known = tellings.get(act);
        return known != null ? known : Telling.of(Strand.STEPS, act);
    }

    private Happening tell(Deed deed, Map<UUID, Map<String, @Nullable Object>> rows) {
        var main = deed.main();
        var entry = main.entry();
        var telling = telling(main.act());
        var headline = headline(main, telling, rows);
        var act = act(main);
        var sentence = headline.isEmpty()
                ? act
                : texts.get("cases.words.headline", act, shortened(headline, HEADLINE_LENGTH));
        return new Happening(
                entry.id(), entry.at(), when.brief(entry.at()), telling.strand(), telling.tone().apply(main.row()),
                sentence, details(deed, sentence, rows), sayings.person(entry.author()));
    }

    /// Some acts are the same for records of every kind.
    private String act(Step main) {
        return Stream.of("journal." + main.act(), "journal.any." + main.entry().act())
                .filter(texts::has)
                .findFirst()
                .map(texts::get)
                .orElseGet(() -> texts.get("cases.words.unknown_act"));
    }

    private String headline(Step main, Telling telling, Map<UUID, Map<String, @Nullable Object>> rows) {
        return telling.headline().stream()
                .map(path -> named(main, path, rows))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String named(Step main, String path, Map<UUID, Map<String, @Nullable Object>> rows) {
        var ends = path.split("\\.\\.");
        if (ends.length == 2) {
            return between(main.row().get(ends[0]), main.row().get(ends[1]));
        }
        var parts = path.split("\\.");
        if (parts.length == 2) {
            var target = rows.get(UUID.fromString(String.valueOf(main.row().get(parts[0]))));
            return target == null ? "" : sayings.say(kindOf(parts[0]), parts[1], target.get(parts[1]), target);
        }
        var row = withCurrency(main.row(), rows);
        return sayings.say(main.entry().kind(), path, row.get(path), row);
    }

    private static String kindOf(String reference) {
        return reference.replaceFirst("_id$", "");
    }

    private String between(@Nullable Object from, @Nullable Object to) {
        return from instanceof Number start && to instanceof Number end
                ? when.lasting(Duration.between(
                        Instant.ofEpochMilli(start.longValue()), Instant.ofEpochMilli(end.longValue())))
                : "";
    }

    /// A request for approval is about the money of its remedy.
    private static Map<String, @Nullable Object> withCurrency(
            Map<String, @Nullable Object> row, Map<UUID, Map<String, @Nullable Object>> rows) {
        var remedy = row.get("remedy_id");
        if (remedy == null) {
            return row;
        }
        var both = new HashMap<>(row);
        both.put("currency", rows.getOrDefault(UUID.fromString(remedy.toString()), Map.of()).get("currency"));
        return both;
    }

    private List<Detail> details(Deed deed, String sentence, Map<UUID, Map<String, @Nullable Object>> rows) {
        var headline = Set.copyOf(telling(deed.main().act()).headline());
        var details = new ArrayList<Detail>();
        fields(deed.main(), rows).stream()
                .filter(field -> !headline.contains(field.name()) || field.detail().full().length() > HEADLINE_LENGTH)
                .forEach(field -> details.add(field.detail()));
        deed.parts().stream()
                .filter(part -> !SILENT_PARTS.contains(part.act()))
                .flatMap(part -> fields(part, rows).stream())
                .filter(field -> field.detail().full().length() < 2 || !sentence.contains(field.detail().full()))
                .forEach(field -> details.add(field.detail()));
        return List.copyOf(details);
    }

    private record Told(String name, Detail detail) {}

    /// What an act changed, as far as it is told, in the order of the record.
    private List<Told> fields(Step step, Map<UUID, Map<String, @Nullable Object>> rows) {
        var row = withCurrency(step.row(), rows);
        var kind = step.entry().kind();
        var told = new ArrayList<Told>();
        sayings.inOrder(kind, step.entry().changes().keySet()).forEach(field -> {
            var label = label(kind, field);
            if (!isTold(step, field) || !texts.has(label)) {
                return;
            }
            var change = step.entry().changes().get(field);
            var full = whole(
                    sayings.say(kind, field, change.get(0), row), sayings.say(kind, field, change.get(1), row));
            if (!full.isEmpty()) {
                told.add(new Told(field, new Detail(texts.get(label), shortened(full, DETAIL_LENGTH), full)));
            }
        });
        return told;
    }

    private static boolean isTold(Step step, String field) {
        if (field.equals("step")) {
            return !step.act().equals("case.opened");
        }
        if (field.equals("proposed")) {
            return !Objects.equals(step.row().get(field), step.row().get("severity"));
        }
        return !UNTOLD.contains(field) || isNewOwner(step, field);
    }

    private static boolean isNewOwner(Step step, String field) {
        return field.equals("owner") && step.act().equals("case.handed_over");
    }

    private String whole(String before, String after) {
        if (before.equals(after)) {
            return after;
        }
        if (before.isEmpty() || before.length() > DETAIL_LENGTH / 2) {
            return after.isEmpty() && !before.isEmpty() ? texts.get("cases.words.cleared") : after;
        }
        return texts.get("cases.words.changed", before, after.isEmpty() ? texts.get("cases.words.cleared") : after);
    }

    private static String shortened(String text, int length) {
        var line = text.strip().replaceAll("\\s*\\n\\s*", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)).strip() + "…";
    }
}
