package dev.calmdesk.inquiry;

import static dev.calmdesk.cases.Strand.STEPS;

import dev.calmdesk.cases.Telling;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.cases.Vocabulary;
import java.util.List;
import java.util.Optional;

/// The words of what happens to an inquiry.
public final class InquiryVocabulary {

    private InquiryVocabulary() {}

    public static Vocabulary of() {
        return new Vocabulary(
                List.of(Inquiry.KIND),
                List.of(
                        Telling.of(STEPS, "inquiry.kept").seenAs(Tone.FAINT).takingAfter("case.described"),
                        Telling.of(STEPS, "inquiry.recorded").takingAfter("case.described", "case.advanced"),
                        Telling.of(STEPS, "inquiry.filed", "solved")
                                .seenAs(row -> "YES".equals(row.get("solved")) ? Tone.GOOD : Tone.WAITING)
                                .takingAfter("case.described")),
                value -> Optional.empty());
    }
}
