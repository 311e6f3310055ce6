package dev.calmdesk.people.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.People;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Presences;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Lets somebody in: by number and password, by choosing a person of a demonstration, or as the first person of a store.
public final class SignInViewModel implements AutoCloseable {

    private final People people;
    private final Presences presences;
    private final Optional<String> demoPassword;
    private final Consumer<Actor> signedIn;
    private final Background background;
    private final Texts texts;
    private final StringProperty agentNo = new SimpleStringProperty(this, "agentNo", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
    private final ObservableList<PersonCard> cards = FXCollections.observableArrayList();

    /// What the screen asks for.
    public enum State {
        LOADING,
        /// Nobody is there yet: the first account.
        FIRST_START,
        SIGN_IN
    }

    /// @param demoPassword what everybody of a demonstration signs in with; empty in a real store, which shows nobody
    /// @param signedIn the person is in and ready for customers
    public SignInViewModel(
            People people,
            Presences presences,
            Optional<String> demoPassword,
            Consumer<Actor> signedIn,
            Background background,
            Texts texts) {
        this.people = people;
        this.presences = presences;
        this.demoPassword = demoPassword;
        this.signedIn = signedIn;
        this.background = background;
        this.texts = texts;
        background.run("load people", people::all).then(this::show);
    }

    private void show(List<Person> everybody) {
        state.set(everybody.isEmpty() ? State.FIRST_START : State.SIGN_IN);
        if (demoPassword.isPresent()) {
            cards.setAll(everybody.stream()
                    .filter(Person::active)
                    .map(person -> PersonCard.of(person, texts))
                    .toList());
        }
    }

    void choose(PersonCard card) {
        agentNo.set(card.agentNo());
        password.set(demoPassword.orElse(""));
        problem.set("");
    }

    /// Tries number and password; a second press while one try runs does nothing.
    public void signIn() {
        var number = agentNo.get().strip();
        var secret = password.get();
        if (number.isEmpty() || secret.isEmpty()) {
            problem.set(texts.get("people.sign_in.both"));
        } else {
            enter("sign in", () -> people.signIn(number, secret));
        }
    }

    /// Makes the first account and lets it in.
    ///
    /// @param again the password typed a second time
    void addFirst(String number, String name, String secret, String again) {
        if (secret.equals(again)) {
            enter("add first person", () -> {
                people.addFirst(number, name, secret);
                return people.signIn(number, secret);
            });
        } else {
            problem.set(texts.get("people.first.differs"));
        }
    }

    private void enter(String name, java.util.concurrent.Callable<Actor> way) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        background.run(name, () -> {
                    var actor = way.call();
                    presences.switchTo(actor, PresenceState.READY);
                    return actor;
                })
                .then(this::entered)
                .onProblem(this::refused)
                .whenDone(() -> busy.set(false));
    }

    private void entered(Actor actor) {
        password.set("");
        signedIn.accept(actor);
    }

    private void refused(Problem refusal) {
        password.set("");
        problem.set(texts.get(refusal));
    }

    /// Shown below the fields when something stands in the way; empty otherwise.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public StringProperty agentNoProperty() {
        return agentNo;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ObservableList<PersonCard> cards() {
        return cards;
    }

    /// The password of the demonstration, to be told beside the field; null in a real store.
    @Nullable String demoPassword() {
        return demoPassword.orElse(null);
    }

    @Override
    public void close() {
        password.set("");
    }
}
