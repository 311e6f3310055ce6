package dev.calmdesk.sync.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Everything that stands in a scope up to some number, and its order, in one short value: two sides whose values are the
/// same have the same entries under the same numbers (protocol §5.1).
///
/// @param value 32 hexadecimal digits
public record Chain(@JsonValue String value) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int BYTES = 16;

    /// Of nothing.
    public static final Chain START = new Chain("0".repeat(2 * BYTES));

    /// One entry more.
    public Chain with(UUID id) {
        return with(List.of(id));
    }

    /// Some entries more, in their order.
    public Chain with(Iterable<UUID> ids) {
        var sha256 = sha256();
        var chain = HEX.parseHex(value);
        for (var id : ids) {
            sha256.update(chain, 0, BYTES);
            sha256.update(ByteBuffer.allocate(BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .flip());
            chain = sha256.digest();
        }
        return new Chain(HEX.formatHex(chain, 0, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
