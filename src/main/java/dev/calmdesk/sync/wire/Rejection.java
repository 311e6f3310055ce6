package dev.calmdesk.sync.wire;

import java.util.Locale;

/// Why the hub does not take an entry (protocol §3). Stable on the wire, in lower case with hyphens.
public enum Rejection {
    FOREIGN_SCOPE,
    TOO_LARGE,
    ID_TAKEN,
    UNFIT,
    UNKNOWN_AUTHOR,
    NOT_ALLOWED,
    /// It is about a customer who was erased.
    ERASED;

    /// As it stands on the wire.
    public String onWire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
