package dev.calmdesk.knowledge.ui;

import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.people.Actor;
import java.util.Arrays;
import java.util.List;

/// One list of what in the knowledge base needs somebody.
enum CareShelf {
    TASKS,
    TO_REVIEW,
    TO_PUBLISH,
    REVIEW_DUE,
    STALE,
    MINE,
    OWED,
    UNREAD,
    REPORTED,
    MUST_READ,
    MOST_USED,
    UNLINKED,
    ARCHIVED;

    /// The lists that concern somebody, in the order in which they are worked off.
    static List<CareShelf> of(Actor person) {
        return Arrays.stream(values()).filter(shelf -> shelf.concerns(person)).toList();
    }

    private boolean concerns(Actor person) {
        return switch (this) {
            case MINE, OWED, UNREAD, REPORTED -> true;
            case TASKS, TO_REVIEW -> ArticleRights.reviews(person);
            default -> ArticleRights.owns(person);
        };
    }
}
