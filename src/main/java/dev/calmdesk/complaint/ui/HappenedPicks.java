package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Quick answers to “when did it happen?”. What is written carries the date, since the record is read on other days. Pure.
final class HappenedPicks {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private HappenedPicks() {}

    /// @return what is written as code, what is offered as label
    static List<Option> of(Instant now, ZoneId zone, Texts texts) {
        var here = now.atZone(zone);
        var today = here.toLocalDate();
        return List.of(
                pick("just_now", today, texts, TIME.format(here)),
                pick(here.toLocalTime().isBefore(LocalTime.NOON) ? "early_today" : "this_morning", today, texts),
                pick("last_night", today.minusDays(1), texts),
                pick("yesterday", today.minusDays(1), texts),
                pick("day_before", today.minusDays(2), texts),
                pick("last_week", today.minusWeeks(1), texts));
    }

    private static Option pick(String name, LocalDate date, Texts texts, Object... more) {
        var key = "complaint.happened." + name;
        var written = more.length == 0
                ? texts.get(key + ".written", DATE.format(date))
                : texts.get(key + ".written", DATE.format(date), more[0]);
        return new Option(written, texts.get(key));
    }
}
