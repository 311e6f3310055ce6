package dev.calmdesk.sync.ui;

import java.nio.file.Path;

/// Takes what the hub does not have of this desk out of the store, for other hands. Called off the FX thread.
@FunctionalInterface
public interface UnsentExport {

    /// Writes files of this name, with endings of its own; nothing is overwritten.
    ///
    /// @return how many entries were written
    /// @throws dev.calmdesk.base.Problem.Refused if there are such files already, or the folder cannot be written
    int write(Path name);
}
