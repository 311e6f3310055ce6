package dev.calmdesk.fx;

import dev.calmdesk.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of work that [Background] carries out, and what to do on the FX thread when it is over. A problem that no
/// [#onProblem] answers, and every bug, goes to the error reporter.
public final class Work<T extends @Nullable Object> {

    /// How work ended: exactly one of value, problem, bug.
    private record Outcome<T extends @Nullable Object>(T value, @Nullable Throwable error) {}

    private final String name;
    private final Consumer<Runnable> fx;
    private final ErrorReporter errors;
    private final List<Consumer<Outcome<T>>> reactions = new ArrayList<>();
    private @Nullable Outcome<T> outcome;
    private boolean problemIsAnswered;

    Work(String name, Consumer<Runnable> fx, ErrorReporter errors) {
        this.name = name;
        this.fx = fx;
        this.errors = errors;
    }

    /// Receives the result.
    public Work<T> then(Consumer<? super T> reaction) {
        return react(outcome -> {
            if (outcome.error() == null) {
                reaction.accept(outcome.value());
            }
        });
    }

    /// Receives the problem, if it ended in one.
    public Work<T> onProblem(Consumer<? super Problem> reaction) {
        synchronized (this) {
            problemIsAnswered = true;
        }
        return react(outcome -> {
            if (outcome.error() instanceof Problem problem) {
                reaction.accept(problem);
            }
        });
    }

    /// Runs however it ended, for instance to enable a button again. Not for answers that a newer question made stale.
    public Work<T> whenDone(Runnable reaction) {
        return react(outcome -> reaction.run());
    }

    private Work<T> react(Consumer<Outcome<T>> reaction) {
        Outcome<T> ended;
        synchronized (this) {
            ended = outcome;
            if (ended == null) {
                reactions.add(reaction);
            }
        }
        if (ended != null) {
            fx.accept(() -> guarded(reaction, ended));
        }
        return this;
    }

    /// Does it, on the calling thread.
    ///
    /// @return carries the outcome to the reactions; to be run on the FX thread
    Runnable carryOut(Callable<? extends T> work) {
        Outcome<T> ended;
        try {
            ended = new Outcome<>(work.call(), null);
        } catch (Throwable e) {
            ended = new Outcome<>(null, e);
        }
        var result = ended;
        return () -> finish(result);
    }

    private void finish(Outcome<T> ended) {
        List<Consumer<Outcome<T>>> waiting;
        synchronized (this) {
            outcome = ended;
            waiting = List.copyOf(reactions);
            reactions.clear();
        }
        waiting.forEach(reaction -> guarded(reaction, ended));
        if (ended.error() != null && !(ended.error() instanceof Problem)) {
            errors.report(name, ended.error());
        }
    }

    /// Hands a problem to the error reporter if nobody asked for it until now.
    void reportIfUnanswered() {
        Throwable error;
        synchronized (this) {
            error = outcome == null || problemIsAnswered ? null : outcome.error();
            problemIsAnswered = true;
        }
        if (error instanceof Problem) {
            errors.report(name, error);
        }
    }

    private void guarded(Consumer<Outcome<T>> reaction, Outcome<T> ended) {
        try {
            reaction.accept(ended);
        } catch (RuntimeException e) {
            errors.report(name, e);
        }
    }
}
