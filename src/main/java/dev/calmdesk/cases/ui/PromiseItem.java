package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Deadline;
import dev.calmdesk.cases.Tone;
import java.util.UUID;

/// A promise to the customer of a case.
///
/// @param detail by when and by whom; of an ended one, when and why it ended
/// @param state in words
/// @param tone of an ended one, whether it was kept in time
record PromiseItem(UUID id, String text, String detail, boolean isOpen, Deadline deadline, String state, Tone tone) {}
