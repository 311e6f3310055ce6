package dev.calmdesk.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a case is found by, and what a colleague can learn from it.
///
/// @param event what happened, in the customer's words
/// @param question what an inquiry asked
/// @param answer what was answered to it
/// @param plan what was decided on a complaint
/// @param lesson what the review of a closed case taught
/// @param inLibrary whether the case was put into the case library
public record CaseWords(
        UUID id,
        String number,
        CaseKind kind,
        CaseState state,
        String title,
        @Nullable String category,
        @Nullable String sku,
        @Nullable String batch,
        UUID owner,
        String team,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String event,
        @Nullable String expectation,
        @Nullable String question,
        @Nullable String details,
        @Nullable String answer,
        @Nullable String plan,
        @Nullable String lesson,
        boolean inLibrary) {

    /// What came of it, what was learnt first; empty while nothing has.
    public List<String> outcome() {
        return Stream.of(lesson, plan, answer).filter(text -> text != null && !text.isBlank()).toList();
    }

    /// Its texts, the customer's own first.
    public List<String> texts() {
        return Stream.of(event, question, expectation, details, plan, answer, lesson).filter(Objects::nonNull).toList();
    }
}
