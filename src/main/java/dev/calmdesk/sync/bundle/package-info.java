/// The protocol as an encrypted file, for desks that never see a network.
@NullMarked
package dev.calmdesk.sync.bundle;

import org.jspecify.annotations.NullMarked;
