package dev.calmdesk.fx;

import dev.calmdesk.base.Problem;

/// Asks and tells. None of it stops the person from working on: a customer may be on the line. To be called on the FX
/// thread.
public interface Dialogs {

    /// Asks before something that cannot be taken back.
    ///
    /// @param actionKey text of the button that does it, named by the act ("Close the case"), never "Yes"
    /// @param action runs if the person wants it
    void confirm(Message question, String actionKey, Runnable action);

    /// Tells something that has to be read.
    void inform(Message message);

    /// Says what a person can do about a problem; the open points of an incomplete form are listed.
    void problem(Problem problem);

    /// Says for a few seconds that something was done.
    void notice(String textKey, Object... arguments);

    /// As [#notice], and offers what a person may want next.
    ///
    /// @param actionKey text of the button, named by the act
    void offering(String actionKey, Runnable action, String textKey, Object... arguments);

    /// As [#notice], and offers to take it back.
    void undoable(Runnable undo, String textKey, Object... arguments);
}
