package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.EvidenceCopies;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.fx.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files that prove something.
public final class EvidenceViewModel {

    private static final long KILO = 1024;

    private final CaseInHand hand;
    private final ObservableList<Item> items = FXCollections.observableArrayList();

    /// @param isNotHere whether the hub has yet to bring it
    /// @param size as it is shown, such as `1.2 MB`; also says if the file is not here yet
    public record Item(Evidence evidence, boolean isNotHere, String size) {

        UUID id() {
            return evidence.id();
        }

        public String name() {
            return evidence.name();
        }
    }

    EvidenceViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenRead(read -> items.setAll(read.view().evidence().stream()
                .map(evidence -> item(evidence, read.notHere().contains(evidence.id())))
                .toList()));
    }

    private Item item(Evidence evidence, boolean isNotHere) {
        var size = size(evidence.bytes());
        return new Item(
                evidence, isNotHere, isNotHere ? size + " · " + hand.texts().get("complaint.evidence.not_here") : size);
    }

    private String size(long bytes) {
        return bytes < KILO * KILO
                ? hand.texts().get("complaint.evidence.kilobytes", Math.max(1, bytes / KILO))
                : hand.texts().get("complaint.evidence.megabytes", bytes / (double) (KILO * KILO));
    }

    public ObservableList<Item> items() {
        return items;
    }

    /// The largest file that is taken, in megabytes.
    public long mostMegabytes() {
        return EvidenceFiles.MOST_BYTES / (KILO * KILO);
    }

    /// Lets the person choose files.
    public void choose() {
        add(hand.tools().files().open(
                "complaint.evidence.choose",
                FileChoice.Type.of(
                        "complaint.evidence.files", "jpg", "jpeg", "png", "webp", "heic", "gif", "pdf", "txt", "mp3", "m4a",
                        "wav", "mp4", "mov")));
    }

    /// Adds files, chosen or dropped; one that cannot be kept does not keep the others out.
    public void add(List<Path> files) {
        files.forEach(file -> hand.act(
                "add evidence", () -> hand.services().evidence().add(hand.actor(), hand.caseId(), file)));
    }

    /// Shows a file in the program that this computer has for it.
    public void open(Item item) {
        hand.act("open evidence", () -> hand.tools().viewer().show(
                new EvidenceCopies(hand.services().evidence()).toOpen(item.evidence())));
    }

    public void remove(UUID id) {
        hand.act("remove evidence", () -> hand.services().evidence().remove(hand.actor(), id));
    }
}
