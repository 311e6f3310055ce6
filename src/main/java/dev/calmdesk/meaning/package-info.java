/// What a text means, as a direction: texts that mean alike point alike though they share no word. A small model that comes
/// with the product makes the directions on this machine; no text leaves it. Knows no feature and no database.
@NullMarked
package dev.calmdesk.meaning;

import org.jspecify.annotations.NullMarked;
