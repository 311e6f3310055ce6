package dev.calmdesk.people;

import dev.calmdesk.data.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who works here.
///
/// @param agentNo the number that the person signs in with and tells customers, such as `8021`
/// @param pinyin reading of the name, one word for the surname and one for the rest: `lin xiaotang`
/// @param roles names of [Role]s; a name that this version does not know gives no right
/// @param team code of the team; empty for somebody outside the teams
/// @param desk code of the desk where the person usually sits
/// @param password PHC string made by [Passwords]
/// @param active whether the person may sign in; nobody is ever deleted, since the journal names them
public record Person(
        UUID id,
        String agentNo,
        String name,
        String pinyin,
        List<String> roles,
        String team,
        @Nullable String desk,
        String password,
        boolean active) {

    public static final Kind<Person> KIND = Kind.of("person", "person", Person.class);

    public Person {
        roles = List.copyOf(roles);
    }

    public Set<Role> roleSet() {
        var known = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> roles.contains(role.name())).forEach(known::add);
        return known;
    }

    /// What services ask for, with the roles of this moment.
    public Actor asActor() {
        return new Actor(id, agentNo, name, roleSet(), team);
    }

    @Override
    public String toString() {
        return "Person " + id;
    }
}
