package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.FormBuffer;
import java.util.UUID;
import java.util.function.Consumer;

/// The work on one complaint.
///
/// @param draftId the contact, or the work without a customer on the line, in which it is done
/// @param form what stands in the forms; saved and closed by whoever made it
/// @param look shows another case
public record ComplaintWork(UUID caseId, UUID draftId, FormBuffer form, Consumer<UUID> look) {}
