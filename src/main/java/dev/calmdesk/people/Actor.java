package dev.calmdesk.people;

import dev.calmdesk.base.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/// The person on whose behalf a service acts: whoever is signed in.
///
/// @param team code of the team, such as `T1`
public record Actor(UUID id, String agentNo, String name, Set<Role> roles, String team) {

    /// The program itself, where nobody is signed in: imports, demonstration data. No row has its id; screens and reports
    /// name it by the text `people.desk_itself`.
    public static final Actor DESK = new Actor(new UUID(0, 1), "", "", Set.of(), "");

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /// @throws Problem.NotAllowed if the person has none of the roles
    public void require(Role... wanted) {
        if (!isAny(wanted)) {
            throw Problem.notAllowed("people.problem.not_allowed", name);
        }
    }
}
