/// The hub over HTTP, as a desk calls it.
@NullMarked
package dev.calmdesk.sync.http;

import org.jspecify.annotations.NullMarked;
