package dev.calmdesk.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One thing that happened to a case, in words.
///
/// @param id of the journal entry that matters most in it
/// @param when as a list shows it, such as `14:21` for today
/// @param author name and number of whoever did it
public record Happening(
        UUID id, Instant at, String when, Strand strand, Tone tone, String sentence, List<Detail> details, String author) {

    /// One fact of it.
    ///
    /// @param text the value, shortened where it is long
    /// @param full the whole value
    public record Detail(String label, String text, String full) {

        public boolean isShortened() {
            return !text.equals(full);
        }
    }

    public boolean isShortened() {
        return details.stream().anyMatch(Detail::isShortened);
    }
}
