package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Receipts;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A network in which requests and answers get lost, are cut off, come twice, or come when nobody waits for them any
/// more. What goes over it is the text that goes over the real one.
final class SimulatedNetwork {

    private static final int MOST_UNDER_WAY = 40;

    private final Hubs hubs;
    private final SplittableRandom random;
    private final List<Runnable> underWay = new ArrayList<>();
    private boolean isBad;

    /// The hub, however it is made.
    interface Hubs {

        /// Whether it can all that a hub can: judge, let desks go on after a restore, help those that join late.
        default boolean isWhole() {
            return false;
        }

        /// Empties it.
        ///
        /// @param isJudging whether it decides who may write what
        void begin(boolean isJudging);

        /// From now on its process dies now and then.
        void shake(SplittableRandom random);

        /// From now on it does not fail any more.
        void heal();

        /// Whether its process died since this was asked last.
        boolean failed();

        /// Lets a desk in.
        ///
        /// @param lastSeq number of the newest entry that it made so far
        Admission admit(UUID desk, String team, long lastSeq);

        /// Whether a word lies anywhere in its database.
        default boolean holds(String word) {
            return false;
        }

        /// The hub as that desk sees it.
        Hub of(UUID desk);
    }

    /// What takes messages that come late.
    interface Receiver {

        /// As whom it asks.
        UUID id();

        /// Which life of its store it leads; answers for another one reach nobody.
        int life();

        /// Whether it hears nothing now.
        boolean isCutOff();

        void take(Page page);

        void take(Push push, List<Receipt> receipts);
    }

    private enum Fate {
        ARRIVES,
        LOST,
        CUT_OFF,
        LATE,
        TWICE
    }

    SimulatedNetwork(Hubs hubs, SplittableRandom random) {
        this.hubs = hubs;
        this.random = random;
    }

    /// From now on messages suffer.
    void disturb() {
        isBad = true;
    }

    void heal() {
        isBad = false;
    }

    /// One of the messages that are under way arrives, whichever it is.
    ///
    /// @return false if there is none
    boolean deliverLate() {
        if (underWay.isEmpty()) {
            return false;
        }
        underWay.remove(random.nextInt(underWay.size())).run();
        return true;
    }

    Hub line(Receiver receiver) {
        return new Hub() {
            private Hub hub() {
                return hubs.of(receiver.id());
            }

            @Override
            public List<Receipt> push(Push push) {
                var hub = hub();
                var request = Json.write(push);
                Property.P12_BOUNDED.holds(() -> assertThat(push.entries()).hasSizeLessThanOrEqualTo(Push.MOST));
                var arrived = there(receiver, request, Push.class, again -> reached(() -> hub.push(again)));
                var receipts = reached(() -> hub.push(arrived));
                return back(receiver, new Receipts(receipts), Receipts.class, late -> receiver.take(push, late.receipts()))
                        .receipts();
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                var hub = hub();
                there(receiver, Json.write(scope), String.class, again -> reached(() -> hub.pull(again, epoch, after)));
                var page = reached(() -> hub.pull(scope, epoch, after));
                Property.P12_BOUNDED.holds(() -> assertThat(page.entries()).hasSizeLessThanOrEqualTo(Page.MOST));
                return back(receiver, page, Page.class, receiver::take);
            }

            @Override
            public Ahead ahead(String scope, UUID epoch, long until, String next) {
                return asked(() -> hub().ahead(scope, epoch, until, next), Ahead.class);
            }

            @Override
            public Admission goOn(UUID heir) {
                return asked(() -> hub().goOn(heir), Admission.class);
            }

            @Override
            public List<Receipt> known(List<UUID> entries) {
                return asked(() -> new Receipts(hub().known(entries)), Receipts.class).receipts();
            }

            /// What is asked within a longer conversation: nobody hears the answer later.
            private <T> T asked(Supplier<T> question, Class<T> answer) {
                there(receiver, Json.write(""), String.class, again -> reached(question));
                return back(receiver, reached(question), answer, late -> {});
            }
        };
    }

    private <T> T there(Receiver receiver, String text, Class<T> type, Consumer<T> late) {
        if (receiver.isCutOff()) {
            throw unreachable();
        }
        return pass(text, type, again -> {
            try {
                late.accept(again);
            } catch (Hub.Unreachable | Refusal e) {
                // nobody waits for this answer
            }
        });
    }

    private <T> T back(Receiver receiver, T answer, Class<T> type, Consumer<T> late) {
        var life = receiver.life();
        return pass(Json.write(answer), type, again -> {
            if (receiver.life() == life) {
                late.accept(again);
            }
        });
    }

    private <T> T pass(String text, Class<T> type, Consumer<T> late) {
        var fate = fate();
        if ((fate == Fate.LATE || fate == Fate.TWICE) && underWay.size() < MOST_UNDER_WAY) {
            underWay.add(() -> late.accept(Json.read(text, type)));
        }
        return switch (fate) {
            case ARRIVES, TWICE -> Json.read(text, type);
            case LOST, LATE -> throw unreachable();
            case CUT_OFF -> {
                var part = text.substring(0, random.nextInt(text.length()));
                assertThatThrownBy(() -> Json.read(part, type)).isInstanceOf(IllegalArgumentException.class);
                throw unreachable();
            }
        };
    }

    private Fate fate() {
        if (!isBad) {
            return Fate.ARRIVES;
        }
        return switch (random.nextInt(20)) {
            case 0 -> Fate.LOST;
            case 1 -> Fate.CUT_OFF;
            case 2 -> Fate.LATE;
            case 3, 4 -> Fate.TWICE;
            default -> Fate.ARRIVES;
        };
    }

    /// A hub that died answers nothing; any other failure of it is a mistake.
    private <T> T reached(Supplier<T> request) {
        hubs.failed();
        try {
            return request.get();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            if (!hubs.failed()) {
                throw e;
            }
            throw unreachable();
        }
    }

    private static Hub.Unreachable unreachable() {
        return new Hub.Unreachable("lost", new IOException("lost"));
    }
}
