package dev.calmdesk.data;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Note;
import dev.calmdesk.contact.Contact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What a [WorkingDesk] was told to be saved, and whether a store holds it. Each state may be newer than what was
/// acknowledged (the last call was cut off before its acknowledgement), never older, and never a mixture.
final class Acknowledged {

    static final List<Kind<?>> KINDS = List.of(Case.KIND, Note.KIND, Contact.KIND);

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Map<UUID, Long> drafts = new HashMap<>();
    private final Set<UUID> finishing = new HashSet<>();
    private final Set<UUID> finished = new HashSet<>();
    private final Map<UUID, String> cases = new HashMap<>();
    private final Map<UUID, Long> renamed = new HashMap<>();
    private final Map<Long, UUID> notes = new HashMap<>();
    private final Set<Long> never = new HashSet<>();
    private final List<String> errors = new ArrayList<>();
    private int count;

    Acknowledged() {}

    private Acknowledged(Acknowledged other) {
        drafts.putAll(other.drafts);
        finishing.addAll(other.finishing);
        finished.addAll(other.finished);
        cases.putAll(other.cases);
        renamed.putAll(other.renamed);
        notes.putAll(other.notes);
        never.addAll(other.never);
        errors.addAll(other.errors);
        count = other.count;
    }

    synchronized Acknowledged copy() {
        return new Acknowledged(this);
    }

    /// How many calls were acknowledged.
    synchronized int count() {
        return count;
    }

    synchronized void add(String line) {
        var words = line.split(" ", 4);
        switch (words[0]) {
            case "open" -> count--;
            case "draft" -> drafts.put(UUID.fromString(words[1]), Long.valueOf(words[2]));
            case "finishing" -> {
                finishing.add(UUID.fromString(words[1]));
                count--;
            }
            case "finished" -> finished.add(UUID.fromString(words[1]));
            case "case" -> cases.put(UUID.fromString(words[1]), words[2]);
            case "renamed" -> renamed.put(UUID.fromString(words[1]), Long.valueOf(words[2]));
            case "note" -> {
                notes.put(Long.valueOf(words[2]), UUID.fromString(words[1]));
                if (Long.parseLong(words[3]) != Typed.checksum(Typed.text("note", Long.parseLong(words[2])))) {
                    errors.add("The child counts differently: " + line);
                }
            }
            case "never" -> {
                never.add(Long.valueOf(words[1]));
                count--;
            }
            default -> {
                errors.add(line);
                count--;
            }
        }
        count++;
    }

    /// Compares with what a store holds.
    synchronized Verdict against(Handle handle) {
        var verdict = new Verdict();
        errors.forEach(verdict::corrupt);
        checkNotes(handle, verdict);
        checkCases(handle, verdict);
        checkDrafts(handle, verdict);
        Soundness.of(handle, KINDS).findings().forEach(finding -> verdict.corrupt(finding.toString()));
        return verdict;
    }

    private void checkNotes(Handle handle, Verdict verdict) {
        var missing = new HashSet<>(notes.keySet());
        handle.createQuery("select case_id, text from note").map((row, context) -> {
            var text = row.getString("text");
            var number = Typed.numberOf(text);
            missing.remove(number);
            if (!text.equals(Typed.text("note", number))) {
                verdict.corrupt("note " + number + " reads differently");
            }
            if (never.contains(number)) {
                verdict.corrupt("note " + number + " was rolled back and is there");
            }
            var wanted = notes.get(number);
            if (wanted != null && !wanted.equals(row.getObject("case_id", UUID.class))) {
                verdict.corrupt("note " + number + " lies elsewhere");
            }
            return number;
        }).list();
        missing.forEach(number -> verdict.lost("note " + number));
    }

    private void checkCases(Handle handle, Verdict verdict) {
        cases.forEach((id, number) -> {
            var found = Rows.find(handle, Case.KIND, id);
            if (found.isEmpty()) {
                verdict.lost("case " + number);
            } else if (found.get().reopened() < renamed.getOrDefault(id, 0L)) {
                verdict.lost("title of " + number);
            } else if (!found.get().number().equals(number) || !hasItsTitle(found.get())) {
                verdict.corrupt("case " + number + " reads differently");
            }
        });
    }

    private static boolean hasItsTitle(Case found) {
        return found.reopened() == 0
                ? found.title().isEmpty()
                : found.title().equals(Typed.title(found.id().toString(), found.reopened()));
    }

    private void checkDrafts(Handle handle, Verdict verdict) {
        var texts = new HashMap<UUID, String>();
        handle.createQuery("select id, fields from draft")
                .map((row, context) -> texts.put(
                        row.getObject("id", UUID.class),
                        Json.read(row.getString("fields"), FIELDS).getOrDefault("account.event", "")))
                .list();
        var contacts = new HashSet<>(handle.createQuery("select id from contact").mapTo(UUID.class).list());
        drafts.forEach((id, number) -> {
            var text = texts.get(id);
            if (text == null) {
                if (!finishing.contains(id) || !contacts.contains(id)) {
                    verdict.lost("draft " + id);
                }
            } else if (finished.contains(id)) {
                verdict.lost("finishing of " + id);
            } else if (contacts.contains(id)) {
                verdict.corrupt(id + " is both draft and contact");
            } else if (Typed.numberOf(text) < number) {
                verdict.lost("keystrokes of " + id + ": " + Typed.numberOf(text) + " of " + number);
            } else if (!text.equals(Typed.typedSoFar(id.toString(), Typed.numberOf(text)))) {
                verdict.corrupt("draft " + id + " reads differently");
            }
        });
    }
}
