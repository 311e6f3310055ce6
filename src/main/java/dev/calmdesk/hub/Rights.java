package dev.calmdesk.hub;

import static dev.calmdesk.people.Role.ADMIN;
import static dev.calmdesk.people.Role.AGENT;
import static dev.calmdesk.people.Role.LEAD;
import static dev.calmdesk.people.Role.MANAGER;
import static dev.calmdesk.people.Role.QUALITY;
import static dev.calmdesk.people.Role.SPECIALIST;

import dev.calmdesk.complaint.Authority;
import dev.calmdesk.hub.Facts.Approval;
import dev.calmdesk.knowledge.ArticleAct;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.wire.Rejection;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may write what: the same as the services of a desk allow, judged again by the hub, since a desk may be old, faulty
/// or lying. Pure.
///
/// Roles and limits are judged, not the state of a case: two desks may rightly see that differently, and the fold shows
/// where they did.
final class Rights {

    static final String UNKNOWN_AUTHOR = Rejection.UNKNOWN_AUTHOR.onWire();
    static final String NOT_ALLOWED = Rejection.NOT_ALLOWED.onWire();

    /// What a person writes who decides between two values of a field, or takes that back.
    private static final List<String> DECISIONS = List.of("decided", "decision_taken_back");

    private static final Set<Role> ANYBODY = Set.of(Role.values());
    private static final Set<Role> SERVING = Set.of(AGENT, SPECIALIST, LEAD, MANAGER);
    private static final Set<Role> SEEING = Set.of(AGENT, SPECIALIST, LEAD, QUALITY, MANAGER);
    private static final Set<Role> LEADING = Set.of(LEAD, MANAGER);
    private static final Set<Role> SETTING_UP = Set.of(ADMIN, MANAGER);
    private static final Set<Role> LETTING_IN = Set.of(ADMIN);
    /// An act of the product itself.
    private static final Set<Role> NO_PERSON = Set.of();

    /// Kind → act → the roles of which the author needs one. A kind that does not stand here is of a newer version and is
    /// passed on; an act that does not stand here is not allowed.
    private static final Map<String, Map<String, Set<Role>>> TABLE = Map.ofEntries(
            kind("workplace", SETTING_UP, may(SETTING_UP, "set")),
            kind("product", SETTING_UP, may(SETTING_UP, "set")),
            kind("batch", SETTING_UP, may(SETTING_UP, "set")),
            kind("article", ArticleRights.OWNING,
                    may(ArticleRights.WRITING, "drafted", "offered"), may(ArticleRights.REVIEWING, "reviewed", "sent_back"),
                    may(ArticleRights.OWNING, "published", "checked", "archived", "brought_back"),
                    may(NO_PERSON, "imported")),
            kind("article_use", SERVING, may(ANYBODY, "used", "did_not_help")),
            kind("article_report", ArticleRights.OWNING,
                    may(ANYBODY, "reported"), may(ArticleRights.WRITING, "answered")),
            kind("article_ack", ArticleRights.OWNING, may(ANYBODY, "acknowledged")),
            kind("article_picture", ArticleRights.OWNING, may(ArticleRights.OWNING, "added")),
            kind("person", LETTING_IN,
                    may(LETTING_IN, "added", "changed", "activated", "deactivated", "password_reset"),
                    may(ANYBODY, "password_changed", "rehashed")),
            kind("presence", LEADING, may(ANYBODY, "switched", "ended")),
            kind("customer", SERVING, may(SERVING, "added", "changed"), may(LEADING, "moved")),
            kind("customer_number", SERVING, may(SERVING, "added")),
            kind("purchase", SERVING, may(SERVING, "added")),
            kind("customer_reveal", LEADING, may(SEEING, "revealed")),
            kind("contact", SERVING, may(SERVING, "finished")),
            kind("case", SERVING, may(
                    SERVING, "opened", "identified", "described", "advanced", "resolved", "closed", "reopened", "voided",
                    "handed_over")),
            kind("note", SERVING, may(ANYBODY, "added")),
            kind("promise", SERVING, may(SERVING, "made", "kept", "moved", "given_up", "handed_over")),
            kind("transfer", SERVING, may(SERVING, "asked", "accepted", "declined", "withdrawn")),
            kind("clock", SERVING, may(SERVING, "started", "met", "voided")),
            kind("inquiry", SERVING, may(SERVING, "recorded", "kept", "filed")),
            kind("soothing", SERVING, may(SERVING, "kept", "finished")),
            kind("account", SERVING, may(SERVING, "kept", "finished")),
            kind("assessment", SERVING, may(SERVING, "kept", "finished")),
            kind("suggestion_use", SERVING, may(SERVING, "taken", "overridden")),
            kind("investigation", SERVING, may(SERVING, "started", "kept", "finished")),
            kind("decision", SERVING, may(SERVING, "kept", "finished")),
            kind("follow_up", SERVING, may(SERVING, "planned", "kept", "finished")),
            kind("follow_up_try", SERVING, may(SERVING, "reached", "missed")),
            kind("emotion", SERVING, may(SERVING, "noted")),
            kind("evidence", SERVING, may(SERVING, "added", "removed")),
            kind("task", SERVING, may(SERVING, "asked", "answered")),
            kind("remedy", LEADING, may(SERVING, "proposed", "carried_out", "dropped"), may(LEADING, "allowed", "refused")),
            kind("approval", LEADING, may(SERVING, "asked", "withdrawn"), may(LEADING, "approved", "refused")),
            kind("erasure", NO_PERSON, may(LEADING, "erased")),
            kind("erasure_done", NO_PERSON, may(NO_PERSON, "done")));

    /// What a pack brings.
    private static final Map<String, String> IMPORTS = Map.of(
            "workplace", "set", "product", "set", "batch", "set", "article", "imported", "article_picture", "added");

    /// What a reviewer writes into an article.
    private static final Set<String> MARKS = Set.of("state", "offered_at", "remark", "updated_at");

    private final Facts facts;
    private final Feed.Desk desk;

    Rights(Facts facts, Feed.Desk desk) {
        this.facts = facts;
        this.desk = desk;
    }

    @SafeVarargs
    private static Map.Entry<String, Map<String, Set<Role>>> kind(
            String name, Set<Role> deciding, List<Map.Entry<String, Set<Role>>>... acts) {
        var all = new HashMap<String, Set<Role>>();
        DECISIONS.forEach(act -> all.put(act, deciding));
        Arrays.stream(acts).flatMap(List::stream).forEach(act -> all.put(act.getKey(), act.getValue()));
        return Map.entry(name, Collections.unmodifiableMap(all));
    }

    private static List<Map.Entry<String, Set<Role>>> may(Set<Role> roles, String... acts) {
        return Arrays.stream(acts).map(act -> Map.entry(act, roles)).toList();
    }

    /// Whether the table says anything about an act.
    static boolean knows(String kind, String act) {
        return TABLE.containsKey(kind) && TABLE.get(kind).containsKey(act);
    }

    /// @return the stable reason why an entry is not taken; empty if it is
    Optional<String> whyNot(WireEntry entry) {
        if (facts.isNobodyKnown() || desk.isVouchedFor(entry)) {
            return Optional.empty(); // nobody is there to judge by, or somebody answers for it
        }
        if (entry.author().equals(Actor.DESK.id())) {
            return notAllowedUnless(isOfNewerVersion(entry) || mayImport(entry) || reportsErasure(entry));
        }
        var author = facts.worker(entry.author()).filter(Facts.Worker::isActive);
        return author.isEmpty()
                ? Optional.of(UNKNOWN_AUTHOR)
                : notAllowedUnless(isOfNewerVersion(entry) || may(author.get().roles(), entry));
    }

    private static Optional<String> notAllowedUnless(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(NOT_ALLOWED);
    }

    private static boolean isOfNewerVersion(WireEntry entry) {
        return !TABLE.containsKey(entry.kind());
    }

    /// A desk brings the pack it began with; that adds and never replaces what others have. Later imports need somebody who
    /// answers for them.
    private boolean mayImport(WireEntry entry) {
        return entry.act().equals(IMPORTS.get(entry.kind()))
                && (desk.isVouched() || (entry.base() == null && entry.seq() <= desk.enrolledSeq()));
    }

    /// A desk says for itself alone that it has erased.
    private boolean reportsErasure(WireEntry entry) {
        return entry.kind().equals("erasure_done") && to(entry, "desk").equals(desk.id().toString());
    }

    private boolean may(Set<Role> roles, WireEntry entry) {
        var needed = TABLE.get(entry.kind()).getOrDefault(entry.act(), NO_PERSON);
        return isAny(roles, needed)
                && switch (entry.kind()) {
                    case "person" -> mayChangeAccount(roles, entry);
                    case "presence" -> !entry.changes().containsKey("person") || isAuthor(entry, "person");
                    case "customer" -> mayChangeCustomer(roles, entry);
                    case "remedy" -> mayGrant(roles, entry);
                    case "approval" -> mayAnswer(entry);
                    case "article" -> mayChangeArticle(roles, entry);
                    case "article_report" ->
                        !entry.act().equals("reported") || isNoneOf(entry, "outcome", "answer", "answered_by", "answered_at");
                    case "article_ack" -> !entry.changes().containsKey("person") || isAuthor(entry, "person");
                    default -> true;
                };
    }

    private static boolean isAny(Set<Role> roles, Set<Role> wanted) {
        return !Collections.disjoint(roles, wanted);
    }

    private static boolean isAuthor(WireEntry entry, String field) {
        return to(entry, field).equals(entry.author().toString());
    }

    private static String to(WireEntry entry, String field) {
        var change = entry.changes().get(field);
        return change == null || change.get(1) == null ? "" : String.valueOf(change.get(1));
    }

    private static boolean changesOnly(WireEntry entry, String... fields) {
        return Set.of(fields).containsAll(entry.changes().keySet());
    }

    /// Whoever lets people in changes anything; others their own password.
    private static boolean mayChangeAccount(Set<Role> roles, WireEntry entry) {
        return switch (entry.act()) {
            case "password_changed", "rehashed" ->
                entry.entity().equals(entry.author()) && changesOnly(entry, "password");
            default -> isAny(roles, LETTING_IN);
        };
    }

    /// A tier loosens limits, and a team takes a customer away from others.
    private static boolean mayChangeCustomer(Set<Role> roles, WireEntry entry) {
        var isNew = entry.act().equals("added");
        var isHigher = entry.changes().containsKey("tier") && !(isNew && to(entry, "tier").equals("STANDARD"));
        var isMoved = entry.changes().containsKey("team") && !isNew;
        return isAny(roles, LEADING) || (!isHigher && !isMoved);
    }

    private static boolean isNoneOf(WireEntry entry, String... fields) {
        return Collections.disjoint(entry.changes().keySet(), Set.of(fields));
    }

    /// An article comes only as far as its author may bring it, and whoever may not write it leaves its words alone.
    private boolean mayChangeArticle(Set<Role> roles, WireEntry entry) {
        var act = ArticleAct.of(entry.act());
        if (act.isEmpty()) {
            return isAny(roles, ArticleRights.OWNING); // a decision
        }
        var before = facts.article(entry.entity());
        var rights = new ArticleRights(
                entry.author(), roles, before.flatMap(Facts.Article::state).orElse(null),
                before.flatMap(Facts.Article::writtenBy).orElse(null));
        var changed = entry.changes().keySet();
        return rights.mayBeTaken(act.get())
                && (!changed.contains("state") || to(entry, "state").equals(act.get().result().name()))
                && (!changed.contains("written_by") || (before.isEmpty() && isAuthor(entry, "written_by")))
                && (act.get().changesContent() || isAny(roles, ArticleRights.OWNING) || MARKS.containsAll(changed));
    }

    /// Nothing is granted above the author's authority, whatever the act is called; and nothing is carried out that was
    /// not granted. That holds for what the author wants and for what comes of it: a new amount beside a refusal is an
    /// amount granted, if somebody else carried the remedy out at the same time.
    private boolean mayGrant(Set<Role> roles, WireEntry entry) {
        var becomes = facts.remedyAfter(entry);
        var isGrantedSo = facts.remedy(entry.entity())
                .filter(Facts.Remedy::isGranted)
                .filter(becomes::isSameGrant)
                .isPresent();
        return mayWant(roles, entry) && (!becomes.isGranted() || isGrantedSo || isWithin(roles, entry, becomes));
    }

    private boolean mayWant(Set<Role> roles, WireEntry entry) {
        var before = facts.remedy(entry.entity());
        var after = facts.remedyMeant(entry);
        var grants = after.isGranted()
                && !before.filter(Facts.Remedy::isGranted).map(known -> known.equals(after)).orElse(false);
        return switch (entry.act()) {
            case "proposed" -> before.isEmpty() && !after.state().equals("DONE") && (!grants || isWithin(roles, entry, after));
            case "allowed" ->
                changesOnly(entry, "amount_minor", "state")
                        && isWithin(roles, entry, after)
                        && isApproved(entry, after);
            case "refused" -> changesOnly(entry, "state") && after.state().equals("REFUSED");
            case "carried_out" ->
                changesOnly(entry, "state", "done_at", "proof")
                        && before.filter(known -> known.state().equals("ALLOWED")).isPresent()
                        && after.state().equals("DONE");
            case "dropped" ->
                changesOnly(entry, "state")
                        && before.filter(known -> !known.state().equals("DONE")).isPresent()
                        && after.state().equals("DROPPED");
            default -> !grants || isWithin(roles, entry, after);
        };
    }

    private boolean isWithin(Set<Role> roles, WireEntry entry, Facts.Remedy remedy) {
        if (remedy.amountMinor() == 0) {
            return true;
        }
        try {
            var left = Authority.left(
                    facts.authorities(), roles, remedy.type(), remedy.currency(),
                    facts.granted(remedy.caseId(), entry.entity()));
            return remedy.amountMinor() > 0 && remedy.amountMinor() <= left;
        } catch (IllegalArgumentException noCurrency) {
            return false;
        }
    }

    private boolean isApproved(WireEntry entry, Facts.Remedy remedy) {
        return facts.approvalsOf(entry.entity()).stream().anyMatch(approval -> approval.state().equals("APPROVED")
                && approval.decidedBy().filter(entry.author()::equals).isPresent()
                && approval.allowedMinor() == remedy.amountMinor());
    }

    /// Nobody answers what they asked for themselves, nor allows more than was asked for.
    private boolean mayAnswer(WireEntry entry) {
        var before = facts.approval(entry.entity());
        return switch (entry.act()) {
            case "asked" -> before.isEmpty() && isAuthor(entry, "asked_by") && to(entry, "state").equals("ASKED");
            case "approved" -> before.filter(asked -> isOpenTo(asked, entry.author())).isPresent()
                    && isAnswer(entry, "APPROVED")
                    && allowed(entry) <= before.get().amountMinor();
            case "refused" ->
                before.filter(asked -> isOpenTo(asked, entry.author())).isPresent() && isAnswer(entry, "REFUSED");
            case "withdrawn" ->
                before.filter(asked -> asked.state().equals("ASKED")).isPresent() && isAnswer(entry, "WITHDRAWN");
            default -> !entry.changes().containsKey("state") && !entry.changes().containsKey("allowed_minor");
        };
    }

    private static boolean isOpenTo(Approval approval, UUID person) {
        return approval.state().equals("ASKED") && approval.askedBy().filter(person::equals).isEmpty();
    }

    private static boolean isAnswer(WireEntry entry, String state) {
        return to(entry, "state").equals(state)
                && isAuthor(entry, "decided_by")
                && changesOnly(entry, "state", "allowed_minor", "decided_by", "decided_at", "remark");
    }

    private static long allowed(WireEntry entry) {
        @Nullable List<@Nullable Object> change = entry.changes().get("allowed_minor");
        return change != null && change.get(1) instanceof Number amount ? amount.longValue() : Long.MAX_VALUE;
    }
}
