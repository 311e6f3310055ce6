/// Articles as files: Markdown folders, CSV and XLSX, in both directions. An import is a plan first, which says of every
/// article what would become of it, and is carried out only then.
@NullMarked
package dev.calmdesk.knowledge.exchange;

import org.jspecify.annotations.NullMarked;
