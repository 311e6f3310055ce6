package dev.calmdesk.cases;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.DeskCode;
import java.util.Optional;
import java.util.UUID;

/// Short names of desks, from the numbers of the cases that they opened.
public final class DeskCodes {

    private final Database database;

    public DeskCodes(Database database) {
        this.database = database;
    }

    /// What a desk was called when it opened its newest case. Empty if it opened none that is here, or only under the code
    /// with which every desk begins: that one does not tell desks apart.
    public Optional<String> of(UUID desk) {
        return database.read(handle -> handle.createQuery("""
                        select number from journal join case_file on case_file.id = journal.entity
                        where journal.desk = :desk and journal.kind = 'case' and journal.act = 'opened'
                        order by journal.seq desc limit 1""")
                .bind("desk", desk)
                .mapTo(String.class)
                .findOne())
                .map(CaseNumbers::deskCode)
                .filter(code -> !code.equals(DeskCode.FIRST));
    }
}
