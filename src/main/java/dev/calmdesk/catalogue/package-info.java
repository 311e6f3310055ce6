/// What the company sells: products, what customers call them, and the batches that were made.
@NullMarked
package dev.calmdesk.catalogue;

import org.jspecify.annotations.NullMarked;
