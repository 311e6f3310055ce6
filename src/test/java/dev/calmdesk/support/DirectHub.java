package dev.calmdesk.support;

import dev.calmdesk.hub.Feed;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.util.List;
import java.util.UUID;

/// The real hub as one desk sees it, without a network between them.
public record DirectHub(Feed feed, UUID desk) implements Hub {

    @Override
    public List<Receipt> push(Push push) {
        return feed.push(desk, push);
    }

    @Override
    public Page pull(String scope, UUID epoch, long after) {
        return feed.pull(desk, scope, epoch, after);
    }

    @Override
    public Identity identity() {
        return feed.identity();
    }

    @Override
    public List<Receipt> offer(Offer offer) {
        return feed.take(desk, offer);
    }

    @Override
    public Ahead ahead(String scope, UUID epoch, long until, String next) {
        return feed.ahead(desk, scope, epoch, until, next);
    }
}
