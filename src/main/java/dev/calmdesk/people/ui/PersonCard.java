package dev.calmdesk.people.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.people.Person;
import java.util.stream.Collectors;

/// Somebody of a demonstration who can be chosen instead of typed.
record PersonCard(String agentNo, String name, String roles) {

    static PersonCard of(Person person, Texts texts) {
        return new PersonCard(
                person.agentNo(),
                person.name(),
                person.roleSet().stream().map(texts::name).collect(Collectors.joining(" · ")));
    }

    /// What stands in the circle.
    String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
