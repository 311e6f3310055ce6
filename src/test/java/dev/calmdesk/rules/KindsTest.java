package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.RandomRow;
import dev.calmdesk.support.RandomRow.Column;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A kind is its record: component for component a column, and what is written comes back as it was.
class KindsTest {

    private static final int ROWS = 20;

    private final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);

    @AfterEach
    void close() {
        database.close();
    }

    private static Stream<DynamicTest> eachKind(java.util.function.Consumer<Kind<?>> check) {
        return Kinds.ALL.stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check.accept(kind)));
    }

    @Test
    void eachKindHasANameThatFitsTheJournalAndATableOfItsOwn() {
        assertThat(Kinds.ALL).allMatch(kind -> kind.name().length() <= 32);
        assertThat(Kinds.ALL).extracting(Kind::table).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> theColumnsOfATableAreTheFieldsOfItsKind() {
        return eachKind(kind -> {
            var columns = database.read(handle -> RandomRow.columns(handle, kind.table())).values().stream()
                    .filter(column -> !column.generated())
                    .map(Column::name)
                    .toList();

            assertThat(columns).containsExactlyInAnyOrderElementsOf(kind.fields().keySet());
        });
    }

    @TestFactory
    Stream<DynamicTest> whatMayBeMissingIsMarkedInRecordAndTableAlike() {
        return eachKind(kind -> {
            var columns = database.read(handle -> RandomRow.columns(handle, kind.table()));
            for (var component : kind.type().getRecordComponents()) {
                var column = columns.get(Kind.nameOf(component));
                // an absent list is an empty one, so a column of a list may be either
                assertThat(component.getType() == List.class || isOptional(component) == column.nullable())
                        .as("%s.%s", kind.name(), column.name())
                        .isTrue();
            }
        });
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenComesBackAndEqualsItsJournal() {
        return eachKind(kind -> {
            var random = new RandomRow(kind.name().hashCode());
            for (var i = 0; i < ROWS; i++) {
                var id = ids.next();
                assertThat(written(kind, id, random)).isEqualTo(read(kind, id));
                assertThat(written(kind, id, random)).as("changed").isEqualTo(read(kind, id));
            }
            assertThat(database.read(handle -> Soundness.of(handle, List.of(kind))).findings()).isEmpty();
        });
    }

    private Map<String, @Nullable Object> written(Kind<?> kind, UUID id, RandomRow random) {
        var values = database.read(handle -> random.values(handle, kind));
        database.writeDo(tx -> tx.write(kind, id).set(values).as("written", id));
        return values;
    }

    private Map<String, @Nullable Object> read(Kind<?> kind, UUID id) {
        var row = database.read(handle -> Rows.find(handle, kind, id)).orElseThrow();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : kind.type().getRecordComponents()) {
            values.put(Kind.nameOf(component), value(component, row));
        }
        assertThat(values.remove("id")).isEqualTo(id);
        return values;
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.getName(), e);
        }
    }

    @TestFactory
    Stream<DynamicTest> writingTheSameAgainLeavesNoTrace() {
        return eachKind(kind -> {
            var id = ids.next();
            var values = written(kind, id, new RandomRow(7));
            var before = entries();
            database.writeDo(tx -> tx.write(kind, id).set(values).asWhenChanged("written", id));

            assertThat(entries()).isEqualTo(before);
        });
    }

    private long entries() {
        return database.read(handle ->
                handle.createQuery("select count(*) from journal").mapTo(Long.class).one());
    }
}
