package dev.calmdesk.sync.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        var bytes = ByteBuffer.allocate(2 * BYTES)
                .put(HEX.parseHex(value))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return new Chain(HEX.formatHex(sha256(bytes.array()), 0, BYTES));
    }

    /// Some entries more, in their order.
    public Chain with(Iterable<UUID> ids) {
        var chain = this;
        for (var id : ids) {
            chain = chain.with(id);
        }
        return chain;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
