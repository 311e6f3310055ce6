package dev.calmdesk.fx;

import java.nio.file.Path;

/// Shows a file in the program that this computer has for it. Called off the FX thread.
@FunctionalInterface
public interface Viewer {

    void show(Path file);
}
