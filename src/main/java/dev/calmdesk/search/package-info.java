/// Finds records by words, in either script, in pinyin, in first letters, half typed or with a slip. A feature says by a
/// [dev.calmdesk.search.Source] what there is to find; Lucene holds the terms, the database everything else.
@NullMarked
package dev.calmdesk.search;

import org.jspecify.annotations.NullMarked;
