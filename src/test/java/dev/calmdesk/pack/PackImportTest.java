package dev.calmdesk.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Company;
import dev.calmdesk.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackImportTest {

    private final ManualClock clock = new ManualClock("2026-11-22T06:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledPack() throws IOException {
        var bundled = Path.of("src/main/resources/content/chensui");
        try (var files = Files.walk(bundled)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, folder.resolve(bundled.relativize(file))));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PackImport.Content run() {
        return PackImport.into(database, clock, ids).run(new PackFolder(folder));
    }

    private long entries() {
        return database.read(handle ->
                handle.createQuery("select count(*) from journal").mapTo(Long.class).one());
    }

    @Test
    void bringsWorkplaceDataProductsAndArticles() {
        var content = run();
        var workplace = new Workplace(database);

        assertThat(content.items()).isEqualTo((int) count("workplace_item"));
        assertThat(content.products()).isEqualTo((int) count("product"));
        assertThat(content.articles()).isEqualTo((int) count("article"));
        assertThat(workplace.all(Company.TOPIC).getFirst().currency()).isEqualTo("CNY");
        assertThat(new Catalogue(database).find("10442")).isPresent();
        assertThat(new Articles(database, clock, ids).get("oat-milk-sediment", "zh-CN")).isPresent();
    }

    private long count(String table) {
        return database.read(handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }

    @Test
    void theDeskItselfIsTheAuthor() {
        run();

        var authors = database.read(handle -> handle.createQuery("select distinct author from journal")
                .mapTo(UUID.class)
                .list());
        assertThat(authors).containsExactly(Actor.DESK.id());
    }

    @Test
    void theSamePackAgainWritesNothing() {
        run();
        var before = entries();
        clock.advance(Duration.ofDays(1));

        run();

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aChangedPackWritesOnlyWhatChanged() throws IOException {
        run();
        var before = entries();
        replace("closing-codes.yaml", "en: Accepted and carried out", "en: Agreed and carried out");

        run();

        assertThat(entries()).isEqualTo(before + 1);
    }

    private void replace(String file, String old, String fresh) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(old), fresh));
    }

    @Test
    void aFieldOfTheWrongKindIsNamedAndNothingIsWritten() throws IOException {
        replace("flows/complaint.yaml", "moments: [GREET", "moments: [HELLO");

        assertRefused("flows/complaint.yaml", "COMPLAINT.steps[1].moments[1]");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        replace("remedies.yaml", "name: {zh-CN: 退款, zh-TW: 退款, en: Refund}", "title: {zh-CN: 退款}");

        assertRefused("remedies.yaml", "REFUND.name");
    }

    @Test
    void aMissingCodeIsNamed() throws IOException {
        replace("departments.yaml", "- code: product", "- kode: product");

        assertRefused("departments.yaml", "[1].code");
    }

    @Test
    void anAmountThatIsNoneIsNamed() throws IOException {
        replace("authority.yaml", "amount: '300.00'", "amount: 'three hundred'");

        assertRefused("authority.yaml", "AGENT.amount");
    }

    @Test
    void aTimeZoneThatIsNoneIsNamed() throws IOException {
        replace("pack.yaml", "timeZone: Asia/Shanghai", "timeZone: Asia/Nowhere");

        assertRefused("pack.yaml", "timeZone");
    }

    @Test
    void anArticleFieldIsNamed() throws IOException {
        replace("articles/zh-CN/product/oat-milk-sediment.md", "kind: product", "kind: thing");

        assertRefused("articles/zh-CN/product/oat-milk-sediment.md", "kind");
    }

    @Test
    void aPriceIsNamed() throws IOException {
        replace("products.yaml", "price: '89.00'", "price: cheap");

        assertRefused("products.yaml", "[1].price");
    }

    @Test
    void aCodeThatStandsThereTwiceIsNamed() throws IOException {
        replace("void-reasons.yaml", "code: test", "code: duplicate");

        assertRefused("void-reasons.yaml", "void-reason/duplicate");
    }

    @Test
    void aFileThatIsNoYamlIsNamed() throws IOException {
        Files.writeString(folder.resolve("limits.yaml"), "- code: [unfinished");

        assertRefused("limits.yaml", "");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("severity.yaml"));

        assertRefused("severity.yaml", "");
    }

    @Test
    void aPackWithoutTheFlowOfComplaintsIsRefused() throws IOException {
        Files.delete(folder.resolve("flows/complaint.yaml"));

        assertRefused("flows/complaint.yaml", "");
    }

    @Test
    void aPackNeedsNoScenariosAndNorms() throws IOException {
        Files.delete(folder.resolve("norms.yaml"));
        try (var scenarios = Files.walk(folder.resolve("scenarios"))) {
            for (var file : scenarios.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        assertThat(run().items()).isPositive();
    }

    private void assertRefused(String file, String field) {
        assertThatThrownBy(this::run).isInstanceOfSatisfying(Problem.Refused.class, problem -> {
            var said = new Texts(java.util.Locale.ENGLISH).get(problem);
            assertThat(said).contains(file).contains(field);
        });
        assertThat(entries()).isZero();
    }
}
