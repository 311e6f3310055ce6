package dev.calmdesk.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A report, with what is needed to see what it is about.
///
/// @param title of the article; empty if nothing was found
/// @param caseNumber of the case it came from, as far as that is known on this desk
/// @param reporter name of whoever reported it; empty if that is not known
/// @param reply empty while it waits
public record ArticleTask(
        UUID reportId,
        Optional<UUID> articleId,
        String title,
        ArticleFlaw flaw,
        String text,
        Optional<UUID> caseId,
        Optional<String> caseNumber,
        String reporter,
        Instant at,
        Optional<Reply> reply) {

    /// What became of it.
    ///
    /// @param answer may be empty
    /// @param by name of whoever answered; empty if that is not known
    public record Reply(ReportOutcome outcome, String answer, String by, Instant at) {}
}
