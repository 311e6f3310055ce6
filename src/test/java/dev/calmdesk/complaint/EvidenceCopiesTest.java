package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Problem;
import dev.calmdesk.support.OfficeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCopiesTest extends OfficeTest {

    @TempDir
    private Path folder;

    private EvidenceFiles files;
    private EvidenceCopies copies;
    private Evidence letter;

    @BeforeEach
    void addALetter() throws IOException {
        files = office.evidence(folder.resolve("store/evidence"));
        copies = new EvidenceCopies(files);
        var subject = office.complaint(office.lin);
        files.add(office.lin, subject.id(), Files.writeString(folder.resolve("letter.txt"), "please"));
        letter = office.complaints.view(subject.id()).evidence().getFirst();
    }

    /// As another desk may have named it.
    private Evidence named(String name) {
        return new Evidence(
                letter.id(), letter.caseId(), letter.sha256(), name, letter.mediaType(), letter.bytes(), letter.addedAt(),
                null);
    }

    @Test
    void whatOthersDoToACopyLeavesTheEvidenceAlone() throws IOException {
        var opened = copies.toOpen(letter);
        assertThat(opened).hasFileName("letter.txt").hasContent("please");

        Files.writeString(opened, "changed by another program");

        assertThat(files.isSound(letter)).isTrue();
        assertThat(copies.toOpen(letter)).as("opened again").hasContent("please");
    }

    @Test
    void aNameLeadsNowhereElse() {
        assertThat(copies.toOpen(named("../../../outside/let:ter.txt")))
                .startsWith(folder.resolve("store/evidence"))
                .hasFileName(".._.._.._outside_let_ter.txt");
        assertThat(copies.toOpen(named("x".repeat(300) + ".pdf")).getFileName().toString())
                .hasSizeLessThan(120)
                .endsWith(".pdf");
    }

    @Test
    void aProgramIsNotOpened() {
        for (var name : new String[] {"invoice.exe", "invoice.pdf.bat", "run", "..", ""}) {
            assertThatThrownBy(() -> copies.toOpen(named(name)))
                    .as(name)
                    .isInstanceOf(Problem.Refused.class)
                    .extracting("textKey")
                    .isEqualTo("complaint.problem.evidence_not_opened");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() {
        assertThatThrownBy(() -> copies.save(letter, folder.resolve("nowhere/letter.txt")))
                .isInstanceOf(Problem.Unavailable.class)
                .extracting("textKey")
                .isEqualTo("complaint.problem.evidence_not_saved");
    }

    @Test
    void copiesGoAndTheEvidenceStays() {
        var opened = copies.toOpen(letter);

        copies.forget();

        assertThat(opened).doesNotExist();
        assertThat(opened.getParent()).doesNotExist();
        assertThat(files.isSound(letter)).isTrue();
        copies.forget();
    }
}
