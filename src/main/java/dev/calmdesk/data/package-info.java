/// The desk's store: one H2 database, one writer, one journal. Knows no feature; a feature declares its [Kind]s and calls
/// [Database#read] and [Database#write].
@NullMarked
package dev.calmdesk.data;

import org.jspecify.annotations.NullMarked;
