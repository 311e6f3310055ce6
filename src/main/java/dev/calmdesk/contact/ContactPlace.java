package dev.calmdesk.contact;

import dev.calmdesk.base.Place;
import java.util.UUID;

/// Where a contact, or work on a case, goes on.
public record ContactPlace(UUID draftId) implements Place {}
