/// The choices of this desk: language, look, text size, password, backups.
@NullMarked
package dev.calmdesk.settings;

import org.jspecify.annotations.NullMarked;
