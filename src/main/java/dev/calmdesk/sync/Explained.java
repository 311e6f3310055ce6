package dev.calmdesk.sync;

import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.wire.Refusal;
import java.util.function.Supplier;

/// What a hub's silence or refusal means for a person.
public final class Explained {

    private Explained() {}

    /// @throws Problem.Unavailable in place of a silence or refusal
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (Hub.Unreachable e) {
            throw Problem.unavailable("sync.problem.unreachable", e, e.getMessage());
        } catch (Refusal e) {
            throw Problem.unavailable(textKey(e.code()), e);
        }
    }

    /// The sentence that says what is wrong and what to do.
    public static String textKey(Refusal.Code code) {
        return "sync.problem." + code.onWire().replace('-', '_');
    }
}
