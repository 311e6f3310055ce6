package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was suggested when a complaint was classified, and what was chosen. Codes and figures only: no word of a customer.
///
/// @param offered the codes that were shown, the likeliest first
/// @param percent how likely each of them was said to be; 0 where nothing was counted
/// @param taken which of them was chosen, from 1; 0 for another
public record SuggestionUse(
        UUID id,
        UUID caseId,
        About about,
        Basis basis,
        List<String> offered,
        List<String> percent,
        String chosen,
        int taken,
        Instant at) {

    public static final Kind<SuggestionUse> KIND =
            Kind.about("case_id", "suggestion_use", "suggestion_use", SuggestionUse.class);

    /// What was to be chosen.
    public enum About {
        CATEGORY, SEVERITY
    }

    /// What a suggestion rests on: closed cases, or words that the company listed.
    public enum Basis {
        CASES, WORDS
    }
}
