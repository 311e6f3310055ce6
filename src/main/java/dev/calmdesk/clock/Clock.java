package dev.calmdesk.clock;

import java.time.Instant;

public record Clock(String limitCode, Instant dueAt) {}
