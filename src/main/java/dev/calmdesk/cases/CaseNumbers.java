package dev.calmdesk.cases;

import dev.calmdesk.data.Tx;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Gives out case numbers: kind, date, desk code, running number. The desk's code makes them unique without a network.
final class CaseNumbers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private CaseNumbers() {}

    /// The code of the desk that gave a number out.
    static String deskCode(String number) {
        return number.split("-")[2];
    }

    static String next(Tx tx, CaseKind kind, LocalDate date, String deskCode) {
        var prefix = "%s-%s-%s-".formatted(kind.letter(), DATE.format(date), deskCode);
        tx.handle().execute("""
                merge into running_number (prefix, last)
                select ?, coalesce(max(last), 0) + 1 from running_number where prefix = ?""", prefix, prefix);
        var number = tx.handle()
                .select("select last from running_number where prefix = ?", prefix)
                .mapTo(Integer.class)
                .one();
        return prefix + "%03d".formatted(number);
    }
}
