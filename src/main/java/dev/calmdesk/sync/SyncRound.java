package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/// One round: everything of this desk goes out, everything of others comes in.
public final class SyncRound {

    /// A scope with more entries than this is not worth waiting for.
    private static final long WORTH_A_HEAD_START = 20_000;

    /// Pushes that are sent before the first of them is answered: one that the hub works on, one that it reads.
    private static final int UNDER_WAY = 2;

    private final Replica replica;
    private final Hub hub;
    private final Executor beside;
    private final long worthAHeadStart;

    /// @param hub may be called from other threads
    public SyncRound(Replica replica, Hub hub) {
        this(replica, hub, ForkJoinPool.commonPool(), WORTH_A_HEAD_START);
    }

    /// @param beside runs what goes on while this desk writes
    /// @param worthAHeadStart entries of a scope that are too many to wait for
    SyncRound(Replica replica, Hub hub, Executor beside, long worthAHeadStart) {
        this.replica = replica;
        this.hub = hub;
        this.beside = beside;
        this.worthAHeadStart = worthAHeadStart;
    }

    /// What a round moved.
    public record Moved(int pushed, int rejected, int pulled) {}

    /// @throws Hub.Unreachable if the hub fell silent; what was moved before stays moved
    /// @throws Refusal if the hub does not take this desk
    /// @throws IllegalStateException if this desk is not enrolled
    public Moved run() {
        var moved = exchange();
        var pulled = moved.pulled();
        for (var filled = fill(); filled.isPresent(); filled = fill()) {
            pulled += filled.getAsInt();
        }
        return new Moved(moved.pushed(), moved.rejected(), pulled);
    }

    /// The same without what only fills in the past.
    ///
    /// @throws Hub.Unreachable as [#run]
    Moved exchange() {
        var sent = push();
        var pulled = 0;
        for (var scope : replica.scopes(link()).all()) {
            pulled += pull(scope);
        }
        return new Moved(sent.pushed(), sent.rejected(), pulled);
    }

    /// The first half: everything of this desk goes out.
    ///
    /// @throws Hub.Unreachable as [#run]
    Moved push() {
        return healing(this::pushAll, new Moved(0, 0, 0));
    }

    /// A push that was sent.
    ///
    /// @param isAlone whether all before it was answered when it was sent
    private record Sent(Push push, CompletableFuture<List<Receipt>> answer, boolean isAlone) {}

    /// While this desk writes down an answer, the hub works on the next push, and reads the one after that.
    private Moved pushAll() {
        var pushed = 0;
        var rejected = 0;
        var underWay = new ArrayDeque<Sent>();
        var next = sendFrom(replica.outbox(link()), underWay);
        while (!underWay.isEmpty()) {
            var sent = underWay.remove();
            var receipts = receipts(sent);
            if (receipts.isPresent()) {
                next = sendFrom(next, underWay);
                replica.receipts(sent.push(), receipts.get());
                pushed += receipts.get().size();
                rejected += (int) receipts.get().stream().filter(receipt -> receipt.rejected() != null).count();
            } else {
                underWay.forEach(follower -> follower.answer().handle((answer, failure) -> answer).join());
                underWay.clear();
            }
            if (underWay.isEmpty()) {
                next = sendFrom(replica.outbox(link()), underWay);
            }
        }
        return new Moved(pushed, rejected, 0);
    }

    /// Sends as many pushes as may be under way.
    ///
    /// @return what follows them
    private Push sendFrom(Push first, ArrayDeque<Sent> underWay) {
        var next = first;
        while (underWay.size() < UNDER_WAY && !next.entries().isEmpty()) {
            var push = next;
            underWay.add(new Sent(
                    push, CompletableFuture.supplyAsync(() -> hub.push(push), beside), underWay.isEmpty()));
            next = replica.outbox(push);
        }
        return next;
    }

    /// A desk begins where the hub's last answer ended. A hub that misses something before that has lost what it had
    /// answered for: it was restored from a backup. Going on would number anew what others have read already.
    ///
    /// @return empty if the push only overtook the one before
    private static Optional<List<Receipt>> receipts(Sent sent) {
        try {
            return Optional.of(joined(sent.answer()));
        } catch (Refusal refusal) {
            if (refusal.code() != Refusal.Code.GAP) {
                throw refusal;
            } else if (sent.isAlone()) {
                throw Refusal.of(Refusal.Code.OTHER_EPOCH, "the hub lacks what it answered for: " + refusal.getMessage());
            }
            return Optional.empty();
        }
    }

    private static <T> T joined(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Everything that others did in a scope comes in.
    ///
    /// @return how many entries were new here
    int pull(String scope) {
        return healing(() -> pullAll(scope), 0);
    }

    /// Takes in what the hub told, and asks for what is missing.
    ///
    /// @return how many entries were new here
    int heard(Head head) {
        return healing(() -> {
            var page = head.page();
            var told = page == null ? 0 : replica.take(page.since(replica.cursor(head.scope())));
            return replica.cursor(head.scope()) < head.n() ? told + pullAll(head.scope()) : told;
        }, 0);
    }

    /// What the desk heals by itself; the next round goes on, with what the hub gave it.
    private <T> T healing(Supplier<T> work, T nothing) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            switch (refusal.code()) {
                case SEQ_TAKEN -> new Succession(replica, hub).run();
                case OTHER_EPOCH -> new Reunion(replica, hub).run(refusal);
                default -> throw refusal;
            }
            return nothing;
        }
    }

    /// While this desk takes in a page, the next one is on its way.
    private int pullAll(String scope) {
        var pulled = replica.lateJoin().in(scope).filter(begun -> begun.next() != null).isPresent() ? ahead(scope) : 0;
        var page = page(scope, replica.cursor(scope));
        if (page.after() == 0 && page.head() >= worthAHeadStart) {
            replica.lateJoin().begin(scope, page.head());
            pulled += ahead(scope);
            page = page(scope, replica.cursor(scope));
        }
        while (!page.entries().isEmpty() && page.end() < page.head()) {
            var after = page.end();
            var next = CompletableFuture.supplyAsync(() -> page(scope, after), beside);
            pulled += replica.take(page);
            page = joined(next);
        }
        return pulled + replica.take(page);
    }

    private Page page(String scope, long after) {
        var page = hub.pull(scope, link().epoch(), after);
        if (page.after() != after || !page.scope().equals(scope)) {
            throw Refusal.of(Refusal.Code.MALFORMED, "a page that was not asked for");
        }
        if (page.head() < after) {
            throw standsBefore(page, after);
        }
        return page;
    }

    /// What is needed first, from where an earlier round was cut off.
    private int ahead(String scope) {
        var pulled = 0;
        var late = replica.lateJoin();
        for (var begun = late.in(scope); begun.map(Backfill::next).isPresent(); begun = late.in(scope)) {
            var backfill = begun.get();
            pulled += late.take(
                    backfill, hub.ahead(scope, link().epoch(), backfill.until(), Objects.requireNonNull(backfill.next())));
        }
        return pulled;
    }

    /// One page of what lies before the moment at which this desk joined.
    ///
    /// @return how many entries were new here; empty if nothing is left to fill in
    OptionalInt fill() {
        for (var scope : replica.scopes(link()).all()) {
            var backfill = replica.lateJoin().in(scope);
            if (backfill.isPresent()) {
                return OptionalInt.of(healing(() -> fill(backfill.get()), 0));
            }
        }
        return OptionalInt.empty();
    }

    private int fill(Backfill backfill) {
        var page = page(backfill.scope(), backfill.done());
        if (page.head() < backfill.until()) {
            throw standsBefore(page, backfill.until());
        }
        return replica.lateJoin().fill(backfill, page);
    }

    private static Refusal standsBefore(Page page, long known) {
        return Refusal.of(Refusal.Code.OTHER_EPOCH, "the hub stands at " + page.head() + ", this desk at " + known);
    }

    private Link link() {
        return replica.link().orElseThrow(() -> new IllegalStateException("This desk is not enrolled with a hub"));
    }
}
