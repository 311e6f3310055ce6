/// The line to say.
@NullMarked
package dev.calmdesk.flow.ui;

import org.jspecify.annotations.NullMarked;
