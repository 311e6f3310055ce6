package dev.calmdesk.frame.ui;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What a person may do when the store does not open.
///
/// @param tryAgain opens the same folder once more
/// @param openFolder opens another one
public record StartWays(Runnable tryAgain, Consumer<Path> openFolder, Runnable quit) {}
