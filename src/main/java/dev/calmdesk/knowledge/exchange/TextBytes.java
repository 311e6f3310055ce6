package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text out of bytes whose encoding nobody names: what a byte order mark says, else UTF-8, else what Chinese
/// spreadsheets write (GB18030).
final class TextBytes {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextBytes() {}

    /// @throws Problem.Refused if it is no text in any of these
    static String read(String file, byte[] bytes) {
        if (begins(bytes, 0xff, 0xfe)) {
            return decoded(bytes, StandardCharsets.UTF_16LE, 2).orElseThrow(() -> unknown(file));
        } else if (begins(bytes, 0xfe, 0xff)) {
            return decoded(bytes, StandardCharsets.UTF_16BE, 2).orElseThrow(() -> unknown(file));
        }
        return decoded(bytes, StandardCharsets.UTF_8, begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0)
                .or(() -> decoded(bytes, GB18030, 0).filter(TextBytes::isWriting))
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> unknown(file));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (bytes.length <= i || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset, int from) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// GB18030 has a character for nearly everything; in other encodings those are characters that nobody writes.
    private static boolean isWriting(String text) {
        return text.codePoints().noneMatch(point -> {
            var type = Character.getType(point);
            return type == Character.PRIVATE_USE || type == Character.UNASSIGNED || point >= 0x80 && point < 0xa0;
        });
    }

    private static Problem unknown(String file) {
        return Problem.refused("knowledge.import.problem.encoding", file);
    }
}
