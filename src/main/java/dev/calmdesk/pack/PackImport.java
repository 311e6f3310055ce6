package dev.calmdesk.pack;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;

/// Brings a pack into a store: workplace data, catalogue and knowledge, all or nothing. Importing the same pack again
/// writes nothing; what the pack no longer names stays.
public final class PackImport {

    private final Database database;
    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Articles articles;

    public PackImport(Database database, Workplace workplace, Catalogue catalogue, Articles articles) {
        this.database = database;
        this.workplace = workplace;
        this.catalogue = catalogue;
        this.articles = articles;
    }

    /// An import into a store that has no services yet.
    public static PackImport into(Database database, InstantSource clock, Ids ids) {
        return new PackImport(
                database, new Workplace(database), new Catalogue(database), new Articles(database, clock, ids));
    }

    /// What a pack holds.
    ///
    /// @param items pieces of workplace data
    public record Content(int items, int products, int articles) {}

    /// Reads and checks the whole pack first, then writes it in one transaction.
    ///
    /// @throws Problem.Refused naming the file and field that is wrong; nothing is written then
    public Content run(PackFolder folder) {
        var pack = Pack.read(folder);
        database.writeDo(tx -> write(tx, pack));
        return new Content(pack.documents().size(), pack.products().size(), pack.articles().size());
    }

    private void write(Tx tx, Pack pack) {
        var author = Actor.DESK.id();
        pack.documents().forEach(document ->
                workplace.put(tx, author, document.topic(), document.code(), document.position(), document.body()));
        catalogue.put(tx, author, pack.products());
        articles.putAll(tx, author, pack.articles());
    }
}
