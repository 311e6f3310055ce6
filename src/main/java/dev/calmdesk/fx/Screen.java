package dev.calmdesk.fx;

import javafx.scene.Node;
import javafx.scene.Parent;

/// What stands at a place: its tree, what has to be closed when the person leaves, where the focus starts.
///
/// @param lifetime usually the view model; closed once
/// @param focus puts the focus on the control a person uses first; runs when the tree is in the window
/// @param titleKey text key of the title
public record Screen(Parent root, AutoCloseable lifetime, Runnable focus, String titleKey) {

    /// A screen whose first focusable control gets the focus.
    public static Screen of(Parent root, AutoCloseable lifetime, String titleKey) {
        return new Screen(root, lifetime, () -> Nodes.firstFocusable(root).ifPresent(Node::requestFocus), titleKey);
    }
}
