package dev.calmdesk.data;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;

/// The short texts of H2's file format, such as `chunk:1a,len:3,version:1a`: names with hexadecimal values, ended by a line
/// feed. They head and foot every chunk, and head the file.
record ChunkText(Map<String, String> values) {

    private static final String CHECKSUM = ",fletcher:";

    /// @return empty if the bytes are no such text, or one of another kind
    static Optional<ChunkText> parse(byte[] bytes, int from, int to, String firstName) {
        var end = indexOf(bytes, from, to);
        if (end < 0 || !startsWith(bytes, from, end, firstName)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var pair : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).strip().split(",")) {
            var colon = pair.indexOf(':');
            if (colon <= 0) {
                return Optional.empty();
            }
            values.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return Optional.of(new ChunkText(values));
    }

    /// As [#parse], of a text that carries H2's own checksum.
    static Optional<ChunkText> parseChecked(byte[] bytes, int from, int to, String firstName) {
        var found = parse(bytes, from, to, firstName);
        if (found.isEmpty()) {
            return found;
        }
        var text = new String(bytes, from, indexOf(bytes, from, to) - from, StandardCharsets.ISO_8859_1);
        var covered = text.lastIndexOf(CHECKSUM);
        return found.filter(
                map -> covered > 0 && DataUtils.getFletcher32(bytes, from, covered) == (int) map.number("fletcher"));
    }

    private static int indexOf(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int from, int end, String name) {
        var wanted = (name + ":").getBytes(StandardCharsets.ISO_8859_1);
        if (end - from < wanted.length) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// @return -1 if there is no such value, or it is no number
    long number(String name) {
        try {
            return has(name) ? Long.parseUnsignedLong(values.get(name), 16) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The bytes of this text with H2's checksum and line feed.
    byte[] checked() {
        var text = new StringBuilder();
        values.forEach((name, value) -> {
            if (!name.equals("fletcher")) {
                text.append(text.isEmpty() ? "" : ",").append(name).append(':').append(value);
            }
        });
        var covered = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        var checksum = DataUtils.getFletcher32(covered, 0, covered.length);
        return (text + CHECKSUM + Integer.toHexString(checksum) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
