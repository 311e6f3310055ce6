package dev.calmdesk.support;

import dev.calmdesk.base.Problem;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.ErrorReporter;
import dev.calmdesk.fx.Message;
import java.util.ArrayList;
import java.util.List;

/// Dialogs for tests: remembers by text key what was said and answers every question as it was told to.
public final class ScriptedDialogs implements Dialogs, ErrorReporter {

    private final List<String> said = new ArrayList<>();
    private boolean agrees = true;

    public ScriptedDialogs agree(boolean answer) {
        agrees = answer;
        return this;
    }

    /// Text keys of questions, messages, problems and notices in their order; for an incomplete form its points follow.
    public List<String> said() {
        return said;
    }

    @Override
    public void confirm(Message question, String actionKey, Runnable action) {
        said.add(question.textKey());
        if (agrees) {
            action.run();
        }
    }

    @Override
    public void inform(Message message) {
        said.add(message.textKey());
    }

    @Override
    public void problem(Problem problem) {
        said.add(problem.textKey());
        if (problem instanceof Problem.Incomplete incomplete) {
            incomplete.points().forEach(point -> said.add(point.textKey()));
        }
    }

    @Override
    public void notice(String textKey, Object... arguments) {
        said.add(textKey);
    }

    @Override
    public void offering(String actionKey, Runnable action, String textKey, Object... arguments) {
        said.add(textKey);
    }

    @Override
    public void undoable(Runnable undo, String textKey, Object... arguments) {
        said.add(textKey);
    }

    @Override
    public void report(String work, Throwable error) {
        if (error instanceof Problem problem) {
            problem(problem);
        } else {
            throw new AssertionError(work + " failed", error);
        }
    }
}
