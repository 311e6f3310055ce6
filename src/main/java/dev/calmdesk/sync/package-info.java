/// The desk's side of many desks and one hub: what goes out, what comes in, and how both become one store.
@NullMarked
package dev.calmdesk.sync;

import org.jspecify.annotations.NullMarked;
