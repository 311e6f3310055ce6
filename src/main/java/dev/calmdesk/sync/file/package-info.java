/// Evidence files between a desk and its hub, part by part and no faster than allowed.
@NullMarked
package dev.calmdesk.sync.file;

import org.jspecify.annotations.NullMarked;
