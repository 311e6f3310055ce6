package dev.calmdesk.home.ui;

import java.util.Optional;
import java.util.UUID;

/// Something that waits for this person's answer, as a row shows it.
///
/// @param transfer the hand-over to accept or decline; empty for a request that is decided in its case
record WaitingItem(Optional<UUID> transfer, UUID caseId, String number, String title, String detail) {}
