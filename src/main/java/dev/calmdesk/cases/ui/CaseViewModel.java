package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.Strand;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The page of one case: what it is, what is due, what was promised, who has it and who shall have it, and everything
/// that happened.
public final class CaseViewModel implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(15);
    private static final Set<String> KINDS = Set.of(
            "case", "note", "promise", "transfer", "clock", "contact", "emotion", "evidence", "task", "remedy", "approval",
            "follow_up_try", "soothing", "account", "assessment", "investigation", "decision", "follow_up", "inquiry",
            "customer", "customer_number", "person");

    private final UUID caseId;
    private final CaseServices services;
    private final CasePages pages;
    private final CaseWords words;
    private final Actor actor;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable CasePage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ObjectProperty<Optional<Strand>> strand = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.NONE);
    private final FormBuffer unsent;
    private final ObservableList<Receiver> receivers = FXCollections.observableArrayList();
    private final List<AutoCloseable> open = new ArrayList<>();

    /// What a person is about to do with the case as a whole.
    public enum Form {
        NONE, OFFER, DECLINE, VOID;

        /// Names what is written in this form.
        String field() {
            return name().toLowerCase(Locale.ROOT) + ".note";
        }
    }

    public CaseViewModel(
            UUID caseId, CaseServices services, CaseWords words, Chronicle chronicle, Actor actor, Background background) {
        this.caseId = caseId;
        this.services = services;
        this.words = words;
        this.pages = new CasePages(services, words, chronicle, actor);
        this.actor = actor;
        this.background = background;
        this.now = new ReadOnlyObjectWrapper<>(words.when().now());
        this.unsent = new FormBuffer(Map.of(), background, fields -> services.unsent().save(actor, caseId, fields));
        if (isAllowed()) {
            background.run("read what was not sent", () -> services.unsent().read(actor, caseId))
                    .then(unsent::restore);
            open.add(background.repeat(TICK, () -> now.set(words.when().now())));
            reload();
        }
    }

    /// Reloads when somebody here or elsewhere changes what the page shows.
    public void follow(Changes source) {
        if (isAllowed()) {
            open.add(background.whenChanged(source, KINDS, this::reload));
        }
    }

    /// Whether this person may see cases at all.
    public boolean isAllowed() {
        return CaseList.isOpenTo(actor);
    }

    private void reload() {
        background.latest(page).run("read case", () -> pages.read(caseId)).then(read -> {
            now.set(words.when().now());
            missing.set(read.isEmpty());
            page.set(read.orElse(null));
        });
    }

    /// What stands in a field of the page and was not sent. It is saved as it is typed, and stands there again when the
    /// person comes back; whoever sends it empties it.
    StringProperty unsent(String field) {
        return unsent.field(field);
    }

    /// Something that lives as long as the page.
    void keep(AutoCloseable lifetime) {
        open.add(lifetime);
    }

    public void note(String text, Runnable added) {
        act("add note", () -> services.cases().note(actor, caseId, text), added);
    }

    /// @param due ISO instant; empty if none was given
    public void promise(String text, String due, Runnable made) {
        act("make promise", () -> services.promises().make(actor, caseId, text, instant(due)), made);
    }

    public void keepPromise(UUID promiseId, String remark) {
        act("keep promise", () -> services.promises().keep(actor, promiseId, remark.isBlank() ? null : remark.strip()), () -> {});
    }

    /// @param due ISO instant; empty if none was given
    public void movePromise(UUID promiseId, String due, String reason, Runnable moved) {
        act("move promise", () -> services.promises().move(actor, promiseId, instant(due), reason), moved);
    }

    /// No time is like one that is over: it cannot be promised.
    private static Instant instant(String iso) {
        return iso.isEmpty() ? Instant.EPOCH : Instant.parse(iso);
    }

    public void offer(Transfers.Offer offer) {
        act("offer case", () -> services.transfers().ask(actor, caseId, offer), this::sent);
    }

    public void accept() {
        withOffer("accept case", id -> services.transfers().accept(actor, id));
    }

    public void decline(String why) {
        withOffer("decline case", id -> services.transfers().decline(actor, id, why));
    }

    public void withdraw() {
        withOffer("withdraw offer", id -> services.transfers().withdraw(actor, id));
    }

    private void withOffer(String name, java.util.function.Consumer<UUID> answer) {
        page().flatMap(CasePage::offer)
                .ifPresent(offer -> act(name, () -> answer.accept(offer.id()), this::sent));
    }

    /// @param reason code of topic `void-reason`
    public void makeVoid(String reason) {
        act("void case", () -> services.cases().makeVoid(actor, caseId, reason), this::endForm);
    }

    private void sent() {
        unsent(form.get().field()).set("");
        endForm();
    }

    private void endForm() {
        form.set(Form.NONE);
    }

    private void act(String name, Background.Action action, Runnable done) {
        problem.set(null);
        background.run(name, action).then(nothing -> done.run()).onProblem(problem::set);
    }

    /// Asks to whom the case shall be offered.
    public void beginOffer() {
        form.set(Form.OFFER);
        page().ifPresent(shown -> background
                .latest(receivers)
                .run("list receivers", () -> Receiver.all(services.people().all(), words, shown.subject().owner()))
                .then(receivers::setAll));
    }

    /// Whom the case could be offered to: teams, and the people in them who work on cases, without its owner.
    ObservableList<Receiver> receivers() {
        return receivers;
    }

    Optional<CasePage> page() {
        return Optional.ofNullable(page.get());
    }

    ReadOnlyObjectProperty<@Nullable CasePage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Whether there is no such case on this desk.
    public ReadOnlyBooleanProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /// What the last act was refused for; null if it was not.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The time by which clocks are drawn.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// The part of the history that is shown; empty for all of it.
    public ObjectProperty<Optional<Strand>> strandProperty() {
        return strand;
    }

    public ObjectProperty<Form> formProperty() {
        return form;
    }

    @Override
    public void close() throws Exception {
        unsent.flush();
        background.latest(page).drop();
        for (var each : open) {
            each.close();
        }
    }
}
