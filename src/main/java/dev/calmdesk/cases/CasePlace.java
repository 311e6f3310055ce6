package dev.calmdesk.cases;

import dev.calmdesk.base.Place;
import java.util.UUID;

/// Where one case is shown with everything that happened to it.
public record CasePlace(UUID caseId) implements Place {}
