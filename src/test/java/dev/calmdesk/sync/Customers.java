package dev.calmdesk.sync;

import dev.calmdesk.app.Personal;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Note;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.CustomerNumber;
import dev.calmdesk.data.Kind;
import dev.calmdesk.sync.SimulatedDesk.Assignment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One customer of each team: everything personal that is written about them says one word, which nobody may find any
/// more once they were erased.
final class Customers {

    /// What is written about them.
    static final List<Kind<?>> KINDS =
            List.of(Customer.KIND, Case.KIND, Note.KIND, Promise.KIND, CustomerNumber.KIND);

    private final Set<UUID> about = new HashSet<>();

    /// The word that everything about a team's customer says: short enough for every column, and nowhere else.
    static String word(String team) {
        return "qy" + Lab.TEAMS.indexOf(team);
    }

    static UUID customer(String team) {
        return new UUID(8, 100 + Lab.TEAMS.indexOf(team));
    }

    private static UUID caseOf(String team) {
        return new UUID(8, 200 + Lab.TEAMS.indexOf(team));
    }

    /// The customer, and a case of theirs.
    List<Assignment> beginning(String team, Map<String, @Nullable Object> customer, Map<String, @Nullable Object> ofCase) {
        return List.of(
                begun(team, new Assignment(Customer.KIND, customer(team), customer)),
                begun(team, new Assignment(Case.KIND, caseOf(team), ofCase)));
    }

    /// Nobody writes about what his desk does not show.
    static boolean areKnownTo(SimulatedDesk desk) {
        return desk.shown(List.of(Customer.KIND.table(), Case.KIND.table()))
                .containsAll(List.of(customer(desk.team), caseOf(desk.team)));
    }

    static boolean canBeAbout(Kind<?> kind) {
        return List.of(Note.KIND, Promise.KIND, CustomerNumber.KIND).contains(kind);
    }

    /// The same as the beginning of a record about a team's customer.
    Assignment begun(String team, Assignment work) {
        about.add(work.entity());
        var values = said(team, work);
        values.replace("customer_id", customer(team));
        values.replace("case_id", caseOf(team));
        return work.with(values);
    }

    /// The same, if it is about a team's customer; it stays about them.
    Assignment changed(String team, Assignment work) {
        if (!about.contains(work.entity())) {
            return work;
        }
        var values = said(team, work);
        values.keySet().removeAll(Set.of("customer_id", "case_id"));
        return work.with(values);
    }

    private static Map<String, @Nullable Object> said(String team, Assignment work) {
        var said = new LinkedHashMap<String, @Nullable Object>(work.values());
        Personal.FIELDS.get(work.kind().name()).forEach(field -> said.computeIfPresent(field, (name, value) -> word(team)));
        if (work.kind().equals(Case.KIND)) {
            said.replace("state", CaseState.CLOSED); // otherwise nobody may erase
        }
        return said;
    }
}
