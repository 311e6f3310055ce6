/// What desk and hub say to each other (`src/docs/protocol.md`).
@NullMarked
package dev.calmdesk.sync.wire;

import org.jspecify.annotations.NullMarked;
