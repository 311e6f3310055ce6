package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;

/// A remark on a case. Notes are added, never changed.
public record Note(UUID id, UUID caseId, UUID author, String text, Instant at) {

    public static final Kind<Note> KIND = Kind.about("case_id", "note", "note", Note.class);
}
