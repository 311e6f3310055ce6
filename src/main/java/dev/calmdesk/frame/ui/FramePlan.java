package dev.calmdesk.frame.ui;

import dev.calmdesk.frame.FindSource;
import java.util.List;

/// What a frame offers, decided where the program is put together.
///
/// @param rail places by role, top down
/// @param foot places at the lower end of the rail
/// @param sources what “find anything” looks through, besides places and commands
/// @param keys shortcuts of the screens, behind those of the frame
/// @param practice whether nothing here is real
public record FramePlan(
        List<RailEntry> rail,
        List<RailEntry> foot,
        List<FindSource> sources,
        List<KeyGroup> keys,
        String version,
        boolean practice) {}
