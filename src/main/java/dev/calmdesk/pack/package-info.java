/// A company's content as plain files, and the way of it into a store.
@NullMarked
package dev.calmdesk.pack;

import org.jspecify.annotations.NullMarked;
