package dev.calmdesk.knowledge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.api.Trigger;

/// Notes in `kb_change` which article changed, whoever wrote it. H2 calls it inside the writing transaction; `V011` names
/// this class. One row for each article is enough: the index asks for what changed after the number it has taken in.
public final class ArticleChanged implements Trigger {

    /// `id` is the first column of the table.
    private static final int ID = 0;

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        var id = (UUID) (after == null ? before : after)[ID];
        try (var forget = connection.prepareStatement("delete from kb_change where article_id = ?");
                var note = connection.prepareStatement("insert into kb_change (article_id) values (?)")) {
            forget.setObject(1, id);
            forget.executeUpdate();
            note.setObject(1, id);
            note.executeUpdate();
        }
    }
}
