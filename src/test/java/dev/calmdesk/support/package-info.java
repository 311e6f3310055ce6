/// What tests stand on.
@NullMarked
package dev.calmdesk.support;

import org.jspecify.annotations.NullMarked;
