package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.frame.DeskStatus;
import dev.calmdesk.people.Presences;
import dev.calmdesk.sync.SyncServices;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;
import java.util.Optional;

/// What the frame asks.
///
/// @param sync working with others; empty in practice
public record FrameServices(
        Presences presences,
        Drafts drafts,
        DeskStatus status,
        Workplace workplace,
        Changes changes,
        InstantSource clock,
        Optional<SyncServices> sync) {}
