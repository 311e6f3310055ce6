package dev.calmdesk.data;

import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/// What is typed in a run: the text of each place and count follows from them alone, so that what is found later can be
/// compared to the letter without keeping it.
final class Typed {

    private static final int LONGEST = 1200;

    private Typed() {}

    /// A text of its own for each number, mostly short, now and then long enough to fill pages.
    static String text(String place, long number) {
        var random = new SplittableRandom(place.hashCode() * 31L + number);
        var length = random.nextInt(20) == 0 ? random.nextInt(LONGEST * 8) : random.nextInt(LONGEST / 4);
        return "#" + number + " " + characters(random, length + 1);
    }

    /// As [#text], in the room a title has.
    static String title(String place, long number) {
        var text = text(place, number);
        return text.substring(0, Math.min(text.length(), 300));
    }

    /// One letter more with each number, as a person types; begins anew when a form is full.
    static String typedSoFar(String place, long number) {
        var random = new SplittableRandom(place.hashCode());
        return "#" + number + " " + characters(random, (int) (number * 7 % LONGEST) + 1);
    }

    private static String characters(SplittableRandom random, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        return text.toString();
    }

    /// The number that a text begins with; -1 if it is none of ours.
    static long numberOf(String text) {
        var end = text.indexOf(' ');
        return text.startsWith("#") && end > 1 ? Long.parseLong(text.substring(1, end)) : -1;
    }

    static long checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
