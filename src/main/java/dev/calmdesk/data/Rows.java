package dev.calmdesk.data;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The look-ups that every kind needs; what asks more stands in the feature's store.
public final class Rows {

    private Rows() {}

    public static <R extends Record> Optional<R> find(Handle handle, Kind<R> kind, UUID id) {
        return handle.createQuery("select * from " + kind.table() + " where id = :id")
                .bind("id", id)
                .map(RecordMapper.of(kind.type()))
                .findOne();
    }

    /// Every row, oldest first. For looking through a whole store; lists of screens are paged.
    public static <R extends Record> List<R> all(Handle handle, Kind<R> kind) {
        return handle.createQuery("select * from %s order by id".formatted(kind.table()))
                .map(RecordMapper.of(kind.type()))
                .list();
    }

    /// Rows whose field has a value, oldest first (ids grow with time).
    public static <R extends Record> List<R> list(Handle handle, Kind<R> kind, String field, Object value) {
        return handle.createQuery(
                        "select * from %s where %s = :value order by id".formatted(kind.table(), kind.field(field).name()))
                .bind("value", value instanceof Enum<?> constant ? constant.name() : value)
                .map(RecordMapper.of(kind.type()))
                .list();
    }
}
