package dev.calmdesk.customer;

import java.util.List;
import java.util.Optional;

/// Whom an input may mean.
///
/// @param candidates one if known, several or one if maybe, best first; none if unknown
public record Recognition(Certainty certainty, List<Candidate> candidates) {

    static final Recognition NOBODY = new Recognition(Certainty.UNKNOWN, List.of());

    public Recognition {
        candidates = List.copyOf(candidates);
    }

    public enum Certainty {
        /// A whole number or order that belongs to exactly one customer.
        KNOWN,
        /// Ask before anything personal is said.
        MAYBE,
        UNKNOWN
    }

    /// What of the input fits, the strongest first.
    public enum Match {
        NUMBER,
        ORDER,
        /// The last digits of a number.
        NUMBER_END,
        ORDER_END,
        NAME,
        NAME_START,
        /// Sounds the same.
        PINYIN,
        PINYIN_START,
        INITIALS,
        NAME_PART
    }

    /// @param number the masked number that fits, or the customer's first, to tell namesakes apart; empty if none
    public record Candidate(Customer customer, Match match, String number) {}

    /// The customer, if it is certain who it is.
    public Optional<Customer> known() {
        return certainty == Certainty.KNOWN ? Optional.of(candidates.getFirst().customer()) : Optional.empty();
    }
}
