package dev.calmdesk.knowledge;

import static dev.calmdesk.people.Role.AGENT;
import static dev.calmdesk.people.Role.LEAD;
import static dev.calmdesk.people.Role.MANAGER;
import static dev.calmdesk.people.Role.QUALITY;
import static dev.calmdesk.people.Role.SPECIALIST;
import static dev.calmdesk.people.Role.TRAINER;

import dev.calmdesk.base.Problem;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person may do with an article now. Whoever serves customers writes drafts, somebody else reviews them, and
/// those who own the knowledge publish. Screens ask before they offer an act, [Articles] judges when it is done, the hub
/// judges again. Pure.
///
/// @param state null while there is no such article
/// @param writtenBy who wrote it first; null for what came with a pack
public record ArticleRights(UUID person, Set<Role> roles, @Nullable ArticleState state, @Nullable UUID writtenBy) {

    public static final Set<Role> WRITING = Set.of(AGENT, SPECIALIST, LEAD, TRAINER, QUALITY, MANAGER);
    public static final Set<Role> REVIEWING = Set.of(LEAD, SPECIALIST, QUALITY, MANAGER);
    public static final Set<Role> OWNING = Set.of(QUALITY, MANAGER);

    public ArticleRights {
        roles = Set.copyOf(roles);
    }

    public static ArticleRights of(Actor person, @Nullable Article article) {
        return new ArticleRights(
                person.id(), person.roles(), article == null ? null : article.state(),
                article == null ? null : article.writtenBy());
    }

    /// Whether somebody looks after the knowledge.
    public static boolean owns(Actor person) {
        return isAny(person.roles(), OWNING);
    }

    /// Whether somebody may write an article.
    public static boolean writes(Actor person) {
        return isAny(person.roles(), WRITING);
    }

    public static boolean reviews(Actor person) {
        return isAny(person.roles(), REVIEWING);
    }

    public boolean may(ArticleAct act) {
        return whyNot(act).isEmpty();
    }

    /// Whether the person may change what the article says.
    public boolean mayWrite() {
        return may(ArticleAct.DRAFT) || may(ArticleAct.PUBLISH);
    }

    public Optional<Problem> whyNot(ArticleAct act) {
        if (!isAny(roles, needed(act))) {
            return Optional.of(Problem.notAllowed("knowledge.problem.act_not_yours"));
        }
        if (!fitsState(act)) {
            return Optional.of(Problem.refused("knowledge.problem.state_does_not_fit"));
        }
        return switch (act) {
            case DRAFT, OFFER -> unless(state == null || isOwnDraft() || isOwner(), "knowledge.problem.not_your_draft");
            case REVIEW, SEND_BACK -> unless(!isOwn(), "knowledge.problem.own_draft");
            default -> Optional.empty();
        };
    }

    /// The same as judged from afar: how far the article had come is left out where two desks may rightly see that
    /// differently, since the fold shows where they did. What somebody without ownership writes is taken only into a draft.
    public boolean mayBeTaken(ArticleAct act) {
        return isAny(roles, needed(act))
                && switch (act) {
                    case DRAFT, OFFER -> state == null || isOwnDraft() || isOwner();
                    case REVIEW, SEND_BACK -> !isOwn() && (isOwner() || isUnpublished());
                    default -> true;
                };
    }

    private static Set<Role> needed(ArticleAct act) {
        return switch (act) {
            case DRAFT, OFFER -> WRITING;
            case REVIEW, SEND_BACK -> REVIEWING;
            default -> OWNING;
        };
    }

    private boolean fitsState(ArticleAct act) {
        return switch (act) {
            case DRAFT, OFFER -> state == null || state == ArticleState.DRAFT || state == ArticleState.REVIEWED;
            case REVIEW -> state == ArticleState.DRAFT;
            case SEND_BACK -> state == ArticleState.DRAFT || state == ArticleState.REVIEWED;
            case PUBLISH -> state != ArticleState.ARCHIVED;
            case CHECK -> state == ArticleState.PUBLISHED;
            case ARCHIVE -> state != null && state != ArticleState.ARCHIVED;
            case BRING_BACK -> state == ArticleState.ARCHIVED;
        };
    }

    private boolean isOwner() {
        return isAny(roles, OWNING);
    }

    private boolean isOwn() {
        return person.equals(writtenBy);
    }

    private boolean isUnpublished() {
        return state == ArticleState.DRAFT || state == ArticleState.REVIEWED;
    }

    private boolean isOwnDraft() {
        return isOwn() && state == ArticleState.DRAFT;
    }

    private static boolean isAny(Set<Role> roles, Set<Role> wanted) {
        return !Collections.disjoint(roles, wanted);
    }

    private static Optional<Problem> unless(boolean isMet, String textKey) {
        return isMet ? Optional.empty() : Optional.of(Problem.notAllowed(textKey));
    }
}
