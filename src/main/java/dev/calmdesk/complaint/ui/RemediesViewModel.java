package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.complaint.Approval;
import dev.calmdesk.complaint.ApprovalState;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is done to put the complaint right: proposed within the person's authority or asked for above it, carried out
/// with proof, or dropped.
public final class RemediesViewModel {

    static final String TYPE = "new_remedy.type";
    static final String AMOUNT = "new_remedy.amount";
    static final String TERMS = "new_remedy.terms";
    static final String RULE = "new_remedy.rule";
    static final String COST_CENTRE = "new_remedy.cost_centre";
    static final String DUE = "new_remedy.due_at";
    static final String REASON = "new_remedy.reason";

    private final CaseInHand hand;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper authority = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hasAmount = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper isOver = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final BooleanProperty proposing = new SimpleBooleanProperty();
    private long left = Long.MAX_VALUE;

    /// A remedy as a row.
    ///
    /// @param isWaiting whether it has to be approved before it can be carried out
    /// @param approval what became of the request for it; empty if none was needed
    /// @param proofHint what shows that it was carried out
    public record Item(
            UUID id,
            String title,
            String detail,
            String approval,
            String state,
            Signal signal,
            boolean canCarryOut,
            boolean isWaiting,
            boolean canDrop,
            String proofHint) {}

    RemediesViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenTyped(this::judgeType, TYPE);
        hand.whenTyped(this::judgeAmount, AMOUNT);
        hand.whenRead(read -> {
            var fresh = read.view().remedies().stream().map(this::item).toList();
            if (!items.equals(fresh)) {
                items.setAll(fresh);
            }
            if (!hand.text(TYPE).isEmpty()) {
                proposing.set(true);
            }
            waiting.set(read.view().remedies().stream().anyMatch(remedy -> remedy.state() == RemedyState.WAITING));
            judgeType();
        });
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    private Item item(Remedy remedy) {
        var state = remedy.state();
        var amount = remedy.amountMinor() > 0 ? " " + words().money(remedy.amountMinor()) : "";
        var isOpen = hand.view().subject().isOpen();
        return new Item(
                remedy.id(),
                words().remedyType(remedy.type()) + amount,
                detail(remedy),
                approval(remedy.id()),
                hand.texts().name(state),
                signal(state),
                isOpen && state == RemedyState.ALLOWED,
                isOpen && state == RemedyState.WAITING,
                isOpen && state != RemedyState.DONE && state != RemedyState.DROPPED,
                hand.content().remedyType(remedy.type()).map(RemedyType::proof).map(words()::in).orElse(""));
    }

    private String detail(Remedy remedy) {
        var texts = hand.texts();
        var centre = words().department(remedy.costCentre());
        var end = remedy.state() == RemedyState.DONE
                ? texts.get("complaint.remedy.done", words().at(remedy.doneAt()), remedy.proof())
                : remedy.dueAt() == null ? "" : texts.get("complaint.remedy.due", words().by(remedy.dueAt()));
        return ComplaintWords.joined(
                remedy.terms(),
                remedy.rule() == null ? "" : texts.get("complaint.remedy.rests_on", remedy.rule()),
                centre.isEmpty() ? "" : texts.get("complaint.remedy.paid_by", centre),
                end);
    }

    private String approval(UUID remedyId) {
        return hand.view().approvals().stream()
                .filter(approval -> approval.remedyId().equals(remedyId))
                .reduce((earlier, later) -> later)
                .map(this::words)
                .orElse("");
    }

    private String words(Approval approval) {
        var texts = hand.texts();
        if (approval.state() == ApprovalState.ASKED) {
            return texts.get(
                    "complaint.remedy.approval.asked", words().money(approval.amountMinor()), words().at(approval.askedAt()),
                    approval.reason());
        }
        var decider = approval.decidedBy() == null ? "" : hand.read().nameOf(approval.decidedBy());
        return switch (approval.state()) {
            case APPROVED -> texts.get(
                    "complaint.remedy.approval.approved", decider, words().at(approval.decidedAt()),
                    words().money(approval.allowedMinor() == null ? 0 : approval.allowedMinor()), remark(approval));
            case REFUSED -> texts.get(
                    "complaint.remedy.approval.refused", decider, words().at(approval.decidedAt()), remark(approval));
            default -> "";
        };
    }

    private static String remark(Approval approval) {
        return approval.remark() == null ? "" : approval.remark();
    }

    static Signal signal(RemedyState state) {
        return switch (state) {
            case ALLOWED -> Signal.INFO;
            case WAITING -> Signal.SOON;
            case REFUSED -> Signal.LATE;
            case DONE -> Signal.OK;
            case DROPPED -> Signal.NEUTRAL;
        };
    }

    public ObservableList<Item> items() {
        return items;
    }

    /// Whether the form for a new remedy is open; it is while something stands in it.
    public BooleanProperty proposingProperty() {
        return proposing;
    }

    /// Whether a remedy waits for somebody with more authority.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    private void judgeType() {
        if (!hand.isRead()) {
            return;
        }
        var type = hand.content().remedyType(hand.text(TYPE));
        hasAmount.set(type.filter(RemedyType::hasAmount).isPresent());
        if (!hasAmount.get()) {
            left = Long.MAX_VALUE;
            authority.set("");
            judgeAmount();
            return;
        }
        var code = hand.text(TYPE);
        var currency = hand.content().currency();
        hand.tools()
                .background()
                .latest(authority)
                .run("read authority", () ->
                        hand.services().remedies().authorityLeft(hand.actor(), hand.caseId(), code, currency))
                .then(minor -> {
                    left = minor;
                    authority.set(hand.texts().get("complaint.remedy.authority_left", words().money(minor)));
                    judgeAmount();
                });
    }

    private void judgeAmount() {
        isOver.set(amount() > left);
    }

    /// In minor units; what cannot be read counts as nothing here and is refused when it is proposed.
    private long amount() {
        try {
            return hand.isRead() && hasAmount.get() && !hand.text(AMOUNT).isEmpty()
                    ? Money.parse(hand.text(AMOUNT), hand.content().currency()).minor()
                    : 0;
        } catch (Problem.Refused notAnAmount) {
            return 0;
        }
    }

    /// What the person may still grant without asking; empty where the type costs nothing.
    public ReadOnlyStringProperty authorityProperty() {
        return authority.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty hasAmountProperty() {
        return hasAmount.getReadOnlyProperty();
    }

    /// Whether the amount exceeds the person's authority, so that it will be a request for approval.
    public ReadOnlyBooleanProperty overProperty() {
        return isOver.getReadOnlyProperty();
    }

    public List<Option> types() {
        return hand.content().remedyTypes().stream()
                .map(type -> new Option(type.code(), words().in(type.name())))
                .toList();
    }

    /// Proposes what stands in the form.
    public void propose() {
        var currency = hand.content().currency();
        hand.act("propose remedy", () -> hand.services().remedies().propose(hand.actor(), hand.caseId(), proposal(currency)))
                .then(done -> {
                    hand.clear(TYPE, AMOUNT, TERMS, RULE, COST_CENTRE, DUE, REASON);
                    proposing.set(false);
                });
    }

    private Remedies.Proposal proposal(String currency) {
        var form = hand.form();
        var type = form.getOrDefault(TYPE, "");
        var amount = form.getOrDefault(AMOUNT, "");
        var takesAmount = hand.content().remedyType(type).filter(RemedyType::hasAmount).isPresent();
        return new Remedies.Proposal(
                type,
                takesAmount && !amount.isBlank() ? Money.parse(amount, currency) : new Money(0, currency),
                form.getOrDefault(TERMS, ""),
                given(form.get(RULE)),
                given(form.get(COST_CENTRE)),
                instant(form.get(DUE)),
                form.getOrDefault(REASON, ""));
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable Instant instant(@Nullable String iso) {
        return iso == null || iso.isBlank() ? null : Instant.parse(iso);
    }

    /// What is typed as proof of a remedy, kept like everything typed.
    public StringProperty proof(UUID id) {
        return hand.field("proof." + id);
    }

    public void carryOut(UUID id) {
        var proof = hand.text("proof." + id);
        hand.act("carry out remedy", () -> hand.services().remedies().carryOut(hand.actor(), id, proof));
    }

    public void drop(UUID id) {
        hand.act("drop remedy", () -> hand.services().remedies().drop(hand.actor(), id));
    }
}
