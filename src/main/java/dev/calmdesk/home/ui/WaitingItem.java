package dev.calmdesk.home.ui;

import dev.calmdesk.base.Place;
import java.util.Optional;
import java.util.UUID;

/// Something that waits for this person's answer, as a row shows it.
///
/// @param place where it is answered or looked at
/// @param transfer the hand-over to accept or decline; empty for a request that is decided in its case
record WaitingItem(Optional<UUID> transfer, Place place, String number, String title, String detail) {}
