package dev.calmdesk.people;

import dev.calmdesk.base.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an administrator enters about a [Person].
///
/// @param team code of the team; empty for somebody outside the teams
public record PersonDraft(
        String agentNo, String name, String pinyin, Set<Role> roles, String team, @Nullable String desk) {

    public PersonDraft {
        agentNo = agentNo.strip();
        name = name.strip();
        roles = Set.copyOf(roles);
    }

    /// @throws Problem.Refused if the person could not be addressed or could not do anything
    void check() {
        if (agentNo.isEmpty() || agentNo.length() > People.LONGEST_NUMBER) {
            throw Problem.refused("people.problem.number_missing");
        }
        if (name.isEmpty()) {
            throw Problem.refused("people.problem.name_missing");
        }
        if (roles.isEmpty()) {
            throw Problem.refused("people.problem.role_missing");
        }
    }
}
