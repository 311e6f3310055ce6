package dev.calmdesk.complaint;

import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.complaint.SuggestionUse.Basis;
import java.util.List;

/// What is suggested for a choice; a person takes one of it, or none.
///
/// @param learnedFrom how many closed cases stand behind it; 0 where listed words do
/// @param choices the likeliest first
public record Offer(About about, Basis basis, int learnedFrom, List<Choice> choices) {

    /// One thing that may be chosen.
    ///
    /// @param probability 0 where nothing was counted
    /// @param words of the record that speak for it
    /// @param cases that it rests on
    public record Choice(
            String code, Certainty certainty, double probability, List<String> words, List<PastCase> cases) {}

    /// Which of them a code is, from 1; 0 for none.
    int rank(String code) {
        return choices.stream().map(Choice::code).toList().indexOf(code) + 1;
    }
}
