/// The screen of this desk's choices.
@NullMarked
package dev.calmdesk.settings.ui;

import org.jspecify.annotations.NullMarked;
