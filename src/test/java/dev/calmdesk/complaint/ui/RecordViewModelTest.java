package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.fx.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordViewModelTest {

    @TempDir
    Path folder;

    private ComplaintDesk desk;
    private RecordViewModel record;

    @BeforeEach
    void open() {
        desk = new ComplaintDesk(folder).soothed();
        record = desk.model.record();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private Account account() {
        return desk.office.complaints.view(desk.subject.id()).account().orElseThrow();
    }

    @Test
    void productsAreFoundByPinyinAndAlias() {
        record.offerProducts("ymn");
        assertThat(record.productOffers()).extracting(Option::code).containsExactly("10442");
        record.offerProducts("植物");
        assertThat(record.productOffers()).hasSize(1);
        record.offerProducts("洗衣");
        assertThat(record.productOffers()).isEmpty();
        assertThat(record.productLabel("10442")).isEqualTo("晨穗燕麦奶 1L×6 盒 · 10442");
    }

    @Test
    void theChosenProductOffersItsBatches() {
        desk.type("account.sku", "10442");
        record.offerBatches("l2609");

        assertThat(record.batchOffers()).extracting(Option::code).containsExactly("L260930-2", "L260911-1");
        assertThat(record.batchOffers().getLast().label()).isEqualTo("L260911-1 · 保质期至 2027-06-08");
    }

    @Test
    void aBatchTellsItsBestBeforeAndWhoElseComplained() {
        desk.others("L260911-1", 2);
        desk.type("account.batch", "l260911-1");

        assertThat(record.batchNoteProperty().get()).isEqualTo("晨穗燕麦奶 · 保质期至 2027-06-08");
        assertThat(record.sameBatch()).hasSize(2).allMatch(number -> number.startsWith("C-261122-"));

        desk.type("account.batch", "L251220-1");
        assertThat(record.batchNoteProperty().get()).contains("已过保质期");

        desk.type("account.batch", "");
        assertThat(record.sameBatch()).isEmpty();
        assertThat(record.batchNoteProperty().get()).isEmpty();
    }

    @Test
    void quickPicksWriteTheDate() {
        record.happened(record.happenedPicks().getFirst());
        assertThat(desk.typed("account.happened_at")).isEqualTo("11-22 14:24 左右");

        record.happened(record.happenedPicks().get(2));
        assertThat(desk.typed("account.happened_at")).isEqualTo("11-21 晚上");
    }

    @Test
    void wordsOfTheEventAreRecognised() {
        desk.type("account.event", "打开闻着发酸，有絮状沉淀，喝完肚子不舒服");

        assertThat(record.recognisedProperty().get()).contains("发酸", "絮状", "沉淀", "肚子不舒服");
        assertThat(desk.model.unwellProperty().get()).isTrue();

        desk.model.noteDiscomfort();
        assertThat(desk.typed("assessment.harm")).isEqualTo("discomfort");
    }

    @Test
    void theReadBackIsMadeFromTheRecordAndGoesStaleWithIt() {
        desk.type(Map.of("account.event", "味道发酸。", "account.sku", "10442", "account.not_known", "account.batch"));
        record.readBack();

        assertThat(desk.typed(RecordViewModel.READ_BACK_TEXT)).isEqualTo("经过：味道发酸。产品是晨穗燕麦奶。");
        assertThat(record.changedSinceReadBackProperty().get()).isFalse();

        desk.type("account.expectation", "退款");
        assertThat(record.changedSinceReadBackProperty().get()).isTrue();

        record.readBack();
        assertThat(record.changedSinceReadBackProperty().get()).isFalse();
        assertThat(desk.typed(RecordViewModel.READ_BACK_TEXT)).endsWith("您希望：退款。");
    }

    @Test
    void ownWordingOfTheReadBackIsNoChangeOfTheRecord() {
        desk.type("account.event", "味道发酸");
        record.readBack();
        desk.type(RecordViewModel.READ_BACK_TEXT, "您说味道发酸，对吗？");

        assertThat(record.changedSinceReadBackProperty().get()).isFalse();
    }

    @Test
    void acknowledgementAndReadBackHaveTheTimeAtWhichTheyHappened() {
        desk.type("account.event", "味道发酸");
        desk.type("account.acknowledged", "true");
        desk.pass(5);
        desk.type("account.read_back", "CONFIRMED");
        desk.pass(20);

        assertThat(account().acknowledgedAt()).isEqualTo(Instant.parse("2026-11-22T06:24:00Z"));
        assertThat(account().readBackAt()).isEqualTo(Instant.parse("2026-11-22T06:29:00Z"));
        assertThat(account().doneAt()).isNull();
        assertThat(record.acknowledgedAtProperty().get()).isEqualTo("14:24");
        assertThat(desk.typed(RecordViewModel.ACKNOWLEDGEMENT)).contains(desk.subject.number());
        assertThat(account().acknowledgedVia()).isNotNull();
    }

    @Test
    void whatIsNotKnownNeedsNoWords() {
        desk.type(Map.of(
                "account.event", "味道发酸", "account.not_known",
                "account.happened_at,account.place,account.people,account.expectation,account.sku,account.batch,account.bought_from"));
        desk.model.finish();

        assertThat(desk.model.missing()).extracting(Point::field)
                .containsExactly("account.read_back", "account.acknowledged");
        assertThat(desk.model.steps().get(1).subtitle()).isEqualTo("要素 5/5");
    }

    @Test
    void evidenceIsKeptByContentAndTakenOffAgain() throws IOException {
        desk.evidence("瓶身照片.jpg", 2048);
        desk.chosenFiles.add(Files.writeString(folder.resolve("聊天记录.txt"), "……"));
        record.evidence().choose();

        assertThat(record.evidence().items()).extracting(EvidenceViewModel.Item::name)
                .containsExactly("瓶身照片.jpg", "聊天记录.txt");
        assertThat(record.evidence().items().getFirst().size()).isEqualTo("2 KB");

        record.evidence().open(record.evidence().items().getLast());
        assertThat(desk.viewed).singleElement().satisfies(file ->
                assertThat(file).hasFileName("聊天记录.txt").hasContent("……"));

        record.evidence().remove(record.evidence().items().getFirst().id());
        assertThat(record.evidence().items()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeKeptDoesNotKeepTheOthersOut() throws IOException {
        var program = Files.writeString(folder.resolve("setup.exe"), "x");
        var empty = Files.createFile(folder.resolve("空.jpg"));
        var good = Files.writeString(folder.resolve("小票.pdf"), "x");
        record.evidence().add(List.of(program, empty, good));

        assertThat(record.evidence().items()).extracting(EvidenceViewModel.Item::name).containsExactly("小票.pdf");
        assertThat(desk.said()).containsExactly("complaint.problem.evidence_type", "complaint.problem.evidence_size");
    }
}
