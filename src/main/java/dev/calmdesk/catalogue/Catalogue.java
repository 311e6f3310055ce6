package dev.calmdesk.catalogue;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Tx;
import dev.calmdesk.workplace.Localised;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// Knows what the company sells. The words to search by are derived once and kept until a product changes. Thread-safe.
public final class Catalogue {

    private final Database database;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Searchable searchable;

    /// @param asOf number of changes when it was read
    private record Searchable(ProductIndex index, int asOf) {}

    public Catalogue(Database database) {
        this.database = database;
        database.changes().on(Set.of(Product.KIND.name()), changes::incrementAndGet);
    }

    /// Adds or replaces products and their batches; what is not named stays. What is the same already is not written. Ids
    /// follow from the codes, so two desks that import one pack make one row.
    public void put(Tx tx, UUID author, Collection<ProductSheet> sheets) {
        for (var sheet : sheets) {
            putProduct(tx, author, sheet);
            sheet.batches().forEach(batch -> putBatch(tx, author, sheet.sku(), batch));
        }
    }

    private static void putProduct(Tx tx, UUID author, ProductSheet sheet) {
        tx.write(Product.KIND, idOf("product/" + sheet.sku()))
                .set("sku", sheet.sku())
                .set("name_texts", json(sheet.name()))
                .set("line", sheet.line())
                .set("spec_texts", json(sheet.spec()))
                .set("price_minor", sheet.priceMinor())
                .set("ingredients", sheet.ingredients())
                .set("allergen_texts", json(sheet.allergens()))
                .set("storage_texts", json(sheet.storage()))
                .set("shelf_life_days", sheet.shelfLifeDays())
                .set("aliases", sheet.aliases())
                .asWhenChanged("set", author);
    }

    /// Languages in one order, so that equal texts are equal in the store.
    private static String json(Localised texts) {
        return Json.write(new TreeMap<>(texts.texts()));
    }

    private static void putBatch(Tx tx, UUID author, String sku, ProductSheet.BatchSheet sheet) {
        tx.write(Batch.KIND, idOf("batch/" + sku + "/" + key(sheet.code())))
                .set("code", sheet.code())
                .set("sku", sku)
                .set("made_on", sheet.madeOn())
                .set("best_before", sheet.bestBefore())
                .set("plant", sheet.plant())
                .asWhenChanged("set", author);
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// All products, by number.
    public List<Product> products() {
        return index().search("");
    }

    public Optional<Product> find(String sku) {
        return products().stream().filter(product -> product.sku().equals(sku.strip())).findFirst();
    }

    /// Products by name, what customers call them, number, pinyin or its first letters; best first. All if the text is
    /// blank.
    public List<Product> search(String text) {
        return index().search(text);
    }

    private ProductIndex index() {
        var now = changes.get();
        var kept = searchable;
        if (kept == null || kept.asOf() != now) {
            kept = new Searchable(new ProductIndex(load()), now);
            searchable = kept;
        }
        return kept.index();
    }

    private List<Product> load() {
        return database.read(handle -> handle.createQuery("select * from product order by sku, id")
                .map(ConstructorMapper.of(Product.class))
                .list());
    }

    /// Batches of a product, newest first.
    public List<Batch> batches(String sku) {
        return database.read(handle -> handle.createQuery(
                        "select * from batch where sku = :sku order by made_on desc, code")
                .bind("sku", sku)
                .map(ConstructorMapper.of(Batch.class))
                .list());
    }

    /// The batch with a code, however it is typed. If several products were given one code, the newest batch; say the
    /// product if it is known.
    public Optional<Batch> batch(String code) {
        return byCode(code).stream().findFirst();
    }

    public Optional<Batch> batch(String sku, String code) {
        return byCode(code).stream().filter(batch -> batch.sku().equals(sku)).findFirst();
    }

    private List<Batch> byCode(String code) {
        return database.read(handle -> handle.createQuery(
                        "select * from batch where code_key = :key order by made_on desc, id")
                .bind("key", key(code))
                .map(ConstructorMapper.of(Batch.class))
                .list());
    }

    /// What equal codes have in common, however they are typed; the column `code_key` has the same.
    private static String key(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}\\-‐‑‒–—―−]", "");
    }
}
