package dev.calmdesk.customer;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.CustomerDraft.PurchaseDraft;
import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the customers, finds them again, and shows their clear numbers only for a reason.
public final class Customers {

    private static final Role[] SERVING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER};
    private static final Role[] LEADING = {Role.LEAD, Role.MANAGER};
    private static final Role[] SEEING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.QUALITY, Role.MANAGER};

    private static final Set<String> CHANGEABLE =
            Set.of("name", "title", "pinyin", "tier", "stage", "city", "note", "birthday");

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Customers(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    public Customer add(Actor by, CustomerDraft draft) {
        return database.write(tx -> add(tx, by, draft));
    }

    /// The same within a larger transaction. A tier above the lowest is given by those who lead, since it loosens limits.
    public Customer add(Tx tx, Actor by, CustomerDraft draft) {
        by.require(SERVING);
        if (draft.tier() != Tier.STANDARD) {
            by.require(LEADING);
        }
        var id = ids.next();
        tx.write(Customer.KIND, id)
                .set(CustomerRows.of(draft))
                .set("created_at", clock.instant())
                .as("added", by.id());
        draft.numbers().forEach(number -> addNumber(tx, by.id(), id, number, ids.next()));
        draft.purchases().forEach(purchase -> addPurchase(tx, by.id(), id, purchase, ids.next()));
        return tx.get(Customer.KIND, id);
    }

    /// Adds or replaces a customer with a known id within a larger transaction, for imports; numbers and purchases that
    /// are there already stay.
    public Customer put(Tx tx, UUID author, UUID id, CustomerDraft draft) {
        var known = tx.find(Customer.KIND, id);
        var writing = tx.write(Customer.KIND, id).set(CustomerRows.of(draft));
        if (known.isEmpty()) {
            writing.set("created_at", clock.instant());
        }
        writing.asWhenChanged(known.isEmpty() ? "added" : "changed", author);
        draft.numbers().forEach(number ->
                addNumber(tx, author, id, number, idOf(id, number.type() + CustomerRows.normalised(number))));
        draft.purchases().forEach(purchase -> addPurchase(
                tx, author, id, purchase, idOf(id, purchase.orderNo() + "/" + purchase.sku() + "/" + purchase.batch())));
        return tx.get(Customer.KIND, id);
    }

    /// The same on every desk, so that two desks that import one pack make one row.
    private static UUID idOf(UUID customer, String part) {
        return UUID.nameUUIDFromBytes((customer + "/" + part).getBytes(StandardCharsets.UTF_8));
    }

    /// Assigns fields, named in snake case. A new name gets its reading anew unless one is given with it. The team is
    /// changed by [#move].
    public Customer change(Actor by, UUID id, Map<String, ? extends @Nullable Object> fields) {
        by.require(SERVING);
        if (!CHANGEABLE.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("Not to be changed like this: " + fields.keySet());
        }
        var settled = CustomerRows.settled(fields);
        return database.write(tx -> {
            var before = tx.get(Customer.KIND, id);
            if (settled.containsKey("tier") && !before.tier().name().equals(String.valueOf(settled.get("tier")))) {
                by.require(LEADING);
            }
            tx.write(Customer.KIND, id).set(settled).as("changed", by.id());
            return tx.get(Customer.KIND, id);
        });
    }

    /// Hands a customer with the whole history to another team.
    public void move(Actor by, UUID id, String team) {
        by.require(LEADING);
        database.writeDo(tx -> {
            tx.get(Customer.KIND, id);
            tx.write(Customer.KIND, id).set("team", team).as("moved", by.id());
        });
    }

    /// @return the number that is there already if the customer has it
    public CustomerNumber addNumber(Actor by, UUID id, NumberType type, String number) {
        by.require(SERVING);
        return database.write(tx -> addNumber(tx, by.id(), id, new NumberDraft(type, number), ids.next()));
    }

    private static CustomerNumber addNumber(Tx tx, UUID author, UUID customer, NumberDraft draft, UUID id) {
        tx.get(Customer.KIND, customer);
        var normalised = CustomerRows.normalised(draft);
        var known = tx.store(CustomerStore.class).numbers(customer).stream()
                .filter(number -> number.type() == draft.type() && number.normalised().equals(normalised))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        CustomerRows.number(tx, id, customer, draft).as("added", author);
        return tx.get(CustomerNumber.KIND, id);
    }

    /// @return the purchase that is there already if the customer has this line of this order
    public Purchase addPurchase(Actor by, UUID id, PurchaseDraft draft) {
        by.require(SERVING);
        return database.write(tx -> addPurchase(tx, by.id(), id, draft, ids.next()));
    }

    private static Purchase addPurchase(Tx tx, UUID author, UUID customer, PurchaseDraft draft, UUID id) {
        tx.get(Customer.KIND, customer);
        var orderNo = CustomerRows.orderNo(draft);
        var known = tx.store(CustomerStore.class).purchases(customer).stream()
                .filter(line -> line.orderNo().equals(orderNo)
                        && line.sku().equals(draft.sku().strip())
                        && Objects.equals(line.batch(), draft.batch()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        CustomerRows.purchase(tx, id, customer, draft).as("added", author);
        return tx.get(Purchase.KIND, id);
    }

    public Optional<Customer> find(UUID id) {
        return database.read(handle -> Rows.find(handle, Customer.KIND, id));
    }

    /// @throws java.util.NoSuchElementException if there is no such customer
    public Customer get(UUID id) {
        return find(id).orElseThrow();
    }

    /// @throws java.util.NoSuchElementException if there is no such customer
    public Profile profile(UUID id) {
        return database.read(handle -> {
            var store = handle.attach(CustomerStore.class);
            return new Profile(
                    Rows.find(handle, Customer.KIND, id).orElseThrow(),
                    store.numbers(id).stream().map(CustomerNumber::masked).toList(),
                    store.purchases(id));
        });
    }

    /// Says whom a number, its last digits, an order, a name or a reading may mean, in whatever form it is typed.
    public Recognition recognise(String input) {
        return database.read(handle -> new Recogniser(handle.attach(CustomerStore.class)).recognise(input));
    }

    /// Other customers with a number or the name of this one: maybe the same person.
    public List<Candidate> lookalikes(UUID id) {
        var customer = get(id);
        return database.read(handle -> new Recogniser(handle.attach(CustomerStore.class)).lookalikes(customer));
    }

    /// Gives the clear numbers and journals who saw them and why.
    public List<CustomerNumber> reveal(Actor by, UUID id, String reason) {
        by.require(SEEING);
        var why = CustomerRows.text(reason, "customer.problem.reason_missing");
        return database.write(tx -> {
            tx.get(Customer.KIND, id);
            tx.write(Reveal.KIND, ids.next())
                    .set("customer_id", id)
                    .set("reason", why)
                    .as("revealed", by.id());
            return tx.store(CustomerStore.class).numbers(id);
        });
    }
}
