package dev.calmdesk.home.ui;

import dev.calmdesk.fx.control.Signal;

/// One figure of the day, as its card shows it.
///
/// @param note how it compares
/// @param basis what it rests on
/// @param meaning its definition, for whoever asks
record FigureItem(String label, String value, String note, Signal noteSignal, String basis, String meaning) {}
