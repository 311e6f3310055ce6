package dev.calmdesk.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.support.ManualClock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkplaceTest {

    private static final UUID AUTHOR = UUID.randomUUID();

    private final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Workplace workplace = new Workplace(database);

    @AfterEach
    void closeSoundly() {
        assertThat(database.read(handle -> Soundness.of(handle, List.of(Item.KIND))).findings()).isEmpty();
        database.close();
    }

    private static Choice choice(String code, String name, Choice... below) {
        return new Choice(code, new Localised(Map.of("zh-CN", name)), List.of(below));
    }

    private void put(int position, Choice choice) {
        database.writeDo(tx -> workplace.put(tx, AUTHOR, "root-cause", choice.code(), position, choice));
    }

    private long entries() {
        return database.read(handle ->
                handle.createQuery("select count(*) from journal").mapTo(Long.class).one());
    }

    @Test
    void whatIsPutComesBackInTheOrderOfTheCompany() {
        put(2, choice("a", "包装"));
        put(1, choice("b", "配方", choice("b/1", "甜度")));

        assertThat(workplace.all(Choice.ROOT_CAUSES))
                .containsExactly(choice("b", "配方", choice("b/1", "甜度")), choice("a", "包装"));
        assertThat(workplace.all(Choice.TEAMS)).isEmpty();
        assertThat(workplace.first(Choice.ROOT_CAUSES, each -> each.code().equals("a"))).contains(choice("a", "包装"));
        assertThat(workplace.first(Choice.ROOT_CAUSES, each -> each.code().equals("c"))).isEmpty();
    }

    @Test
    void whatThisVersionCannotReadTakesNothingElseWithIt() {
        put(1, choice("a", "包装"));
        database.writeDo(tx -> {
            workplace.put(tx, AUTHOR, "root-cause", "b", 2, Map.of("name", "nobody translated it"));
            workplace.put(tx, AUTHOR, "root-cause", "c", 3, List.of());
        });

        assertThat(workplace.all(Choice.ROOT_CAUSES)).containsExactly(choice("a", "包装"));
    }

    @Test
    void aChangeIsSeenAtOnceAndTheSameAgainLeavesNoTrace() {
        put(1, choice("a", "包装"));
        workplace.all(Choice.ROOT_CAUSES);
        put(1, choice("a", "包装设计"));
        assertThat(workplace.all(Choice.ROOT_CAUSES)).containsExactly(choice("a", "包装设计"));

        var before = entries();
        put(1, choice("a", "包装设计"));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aRefusedTransactionChangesNothingThatIsSeen() {
        put(1, choice("a", "包装"));
        workplace.all(Choice.ROOT_CAUSES);
        assertThatThrownBy(() -> database.writeDo(tx -> {
                    workplace.put(tx, AUTHOR, "root-cause", "a", 1, choice("a", "别的"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(workplace.all(Choice.ROOT_CAUSES)).containsExactly(choice("a", "包装"));
    }

    @Test
    void twoDesksThatImportOnePackMakeOneRow() {
        put(1, choice("a", "包装"));
        try (var other = Database.inMemory(clock, Ids.timeOrdered(clock))) {
            other.writeDo(tx -> new Workplace(other).put(tx, AUTHOR, "root-cause", "a", 1, choice("a", "包装")));

            assertThat(ids(other)).isEqualTo(ids(database));
        }
    }

    private static List<UUID> ids(Database database) {
        return database.read(handle ->
                handle.createQuery("select id from workplace_item").mapTo(UUID.class).list());
    }

    @Test
    void peopleChooseTheEndsOfATree() {
        var tree = choice("a", "产品", choice("a/1", "配方"), choice("a/2", "包装", choice("a/2/x", "瓶盖")));

        assertThat(tree.leaves()).extracting(Choice::code).containsExactly("a/1", "a/2/x");
        assertThat(choice("b", "其他").leaves()).extracting(Choice::code).containsExactly("b");
    }

    @Test
    void aTextIsShownInTheReadersLanguageElseInChineseElseInAny() {
        var both = new Localised(Map.of("zh-CN", "包装", "en", "Packaging"));

        assertThat(both.in(Locale.ENGLISH)).isEqualTo("Packaging");
        assertThat(both.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("包装");
        assertThat(both.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("包装");
        assertThat(new Localised(Map.of("en", "Packaging")).in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Packaging");
        assertThatThrownBy(() -> new Localised(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
