package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.support.OfficeTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFilesTest extends OfficeTest {

    @TempDir
    private Path folder;

    private EvidenceFiles files;
    private Case subject;

    @BeforeEach
    void openCase() {
        files = office.evidence(folder.resolve("store/evidence"));
        subject = office.complaint(office.lin);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(folder.resolve("inbox")).resolve(name), content);
    }

    private UUID add(String name, byte... content) throws IOException {
        return files.add(office.lin, subject.id(), file(name, content));
    }

    private List<Evidence> evidence() {
        return office.complaints.view(subject.id()).evidence();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("store/evidence"))) {
            return all.toList();
        }
    }

    @Test
    void aFileIsKeptUnderTheHashOfItsContentWithTheNameTheCustomerGaveIt() throws Exception {
        var content = new byte[200_000];
        new Random(1).nextBytes(content);
        add("絮状 沉淀.JPG", content);

        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(evidence())
                .extracting(Evidence::sha256, Evidence::name, Evidence::mediaType, Evidence::bytes, Evidence::addedAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        hash, "絮状 沉淀.JPG", "image/jpeg", 200_000L, office.clock.instant()));
        assertThat(kept()).containsExactly(files.folder().path(hash));
        assertThat(files.folder().path(hash)).hasBinaryContent(content);
        assertThat(folder.resolve("inbox/絮状 沉淀.JPG")).as("the customer's own file").exists();
    }

    @Test
    void theSameContentIsKeptOnceHoweverItIsNamedAndWhoeverSentIt() throws IOException {
        add("a.png", (byte) 1, (byte) 2);
        add("b.pdf", (byte) 1, (byte) 2);
        subject = office.complaint(office.lin);
        add("c.mp4", (byte) 1, (byte) 2);

        assertThat(kept()).hasSize(1);
        assertThat(evidence()).extracting(Evidence::name, Evidence::mediaType)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("c.mp4", "video/mp4"));
    }

    @Test
    void theLargestFileThatIsTakenIsTwentyMegabytes() throws IOException {
        var large = folder.resolve("large.mp4");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(EvidenceFiles.MOST_BYTES);
            files.add(office.lin, subject.id(), large);
            file.setLength(EvidenceFiles.MOST_BYTES + 1);
        }
        assertThat(evidence()).extracting(Evidence::bytes).containsExactly(20L * 1024 * 1024);
        refused("complaint.problem.evidence_size", () -> files.add(office.lin, subject.id(), large));
        refused("complaint.problem.evidence_size", () -> add("empty.png"));
        assertThat(kept()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, image/jpeg", "a.jpeg, image/jpeg", "a.png, image/png", "a.webp, image/webp", "a.heic, image/heic",
        "a.gif, image/gif", "a.pdf, application/pdf", "a.txt, text/plain", "a.mp3, audio/mpeg", "a.m4a, audio/mp4",
        "a.wav, audio/wav", "a.mp4, video/mp4", "a.MOV, video/quicktime", "a.tar.png, image/png"
    })
    void pictureSoundFilmAndTextAreTaken(String name, String mediaType) throws IOException {
        add(name, (byte) 1);

        assertThat(evidence()).extracting(Evidence::mediaType).containsExactly(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.jpg.bat", "noending", "a.", "a.html", "a.svg", "jpg", ".png"})
    void whatCouldRunOrHasNoTypeIsNot(String name) {
        refused("complaint.problem.evidence_type", () -> add(name, (byte) 1));
        assertThat(evidence()).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrIsAFolderCannotBeRead() throws IOException {
        refused("complaint.problem.evidence_unreadable", () ->
                files.add(office.lin, subject.id(), folder.resolve("gone.png")));
        var pictures = Files.createDirectories(folder.resolve("pictures.png"));
        refused("complaint.problem.evidence_unreadable", () -> files.add(office.lin, subject.id(), pictures));
        Files.writeString(pictures.resolve("x"), "x");
        refused("complaint.problem.evidence_unreadable", () -> files.add(office.lin, subject.id(), pictures));
        if (Files.exists(folder.resolve("store/evidence"))) {
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayOnlyBeReadIsTakenAndNobodyElseMayReadTheCopy() throws IOException {
        var readOnly = file("a.png", new byte[] {1});
        assertThat(readOnly.toFile().setReadOnly()).isTrue();
        files.add(office.lin, subject.id(), readOnly);

        assertThat(kept()).hasSize(1).first().satisfies(copy -> assertThat(Files.getPosixFilePermissions(copy))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void removedEvidenceLeavesTheCaseButNotTheRecord() throws IOException {
        var id = add("a.png", (byte) 1);
        office.pass(5);
        files.remove(office.lin, id);

        assertThat(evidence()).isEmpty();
        assertThat(office.database.write(tx -> tx.get(Evidence.KIND, id)).removedAt()).isEqualTo(office.clock.instant());
        assertThat(kept()).hasSize(1);
        assertThat(acts(subject.id())).endsWith("evidence.added", "evidence.removed");
    }

    @Test
    void removingTwiceIsRemovingOnce() throws IOException {
        var id = add("a.png", (byte) 1);
        files.remove(office.lin, id);
        var before = entries();
        office.pass(1);
        files.remove(office.lin, id);

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aCaseThatEndedNeitherTakesNorLosesEvidence() throws IOException {
        var id = add("a.png", (byte) 1);
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");

        refused("cases.problem.not_open", () -> add("b.png", (byte) 2));
        refused("cases.problem.not_open", () -> files.remove(office.lin, id));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whoDoesNotServeCustomersHandlesNoEvidence() throws IOException {
        var id = add("a.png", (byte) 1);

        refused("people.problem.not_allowed", () -> files.add(office.admin, subject.id(), file("b.png", new byte[] {2})));
        refused("people.problem.not_allowed", () -> files.remove(office.admin, id));
    }
}
