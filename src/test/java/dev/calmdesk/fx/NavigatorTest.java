package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class NavigatorTest {

    private record Room(String name) implements Place {}

    private final List<String> log = new ArrayList<>();
    private final Navigator navigator = new Navigator(this::screen, (work, error) -> log.add("reported " + work));

    private Screen screen(Place place) {
        var name = ((Room) place).name();
        if (name.equals("broken")) {
            throw new IllegalStateException("bug");
        }
        log.add("open " + name);
        return new Screen(new Pane(), () -> log.add("close " + name), () -> log.add("focus " + name), name);
    }

    @Test
    void goingOpensTheNextScreenClosesTheLastAndSetsTheFocus() {
        navigator.go(new Room("desk"));
        navigator.go(new Room("case"));

        assertThat(log).containsExactly("open desk", "focus desk", "open case", "close desk", "focus case");
        assertThat(navigator.current()).contains(new Room("case"));
    }

    @Test
    void goingWhereOneIsOnlySetsTheFocus() {
        navigator.go(new Room("desk"));
        navigator.go(new Room("desk"));

        assertThat(log).containsExactly("open desk", "focus desk", "focus desk");
        assertThat(navigator.canGoBackProperty().get()).isFalse();
    }

    @Test
    void backLeadsThroughThePlacesInReverse() {
        navigator.go(new Room("desk"));
        navigator.go(new Room("case"));
        navigator.go(new Room("customer"));

        navigator.back();
        assertThat(navigator.current()).contains(new Room("case"));
        navigator.back();
        assertThat(navigator.current()).contains(new Room("desk"));
        navigator.back();
        assertThat(navigator.current()).contains(new Room("desk"));
        assertThat(navigator.canGoBackProperty().get()).isFalse();
    }

    @Test
    void aScreenThatCannotBeMadeLeavesThePersonWhereTheyAre() {
        navigator.go(new Room("desk"));
        navigator.go(new Room("broken"));

        assertThat(log).endsWith("reported open Room").doesNotContain("close desk");
        assertThat(navigator.current()).contains(new Room("desk"));
    }

    @Test
    void reloadBuildsTheSameScreenAnew() {
        navigator.go(new Room("desk"));
        log.clear();

        navigator.reload();

        assertThat(log).containsExactly("open desk", "close desk", "focus desk");
    }

    @Test
    void closingClosesTheScreen() {
        navigator.go(new Room("desk"));
        navigator.close();

        assertThat(log).endsWith("close desk");
        assertThat(navigator.current()).isEmpty();
    }
}
