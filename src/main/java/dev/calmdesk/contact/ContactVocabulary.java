package dev.calmdesk.contact;

import dev.calmdesk.cases.Strand;
import dev.calmdesk.cases.Telling;
import dev.calmdesk.cases.Vocabulary;
import java.util.List;
import java.util.Optional;

/// The words of a finished contact. What was typed until then and kept with it is a part of it.
public final class ContactVocabulary {

    private ContactVocabulary() {}

    public static Vocabulary of() {
        return new Vocabulary(
                List.of(Contact.KIND),
                List.of(Telling.of(Strand.CONTACTS, "contact.finished", "channel", "answered_at..ended_at")
                        .takingBefore(
                                "soothing.kept", "account.kept", "assessment.kept", "investigation.kept", "decision.kept",
                                "follow_up.kept", "inquiry.kept")),
                value -> Optional.empty());
    }
}
