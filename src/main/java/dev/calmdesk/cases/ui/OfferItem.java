package dev.calmdesk.cases.ui;

import java.util.UUID;

/// A case that somebody asks this person to take over.
///
/// @param text who offers which case
/// @param reason why
record OfferItem(UUID caseId, String text, String reason) {}
