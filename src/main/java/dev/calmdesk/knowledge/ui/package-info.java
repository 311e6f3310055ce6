/// The knowledge dock beside the work, and the page for reading.
@NullMarked
package dev.calmdesk.knowledge.ui;

import org.jspecify.annotations.NullMarked;
