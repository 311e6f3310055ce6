package dev.calmdesk.cases;

import dev.calmdesk.base.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Says times as colleagues would: today 14:21, in the company's time zone; and how much of a time is left.
public final class When {

    private final Texts texts;
    private final ZoneId zone;
    private final InstantSource clock;

    public When(Texts texts, ZoneId zone, InstantSource clock) {
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return zone;
    }

    /// The time of day for today, with the day for other days.
    public String brief(Instant at) {
        return day(at).equals(day(now())) ? format("time", at) : at(at);
    }

    public String at(Instant at) {
        var today = day(now());
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(today, day(at)), -2, 2)) {
            case 0 -> texts.get("cases.when.today", format("time", at));
            case -1 -> texts.get("cases.when.yesterday", format("time", at));
            case 1 -> texts.get("cases.when.tomorrow", format("time", at));
            default -> format(day(at).getYear() == today.getYear() ? "day" : "year", at);
        };
    }

    /// The day without a time: `11-12`, of other years with the year.
    public String dayOf(Instant at) {
        return format(day(at).getYear() == day(now()).getYear() ? "date" : "date_year", at);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(texts.get("cases.when.pattern." + pattern), texts.language())
                .withZone(zone)
                .format(at);
    }

    /// How long something took.
    public String lasting(Duration duration) {
        return duration.toMinutes() == 0
                ? texts.get("cases.when.seconds", duration.toSeconds())
                : texts.get("cases.when.minutes", duration.toMinutes(), duration.toSecondsPart());
    }

    /// What is left, or by how much it is late: `6 分`, `超 2 时`.
    public String left(Instant due) {
        var left = Duration.between(now(), due);
        return left.isNegative()
                ? texts.get("cases.when.late", amount("", left.negated()))
                : amount("", left);
    }

    /// The same in at most four characters, for a ring.
    public String leftShort(Instant due) {
        var left = Duration.between(now(), due);
        return left.isNegative()
                ? texts.get("cases.when.short.late", amount("short.", left.negated()))
                : amount("short.", left);
    }

    private String amount(String form, Duration duration) {
        var key = "cases.when." + form;
        if (duration.toHours() >= 48) {
            return texts.get(key + "d", duration.toDays());
        }
        return duration.toMinutes() >= 60
                ? texts.get(key + "h", duration.toHours())
                : texts.get(key + "m", duration.toMinutes());
    }
}
