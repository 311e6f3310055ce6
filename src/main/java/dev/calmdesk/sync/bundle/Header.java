package dev.calmdesk.sync.bundle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first line of a sealed file, which anybody can read and nobody can change.
///
/// @param calmdesk what is inside
/// @param desk which desk wrote it or shall read it; null in an admission, which any desk may use
/// @param salt makes the key of this file another one than of any other
public record Header(Content calmdesk, int version, @Nullable UUID desk, UUID hub, UUID epoch, byte[] salt) {

    /// The newest version that this program reads, and the one it writes.
    public static final int VERSION = 1;

    /// What a file is for.
    public enum Content {
        /// From a desk to its hub.
        BUNDLE,
        /// From the hub to that desk.
        ANSWER,
        /// From the hub to a new desk.
        ADMISSION
    }

    public static Header of(Content content, @Nullable UUID desk, UUID hub, UUID epoch) {
        return new Header(content, VERSION, desk, hub, epoch, SealedFile.salt());
    }
}
