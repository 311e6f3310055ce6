package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.frame.DeskStatus;
import dev.calmdesk.people.Presences;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;

/// What the frame asks.
public record FrameServices(
        Presences presences,
        Drafts drafts,
        DeskStatus status,
        Workplace workplace,
        Changes changes,
        InstantSource clock) {}
