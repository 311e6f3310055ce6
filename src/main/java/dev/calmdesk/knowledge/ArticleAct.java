package dev.calmdesk.knowledge;

import java.util.Arrays;
import java.util.Optional;

/// What can be done with an article as a whole; the journal keeps each under its word.
public enum ArticleAct {
    /// To write down; the article is found by nobody yet.
    DRAFT("drafted", ArticleState.DRAFT),
    /// To hand a draft in for review.
    OFFER("offered", ArticleState.DRAFT),
    /// To find that a draft is right.
    REVIEW("reviewed", ArticleState.REVIEWED),
    /// To say what a draft still needs.
    SEND_BACK("sent_back", ArticleState.DRAFT),
    /// To let it be found, as it was or changed.
    PUBLISH("published", ArticleState.PUBLISHED),
    /// To read it again and find that it still holds.
    CHECK("checked", ArticleState.PUBLISHED),
    /// To take it out of use.
    ARCHIVE("archived", ArticleState.ARCHIVED),
    /// To work on it again.
    BRING_BACK("brought_back", ArticleState.DRAFT);

    private final String word;
    private final ArticleState result;

    ArticleAct(String word, ArticleState result) {
        this.word = word;
        this.result = result;
    }

    /// How the journal calls it.
    public String word() {
        return word;
    }

    /// How far the article has come by it.
    public ArticleState result() {
        return result;
    }

    /// Whether what the article says may change by it.
    public boolean changesContent() {
        return this == DRAFT || this == OFFER || this == PUBLISH;
    }

    public static Optional<ArticleAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    /// The act that is meant when an article is written with a state.
    static ArticleAct leadingTo(ArticleState state) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case REVIEWED -> REVIEW;
            case PUBLISHED -> PUBLISH;
            case ARCHIVED -> ARCHIVE;
        };
    }
}
