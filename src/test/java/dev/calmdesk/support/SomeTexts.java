package dev.calmdesk.support;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many texts of all kinds for tests that a rule holds for any text; the same ones in every run.
public final class SomeTexts {

    private static final int SEED = 8021;

    /// Stretches of the code table, first to last.
    private static final int[][] POOLS = {
        {0x4e00, 0x9fff}, {0x4e00, 0x5fff}, {'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {' ', '/'}, {0xa0, 0x17f}, {0x300, 0x36f},
        {0x2000, 0x206f}, {0x2160, 0x24ff}, {0x3000, 0x30ff}, {0x3200, 0x33ff}, {0xac00, 0xac80}, {0xf900, 0xfaff},
        {0xff00, 0xffef}, {0x1f300, 0x1f6ff}, {0x20000, 0x2a6d0}, {0xd800, 0xdfff}, {0, 0xffff}
    };

    private SomeTexts() {}

    public static Stream<String> any(int count, int longest) {
        var random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(number -> one(random, longest));
    }

    public static Stream<String> lowerCaseLetters(int count, int longest) {
        var random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(number -> random.ints(1 + random.nextInt(longest), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static String one(Random random, int longest) {
        var text = new StringBuilder();
        var length = random.nextInt(longest + 1);
        while (text.length() < length) {
            var pool = POOLS[random.nextInt(POOLS.length)];
            var run = 1 + random.nextInt(4);
            for (var i = 0; i < run; i++) {
                text.appendCodePoint(pool[0] + random.nextInt(pool[1] - pool[0] + 1));
            }
        }
        return text.toString();
    }
}
