/// Proves that nothing that was acknowledged is lost: by killed processes, power cuts, full disks and damaged files.
@NullMarked
package dev.calmdesk.data;

import org.jspecify.annotations.NullMarked;
