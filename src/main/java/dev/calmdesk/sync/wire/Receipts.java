package dev.calmdesk.sync.wire;

import java.util.List;

/// The hub's answer to a push.
public record Receipts(List<Receipt> receipts) {

    public Receipts {
        receipts = List.copyOf(receipts);
    }
}
