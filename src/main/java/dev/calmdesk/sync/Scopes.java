package dev.calmdesk.sync;

import java.util.List;
import java.util.Set;

/// Which entries a desk shares with whom: some kinds belong to the whole company, all others to the desk's team.
///
/// @param companyKinds names of kinds
/// @param team the team's scope
public record Scopes(Set<String> companyKinds, String team) {

    public static final String COMPANY = "company";

    public Scopes {
        companyKinds = Set.copyOf(companyKinds);
    }

    String of(String kind) {
        return companyKinds.contains(kind) ? COMPANY : team;
    }

    /// Every scope the desk reads; the company's first, since cases name its people and products.
    public List<String> all() {
        return List.of(COMPANY, team);
    }
}
