/// What the company knows and an agent may say: articles with owners and validity, what agents report about them, and
/// the search that finds them from whatever was typed. The index is derived data: it can be thrown away at any time.
@NullMarked
package dev.calmdesk.knowledge;

import org.jspecify.annotations.NullMarked;
