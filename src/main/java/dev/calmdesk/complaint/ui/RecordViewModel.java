package dev.calmdesk.complaint.ui;

import dev.calmdesk.catalogue.Batch;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.CategoryWords;
import dev.calmdesk.fx.control.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What happened, with which product, what the customer wants; read back and acknowledged.
public final class RecordViewModel {

    static final String EVENT = "account.event";
    static final String SKU = "account.sku";
    static final String BATCH = "account.batch";
    static final String READ_BACK_TEXT = "account.read_back_text";
    static final String READ_BACK = "account.read_back";
    static final String ACKNOWLEDGED = "account.acknowledged";
    static final String ACKNOWLEDGEMENT = "account.acknowledgement";

    private static final String[] READ_BACK_FROM = {
        "account.happened_at", "account.place", "account.people", EVENT, "account.expectation", SKU, BATCH,
        "account.bought_from", "account.bought_on", "account.order_no", "account.storage", "account.sample_kept",
        "account.not_known", READ_BACK_TEXT
    };
    private static final int SHOWN_WORDS = 5;

    private final CaseInHand hand;
    private final EvidenceViewModel evidence;
    private final ReadOnlyStringWrapper recognised = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper batchNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper acknowledgedAt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper readBackAt = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changedSinceReadBack = new ReadOnlyBooleanWrapper();
    private final ObservableList<Option> productOffers = FXCollections.observableArrayList();
    private final ObservableList<Option> batchOffers = FXCollections.observableArrayList();
    private final ObservableList<String> sameBatch = FXCollections.observableArrayList();
    private String madeReadBack = "";

    RecordViewModel(CaseInHand hand) {
        this.hand = hand;
        this.evidence = new EvidenceViewModel(hand);
        hand.whenTyped(this::recognise, EVENT);
        hand.whenTyped(this::lookUpBatch, BATCH, SKU);
        hand.whenTyped(this::compareReadBack, READ_BACK_FROM);
        hand.field(ACKNOWLEDGED).subscribe((before, now) -> proposeAcknowledgement());
        hand.whenRead(read -> {
            recognise();
            lookUpBatch();
            compareReadBack();
            var account = read.view().account();
            acknowledgedAt.set(account.filter(Account::acknowledged)
                    .map(Account::acknowledgedAt)
                    .map(hand.when()::brief)
                    .orElse(""));
            readBackAt.set(account.filter(known -> known.readBack() != null)
                    .map(Account::readBackAt)
                    .map(hand.when()::brief)
                    .orElse(""));
        });
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    public EvidenceViewModel evidence() {
        return evidence;
    }

    /// Words of the event that categories know, joined by dots.
    public ReadOnlyStringProperty recognisedProperty() {
        return recognised.getReadOnlyProperty();
    }

    private void recognise() {
        if (hand.isRead()) {
            recognised.set(CategoryWords.in(hand.text(EVENT), hand.content().categories()).stream()
                    .flatMap(found -> found.words().stream())
                    .distinct()
                    .limit(SHOWN_WORDS)
                    .collect(Collectors.joining(" · ")));
        }
    }

    /// Quick answers to when it happened.
    public List<Option> happenedPicks() {
        return HappenedPicks.of(hand.when().now(), hand.when().zone(), hand.texts());
    }

    public void happened(Option pick) {
        hand.set("account.happened_at", pick.code());
    }

    public ObservableList<Option> productOffers() {
        return productOffers;
    }

    /// Offers products by name, alias, number or pinyin; all if nothing is typed.
    public void offerProducts(String typed) {
        hand.tools()
                .background()
                .latest(productOffers)
                .run("search products", () -> hand.services().catalogue().search(typed))
                .then(found -> productOffers.setAll(found.stream()
                        .map(product -> new Option(product.sku(), productLabel(product.sku())))
                        .toList()));
    }

    /// What the product field shows for a product number.
    public String productLabel(String sku) {
        return hand.isRead() ? ComplaintWords.joined(words().product(sku), sku) : sku;
    }

    public ObservableList<Option> batchOffers() {
        return batchOffers;
    }

    /// Offers the batches of the chosen product that fit what is typed.
    public void offerBatches(String typed) {
        var sku = hand.text(SKU);
        hand.tools()
                .background()
                .latest(batchOffers)
                .run("find batches", () -> hand.services().catalogue().batches(sku))
                .then(found -> batchOffers.setAll(found.stream()
                        .filter(batch -> batch.code().toUpperCase().contains(typed.strip().toUpperCase()))
                        .map(batch -> new Option(batch.code(), batchLabel(batch)))
                        .toList()));
    }

    private String batchLabel(Batch batch) {
        return hand.texts().get("complaint.record.batch_offer", batch.code(), batch.bestBefore());
    }

    private void lookUpBatch() {
        if (!hand.isRead()) {
            return;
        }
        var sku = hand.text(SKU);
        var code = hand.text(BATCH);
        var catalogue = hand.services().catalogue();
        hand.tools().background().latest(batchNote)
                .run("look up batch", () -> code.isEmpty()
                        ? Stream.<Batch>empty().findFirst()
                        : sku.isEmpty() ? catalogue.batch(code) : catalogue.batch(sku, code))
                .then(batch -> batchNote.set(batch.map(this::note).orElse("")));
        hand.tools().background().latest(sameBatch)
                .run("find complaints about the batch", () -> code.isEmpty()
                        ? List.<String>of()
                        : hand.services().complaints().sameBatch(code, hand.caseId()))
                .then(numbers -> {
                    if (!sameBatch.equals(numbers)) {
                        sameBatch.setAll(numbers);
                    }
                });
    }

    private String note(Batch batch) {
        var today = LocalDate.ofInstant(hand.when().now(), hand.when().zone());
        var isOver = LocalDate.parse(batch.bestBefore()).isBefore(today);
        var key = isOver ? "complaint.record.batch_over" : "complaint.record.batch_note";
        return hand.text(SKU).isEmpty()
                ? ComplaintWords.joined(words().productName(batch.sku()), hand.texts().get(key, batch.bestBefore()))
                : hand.texts().get(key, batch.bestBefore());
    }

    /// Best before, and whether it is over; empty for a batch that nobody knows.
    public ReadOnlyStringProperty batchNoteProperty() {
        return batchNote.getReadOnlyProperty();
    }

    /// Numbers of other complaints about this batch.
    public ObservableList<String> sameBatch() {
        return sameBatch;
    }

    /// The act of this step: makes the text that is read back from what stands in the form.
    public void readBack() {
        madeReadBack = ReadBackText.of(hand.form(), words());
        hand.set(READ_BACK_TEXT, madeReadBack);
        hand.clear(READ_BACK);
        compareReadBack();
    }

    private void compareReadBack() {
        if (hand.isRead()) {
            var shown = hand.text(READ_BACK_TEXT);
            var fresh = ReadBackText.of(hand.form(), words());
            var isOwnWording = !shown.equals(madeReadBack) && !madeReadBack.isEmpty() && fresh.equals(madeReadBack);
            changedSinceReadBack.set(!shown.isEmpty() && !shown.equals(fresh) && !isOwnWording);
        }
    }

    /// Whether the record says something else than what was read back.
    public ReadOnlyBooleanProperty changedSinceReadBackProperty() {
        return changedSinceReadBack.getReadOnlyProperty();
    }

    /// When the customer confirmed or corrected; empty before.
    public ReadOnlyStringProperty readBackAtProperty() {
        return readBackAt.getReadOnlyProperty();
    }

    /// When the customer was told that the complaint is taken on; empty before.
    public ReadOnlyStringProperty acknowledgedAtProperty() {
        return acknowledgedAt.getReadOnlyProperty();
    }

    private void proposeAcknowledgement() {
        if (hand.isTicked(ACKNOWLEDGED) && hand.isRead() && hand.text(ACKNOWLEDGEMENT).isEmpty()) {
            hand.set(ACKNOWLEDGEMENT, hand.texts().get(
                    "complaint.record.acknowledgement_text", hand.view().subject().number()));
            hand.set("account.acknowledged_via", hand.view().subject().channel().name());
        }
    }
}
