/// What every other package may use: ids, problems a person can act on, change signals, places, texts and settings.
/// Plain Java; no JavaFX, no SQL, no feature.
@NullMarked
package dev.calmdesk.base;

import org.jspecify.annotations.NullMarked;
