package dev.calmdesk.base;

/// How a form remembers what of a record somebody had seen when they began to write a field: as a mark among the form's
/// texts, so that it is kept with them for as long as the work lies unfinished. The mark's text says up to which entry the
/// record had been seen; what is written later says so to whoever wrote meanwhile (ADR 0007).
public final class Seen {

    private static final String PREFIX = "seen.";

    private Seen() {}

    /// Names the mark of a field, or of a whole record.
    ///
    /// @param name `kind.field`, or `kind`
    public static String mark(String name) {
        return PREFIX + name;
    }

    /// Names the mark of the record that a field belongs to.
    ///
    /// @param field `kind.field`
    public static String markOfRecord(String field) {
        var dot = field.indexOf('.');
        return mark(dot < 0 ? field : field.substring(0, dot));
    }

    public static boolean isMark(String name) {
        return name.startsWith(PREFIX);
    }
}
