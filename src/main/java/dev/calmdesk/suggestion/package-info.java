/// Learns from texts that people have labelled, and says which label fits a new one and what speaks for it. Pure: it
/// knows neither complaints nor where the texts come from (ADR 0018).
@NullMarked
package dev.calmdesk.suggestion;

import org.jspecify.annotations.NullMarked;
