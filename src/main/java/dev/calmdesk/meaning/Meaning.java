package dev.calmdesk.meaning;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/// What the pieces of a text mean: a direction for each, one byte a number, which is a quarter of the memory and the same
/// to three digits.
public final class Meaning {

    private final byte[][] directions;
    private final double[] lengths;

    private Meaning(byte[][] directions) {
        this.directions = directions;
        lengths = Arrays.stream(directions)
                .mapToDouble(direction -> Math.sqrt(VectorUtil.dotProduct(direction, direction)))
                .toArray();
    }

    public static Meaning of(Encoder encoder, List<String> pieces) {
        return new Meaning(pieces.stream().map(encoder::encode).map(Meaning::inBytes).toArray(byte[][]::new));
    }

    private static byte[] inBytes(float[] direction) {
        var largest = 0f;
        for (var number : direction) {
            largest = Math.max(largest, Math.abs(number));
        }
        var bytes = new byte[direction.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(direction[i] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }

    /// What [#bytes] gave.
    ///
    /// @param width how many numbers a direction has
    public static Meaning read(byte[] bytes, int width) {
        var directions = new byte[bytes.length / width][];
        for (var i = 0; i < directions.length; i++) {
            directions[i] = Arrays.copyOfRange(bytes, i * width, (i + 1) * width);
        }
        return new Meaning(directions);
    }

    /// To be kept.
    public byte[] bytes() {
        var width = directions.length == 0 ? 0 : directions[0].length;
        var bytes = new byte[directions.length * width];
        for (var i = 0; i < directions.length; i++) {
            System.arraycopy(directions[i], 0, bytes, i * width, width);
        }
        return bytes;
    }

    /// How near the nearest pieces of both are: 1 for the same, about 0.3 for what has nothing in common; 0 if one has no
    /// pieces.
    public double nearness(Meaning other) {
        var nearest = 0.0;
        for (var i = 0; i < directions.length; i++) {
            for (var j = 0; j < other.directions.length; j++) {
                var product = VectorUtil.dotProduct(directions[i], other.directions[j]);
                nearest = Math.max(nearest, product / (lengths[i] * other.lengths[j]));
            }
        }
        return nearest;
    }
}
