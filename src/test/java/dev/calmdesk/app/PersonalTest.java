package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.data.Field;
import dev.calmdesk.data.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Nobody adds a text field without saying whether it goes when a customer is erased.
class PersonalTest {

    @TestFactory
    Stream<DynamicTest> everyTextOfAKindIsDeclaredPersonalOrNot() {
        return Kinds.ALL.stream()
                .filter(kind -> !Personal.NOT_OF_CUSTOMERS.contains(kind.name()))
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    var declared = new ArrayList<>(Personal.FIELDS.getOrDefault(kind.name(), Set.of()));
                    declared.addAll(Personal.OTHERS.getOrDefault(kind.name(), Set.of()));
                    assertThat(declared).containsExactlyInAnyOrderElementsOf(texts(kind));
                }));
    }

    private static Set<String> texts(Kind<?> kind) {
        return kind.fields().values().stream()
                .filter(field -> field.type() == String.class || field.type() == List.class)
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKindThatMayBeAboutACustomerIsNamed() {
        var expected = Kinds.ALL.stream()
                .map(Kind::name)
                .filter(name -> !Personal.NOT_OF_CUSTOMERS.contains(name))
                .toList();
        assertThat(Personal.FIELDS.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
