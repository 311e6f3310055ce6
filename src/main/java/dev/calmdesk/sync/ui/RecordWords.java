package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.fx.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says records of every kind, their fields and values in the user's language. Asked off the FX thread.
public interface RecordWords {

    /// What a record is, such as "Promise · call back before three · C-251122-A07-012".
    String title(String kind, UUID entity);

    String field(String kind, String field);

    /// @param plain a value in the plain form of the journal; null says that there is none
    /// @param row the other values of the record
    String value(String kind, String field, @Nullable Object plain, Map<String, ? extends @Nullable Object> row);

    String act(String kind, String act);

    String person(UUID id);

    String desk(UUID id);

    String at(Instant at);

    /// Where the record can be opened.
    Optional<Place> place(String kind, UUID entity, Optional<UUID> subject);

    /// What happened last around a record, newest first, a few lines.
    List<String> history(UUID subject);

    /// How a field may be written anew.
    Editing editing(String kind, String field);

    /// How a field is written anew.
    ///
    /// @param options for a choice
    /// @param mayBeEmpty whether the record may do without a value
    record Editing(Form form, List<Option> options, boolean mayBeEmpty) {

        public Editing {
            options = List.copyOf(options);
        }

        /// It is only chosen between versions.
        public static Editing not() {
            return new Editing(Form.NONE, List.of(), false);
        }
    }

    /// What a value is written in.
    enum Form {
        /// It is only chosen between versions: its change has rules of its own.
        NONE,
        TEXT,
        CHOICE,
        TIME,
        DATE,
        NUMBER,
        MONEY,
        YES_NO,
        /// Some of the items of all versions.
        ITEMS
    }
}
