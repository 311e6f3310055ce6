package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.customer.CustomerDraft;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.customer.Title;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreCopy;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Makes a workspace for practice: in memory, with what the company decided and who works there, and with made-up
/// customers. Nothing leads from it back to the live store.
final class Practice {

    private static final Set<String> SHARED_TABLES = Set.of("WORKPLACE_ITEM", "PRODUCT", "BATCH", "ARTICLE", "PERSON");
    private static final int CUSTOMERS = 12;

    private Practice() {}

    /// A made-up customer as it stands in the demonstration.
    private record Buyer(String name, Title title, String phone) {}

    static Workspace open(Workspace live, InstantSource clock) {
        try {
            var evidence = Files.createTempDirectory("calmdesk-practice");
            var practice = Workspace.inMemory(
                    evidence, clock, Ids.timeOrdered(clock),
                    database -> StoreCopy.copyTables(live.database(), database, SHARED_TABLES));
            PackFolder.withBundled(Workspace.BUNDLED_PACK, pack -> addCustomers(practice, pack));
            practice.indexes().refresh();
            return practice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addCustomers(Workspace practice, PackFolder pack) {
        List<Buyer> buyers = pack.elements("demo/customers.yaml").stream()
                .limit(CUSTOMERS)
                .map(element -> Json.read(element.body(), Buyer.class))
                .toList();
        practice.database().writeDo(tx -> buyers.forEach(buyer -> practice.customers().put(
                tx, Actor.DESK.id(), practice.ids().next(),
                CustomerDraft.of(buyer.name(), buyer.title(), "", new NumberDraft(NumberType.PHONE, buyer.phone())))));
    }
}
