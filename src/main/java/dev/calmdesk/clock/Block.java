package dev.calmdesk.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// A stretch of service hours of one day, written `08:00-20:00`; the end is exclusive.
///
/// @param untilMinute minutes from midnight; above 24 hours if the block ends on the next day (`20:00-02:00`)
public record Block(int fromMinute, int untilMinute) {

    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("\\s*([0-2]\\d):([0-5]\\d)\\s*[-–]\\s*([0-2]\\d):([0-5]\\d)\\s*");

    public Block {
        if (fromMinute < 0 || fromMinute >= DAY || untilMinute <= fromMinute || untilMinute > fromMinute + DAY) {
            throw new IllegalArgumentException("Not a stretch of a day: %d-%d".formatted(fromMinute, untilMinute));
        }
    }

    /// An end that is not after the start is on the next day; `00:00-24:00` is the whole day.
    @JsonCreator
    public static Block of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not service hours: " + text);
        }
        var from = minutes(match.group(1), match.group(2));
        var until = minutes(match.group(3), match.group(4));
        return new Block(from, until <= from ? until + DAY : until);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    public LocalTime from() {
        return LocalTime.ofSecondOfDay(fromMinute * 60L);
    }

    public LocalTime until() {
        return LocalTime.ofSecondOfDay(untilMinute % DAY * 60L);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%s-%s".formatted(from(), untilMinute == DAY ? "24:00" : until());
    }
}
