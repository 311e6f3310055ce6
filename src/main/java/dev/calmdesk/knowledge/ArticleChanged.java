package dev.calmdesk.knowledge;

import java.sql.Connection;
import org.h2.api.Trigger;

/// `V011` names this class; since `V033` articles bear the trigger of everything that is searched.
public final class ArticleChanged implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        // Of no use any more.
    }
}
