/// The command line: what can be done with a store without a window. Each command opens the store, does one thing through
/// the services, and says it in the user's language or as JSON, one object a line.
@NullMarked
package dev.calmdesk.app.command;

import org.jspecify.annotations.NullMarked;
