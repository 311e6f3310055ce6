package dev.calmdesk.frame;

import java.util.List;
import java.util.function.Function;

/// One group of things that “find anything” looks through: customers, cases, knowledge …
///
/// @param nameKey text key of the group's name
/// @param icon such as `fth-users`
/// @param search best first and only a few; called off the FX thread with what was typed
public record FindSource(String nameKey, String icon, Function<String, List<Found>> search) {}
