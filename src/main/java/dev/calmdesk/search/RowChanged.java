package dev.calmdesk.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.h2.api.Trigger;

/// Notes in `search_change` which row changed, whoever wrote it. H2 calls it inside the writing transaction; migrations
/// name this class. One note for each row is enough: an index asks for what changed after the number it has taken in.
public final class RowChanged implements Trigger {

    /// `id` is the first column of every table.
    private static final int ID = 0;

    private String table = "";

    @Override
    public void init(
            Connection connection, String schema, String trigger, String changedTable, boolean before, int type) {
        table = changedTable.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        var id = (UUID) (after == null ? before : after)[ID];
        try (var forget = connection.prepareStatement("delete from search_change where source = ? and record = ?");
                var note = connection.prepareStatement("insert into search_change (source, record) values (?, ?)")) {
            for (var statement : new java.sql.PreparedStatement[] {forget, note}) {
                statement.setString(1, table);
                statement.setObject(2, id);
                statement.executeUpdate();
            }
        }
    }
}
