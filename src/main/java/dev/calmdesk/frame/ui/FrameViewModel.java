package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Place;
import dev.calmdesk.base.Texts;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Role;
import dev.calmdesk.people.Team;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The window of one signed-in person: where they may go, what they can start from everywhere, what stands beside the
/// screen.
public final class FrameViewModel implements AutoCloseable {

    private static final Role[] SERVING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER};

    private final Actor by;
    private final FramePlan plan;
    private final FrameWays ways;
    private final FrameTools tools;
    private final FrameServices services;
    private final PresenceViewModel presence;
    private final RunningViewModel running;
    private final StatusViewModel status;
    private final FindViewModel finder;
    private final Changes.Subscription ticking;
    private final ObjectProperty<@Nullable Node> dock = new SimpleObjectProperty<>(this, "dock");
    private final BooleanProperty dockOpen = new SimpleBooleanProperty(this, "dockOpen", true);
    private final BooleanProperty keysShown = new SimpleBooleanProperty(this, "keysShown");
    private final ReadOnlyStringWrapper team = new ReadOnlyStringWrapper(this, "team", "");

    public FrameViewModel(Actor by, FrameServices services, FramePlan plan, FrameWays ways, FrameTools tools) {
        this.by = by;
        this.plan = plan;
        this.ways = ways;
        this.tools = tools;
        this.services = services;
        this.presence = new PresenceViewModel(by, services, tools);
        this.running = new RunningViewModel(by, services, tools);
        this.status = new StatusViewModel(by, services, plan, tools);
        this.finder = new FindViewModel(plan.sources(), new Commands(this).all(), tools);
        this.ticking = tools.background().repeat(Duration.ofSeconds(1), this::tick);
        loadTeam();
    }

    private void loadTeam() {
        var language = tools.texts().language();
        tools.background()
                .run("load team", () -> services.workplace()
                        .first(Team.TOPIC, known -> known.code().equals(by.team()))
                        .map(found -> found.name().in(language))
                        .orElse(""))
                .then(team::set);
    }

    /// Lets the clocks of the top bar go on.
    void tick() {
        presence.tick();
        running.tick();
    }

    public Actor person() {
        return by;
    }

    /// Name of the person's team; empty for somebody outside the teams.
    public ReadOnlyStringProperty teamProperty() {
        return team.getReadOnlyProperty();
    }

    public boolean isPractice() {
        return plan.practice();
    }

    public PresenceViewModel presence() {
        return presence;
    }

    public RunningViewModel running() {
        return running;
    }

    public StatusViewModel status() {
        return status;
    }

    public FindViewModel finder() {
        return finder;
    }

    Texts texts() {
        return tools.texts();
    }

    List<RailEntry> rail() {
        return plan.rail().stream().filter(entry -> entry.isFor(by)).toList();
    }

    List<RailEntry> foot() {
        return plan.foot().stream().filter(entry -> entry.isFor(by)).toList();
    }

    /// All places of the rail, in the order of their number keys.
    List<RailEntry> places() {
        return Stream.concat(rail().stream(), foot().stream()).toList();
    }

    List<KeyGroup> screenKeys() {
        return plan.keys();
    }

    /// What stands to the right of the screen, such as the knowledge dock; null for nothing.
    public ObjectProperty<@Nullable Node> dockProperty() {
        return dock;
    }

    public BooleanProperty dockOpenProperty() {
        return dockOpen;
    }

    BooleanProperty keysShownProperty() {
        return keysShown;
    }

    public void toggleDock() {
        if (dock.get() == null) {
            ways.openKnowledge();
        } else {
            dockOpen.set(!dockOpen.get());
        }
    }

    public void toggleKeys() {
        keysShown.set(!keysShown.get());
    }

    /// Whether the person takes contacts at all.
    public boolean servesCustomers() {
        return by.isAny(SERVING);
    }

    public void beginContact(Channel channel) {
        if (servesCustomers()) {
            ways.beginContact(channel);
        }
    }

    void returnToContact() {
        running.first().ifPresent(draft -> ways.returnTo(draft.id()));
    }

    public void practise() {
        ways.practise();
    }

    public void go(Place place) {
        tools.navigator().go(place);
    }

    /// @param index from 0
    void goToRail(int index) {
        if (index < places().size()) {
            go(places().get(index).place());
        }
    }

    void back() {
        tools.navigator().back();
    }

    void openSettings() {
        ways.openSettings();
    }

    void changePassword() {
        ways.changePassword();
    }

    void signOut() {
        presence.switchTo(PresenceState.OFFLINE, ways::signedOut);
    }

    @Override
    public void close() {
        ticking.close();
        presence.close();
        running.close();
        status.close();
        finder.close();
    }
}
