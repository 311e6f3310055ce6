/// The composition root: the program's start, its commands, one opened store with every service on it, and which screen
/// opens for which place. Nobody imports it.
@NullMarked
package dev.calmdesk.app;

import org.jspecify.annotations.NullMarked;
