package dev.calmdesk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Json;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final UUID AUTHOR = UUID.randomUUID();

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Catalogue catalogue = new Catalogue(database);
    private final List<ProductSheet> sheets = shipped();

    @BeforeEach
    void importPack() {
        database.writeDo(tx -> catalogue.put(tx, AUTHOR, sheets));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theShippedCatalogueIsReadWhole() {
        assertThat(catalogue.products()).hasSameSizeAs(sheets).isSortedAccordingTo((a, b) -> a.sku().compareTo(b.sku()));

        var oatMilk = catalogue.find("10442").orElseThrow();
        assertThat(oatMilk.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("晨穗燕麦奶");
        assertThat(oatMilk.name(Locale.forLanguageTag("zh-TW"))).isEqualTo("晨穗燕麥奶");
        assertThat(oatMilk.name(Locale.ENGLISH)).isEqualTo("Chensui Oat Milk");
        assertThat(oatMilk.spec(Locale.ENGLISH)).isEqualTo("1 L × 6");
        assertThat(oatMilk.priceMinor()).isEqualTo(8900);
        assertThat(oatMilk.shelfLifeDays()).isEqualTo(270);
        assertThat(oatMilk.aliases()).contains("燕麦奶", "麦奶");
        assertThat(oatMilk.allergens(Locale.ENGLISH)).contains("oats");
        assertThat(oatMilk.storage(Locale.SIMPLIFIED_CHINESE)).contains("冷藏");
        assertThat(catalogue.find("99999")).isEmpty();
    }

    @Test
    void aProductIsFoundByNumberNameAliasScriptAndSound() {
        for (var typed : List.of("10442", "晨穗燕麦奶", "燕麥奶", "燕麦奶", "麦奶", "oat milk", "OAT MILK", "Ｏat",
                "yanmainai", "ymn", "燕脉奶", "milk oat")) {
            assertThat(catalogue.search(typed)).as(typed).isNotEmpty();
            assertThat(catalogue.search(typed).getFirst().sku()).as(typed).isEqualTo("10442");
        }
        assertThat(catalogue.search("燕麦奶")).extracting(Product::sku).contains("10442", "10443");
        assertThat(catalogue.search("咖啡师 燕麦奶").getFirst().sku()).isEqualTo("10443");
        assertThat(catalogue.search("3021")).extracting(Product::sku).containsExactly("30210", "30211");
        assertThat(catalogue.search("  ")).isEqualTo(catalogue.products());
        assertThat(catalogue.search("冰箱")).isEmpty();
    }

    @Test
    void everyNameAndAliasLeadsToItsProduct() {
        for (var product : catalogue.products()) {
            for (var language : List.of("zh-CN", "zh-TW", "en")) {
                var name = product.name(Locale.forLanguageTag(language));
                assertThat(catalogue.search(name)).as(name).first().isEqualTo(product);
            }
            for (var alias : product.aliases()) {
                assertThat(catalogue.search(alias)).as(alias).contains(product);
            }
        }
    }

    @Test
    void aBatchIsFoundHoweverItsCodeIsTyped() {
        for (var typed : List.of("L260911-1", "l260911-1", " L260911 1 ", "l 2609 111", "Ｌ２６０９１１－１", "L260911—1")) {
            assertThat(catalogue.batch(typed)).as(typed).get().extracting(Batch::sku, Batch::code, Batch::bestBefore)
                    .containsExactly("10442", "L260911-1", "2027-06-08");
        }
        assertThat(catalogue.batch("L260911-9")).isEmpty();
        assertThat(catalogue.batch("")).isEmpty();
    }

    @Test
    void batchesOfAProductComeNewestFirst() {
        assertThat(catalogue.batches("10442"))
                .extracting(Batch::madeOn)
                .isNotEmpty()
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void oneCodeMayStandUnderTwoProducts() {
        var batch = List.of(new ProductSheet.BatchSheet("L260911-1", "2026-09-11", "2027-06-08", "HZ1"));
        var other = sheets.get(1);
        database.writeDo(tx -> catalogue.put(tx, AUTHOR, List.of(new ProductSheet(
                other.sku(), other.name(), other.line(), other.spec(), other.price(), other.ingredients(),
                other.allergens(), other.storage(), other.shelfLifeDays(), other.aliases(), batch))));

        assertThat(catalogue.batch("10442", "l260911-1").orElseThrow().sku()).isEqualTo("10442");
        assertThat(catalogue.batch(other.sku(), "l260911-1").orElseThrow().sku()).isEqualTo(other.sku());
    }

    @Test
    void importingTheSameAgainWritesNothingAndAChangeIsSeenAtOnce() {
        var product = catalogue.find("10442").orElseThrow();
        database.writeDo(tx -> catalogue.put(tx, AUTHOR, shipped()));
        var history = database.read(handle -> Journal.of(handle, product.id()));
        assertThat(history).hasSize(1);

        database.writeDo(tx -> tx.write(Product.KIND, product.id()).set("aliases", List.of("小白盒")).as("changed", AUTHOR));
        assertThat(catalogue.search("小白盒")).extracting(Product::sku).containsExactly("10442");
    }

    private static List<ProductSheet> shipped() {
        try (var file = Catalogue.class.getResourceAsStream("/content/chensui/products.yaml")) {
            var found = new ArrayList<ProductSheet>();
            new YAMLMapper().readTree(file).forEach(node -> found.add(Json.read(node.toString(), ProductSheet.class)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
