package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.WireEntry;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HubFilesTest {

    private static final String TEAM = "team-T1";

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database);
    private final HubFiles files = feed.files();
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final UUID lin = enrolled(TEAM);
    private final UUID chen = enrolled(TEAM);
    private final UUID stranger = enrolled("team-T9");
    private final byte[] content = content(700_000);
    private final String name = name(content);

    private UUID enrolled(String team) {
        var id = UUID.randomUUID();
        enrolment.redeem(enrolment.offer(team), id).orElseThrow();
        return id;
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String name(byte[] content) {
        return HexFormat.of().formatHex(ContentFolder.digest().digest(content));
    }

    /// An entry of this desk's that names a file.
    private UUID names(UUID desk, long seq, String file) {
        var evidence = UUID.randomUUID();
        feed.push(desk, new Push(feed.identity().epoch(), seq, List.of(new WireEntry(
                UUID.randomUUID(), TEAM, "evidence", 1, evidence, null, "added", UUID.randomUUID(), desk, seq, 0L, null,
                Map.of("sha256", Arrays.asList(null, file))))));
        return evidence;
    }

    private FilePart part(int from, int to) {
        return new FilePart(name, from, content.length, Arrays.copyOfRange(content, from, to));
    }

    private FileState state(UUID desk) {
        return files.states(desk, List.of(name)).getFirst();
    }

    private static Code refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private byte[] whole(UUID desk, int most) {
        var got = new ByteArrayOutputStream();
        while (got.size() < content.length) {
            var part = files.get(desk, name, got.size(), most);
            assertThat(part.size()).isEqualTo(content.length);
            assertThat(part.content()).hasSizeBetween(1, most);
            got.writeBytes(part.content());
        }
        return got.toByteArray();
    }

    private int rows(String table) {
        return database.read(
                handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
    }

    @Test
    void aFileThatCameInPartsIsReadInAnyParts() {
        names(lin, 1, name);
        assertThat(files.put(lin, part(0, 300_000))).isEqualTo(new FileState(name, 300_000, null));
        assertThat(state(lin)).isEqualTo(new FileState(name, 300_000, null));
        assertThat(refused(() -> files.get(chen, name, 0, 10))).isEqualTo(Code.UNKNOWN_FILE);

        assertThat(files.put(lin, part(300_000, 700_000))).isEqualTo(new FileState(name, 700_000, 700_000L));
        assertThat(state(chen).isWhole()).isTrue();
        assertThat(whole(chen, FilePart.MOST)).isEqualTo(content);
        assertThat(whole(chen, 77_777)).isEqualTo(content);
    }

    @Test
    void theSamePartAgainChangesNothingAndAnOverlapAddsWhatIsNew() {
        names(lin, 1, name);
        files.put(lin, part(0, 300_000));
        assertThat(files.put(lin, part(0, 300_000)).there()).isEqualTo(300_000);
        assertThat(files.put(lin, part(100_000, 200_000)).there()).isEqualTo(300_000);
        assertThat(files.put(lin, part(200_000, 500_000)).there()).isEqualTo(500_000);
        files.put(lin, part(500_000, 700_000));

        assertThat(files.put(lin, part(0, 300_000)).isWhole()).isTrue();
        assertThat(whole(lin, FilePart.MOST)).isEqualTo(content);
    }

    @Test
    void aPartThatLeavesSomethingOutIsRefusedWithWhereToGoOn() {
        names(lin, 1, name);
        files.put(lin, part(0, 300_000));

        var refusal = catchThrowableOfType(Refusal.class, () -> files.put(lin, part(300_001, 400_000)));
        assertThat(refusal.code()).isEqualTo(Code.GAP);
        assertThat(refusal.expected()).isEqualTo(300_000);
    }

    @Test
    void contentThatIsNotWhatTheNameSaysIsForgottenAndTheRightOneMayCome() {
        names(lin, 1, name);
        files.put(lin, part(0, 300_000));
        var wrong = new FilePart(name, 300_000, content.length, new byte[400_000]);
        assertThat(refused(() -> files.put(lin, wrong))).isEqualTo(Code.WRONG_CONTENT);
        assertThat(state(lin)).isEqualTo(new FileState(name, 0, null));
        assertThat(rows("file_part")).isZero();

        files.put(lin, part(0, 400_000));
        files.put(lin, part(400_000, 700_000));
        assertThat(whole(chen, FilePart.MOST)).isEqualTo(content);
    }

    @Test
    void whatOneDeskBeganNeverMixesWithWhatAnotherSends() {
        names(lin, 1, name);
        files.put(lin, new FilePart(name, 0, content.length, new byte[300_000]));
        assertThat(state(chen).there()).isZero();
        files.put(chen, part(0, 500_000));
        files.put(chen, part(500_000, 700_000));

        assertThat(whole(lin, FilePart.MOST)).isEqualTo(content);
        assertThat(files.put(lin, part(300_000, 400_000)).isWhole()).isTrue();
        assertThat(rows("file_part")).as("what the slower desk sent").isEqualTo(2);
    }

    @Test
    void nobodyTouchesAFileThatNothingTheyReadNames() {
        assertThat(refused(() -> files.put(lin, part(0, 10)))).isEqualTo(Code.UNKNOWN_FILE);
        names(lin, 1, name);
        files.put(lin, part(0, 500_000));
        files.put(lin, part(500_000, 700_000));

        assertThat(state(stranger)).as("looks like a file that nobody has").isEqualTo(new FileState(name, 0, null));
        assertThat(refused(() -> files.get(stranger, name, 0, 10))).isEqualTo(Code.UNKNOWN_FILE);
        assertThat(refused(() -> files.put(stranger, part(0, 10)))).isEqualTo(Code.UNKNOWN_FILE);
        enrolment.revoke(chen);
        assertThat(refused(() -> files.get(chen, name, 0, 10))).isEqualTo(Code.REVOKED);
        assertThat(refused(() -> files.put(chen, part(0, 10)))).isEqualTo(Code.REVOKED);
        assertThat(refused(() -> files.states(chen, List.of(name)))).isEqualTo(Code.REVOKED);
    }

    @Test
    void partsAndFilesThatAreTooLargeOrMakeNoSenseAreRefusedAndNothingIsKept() {
        names(lin, 1, name);
        var large = ContentFolder.MOST_BYTES + 1;
        assertThat(refused(() -> files.put(lin, new FilePart(name, 0, 1 << 20, new byte[FilePart.MOST + 1]))))
                .isEqualTo(Code.TOO_LARGE);
        assertThat(refused(() -> files.put(lin, new FilePart(name, 0, large, new byte[10])))).isEqualTo(Code.TOO_LARGE);
        assertThat(refused(() -> files.put(lin, new FilePart(name, 0, 5, new byte[10])))).isEqualTo(Code.MALFORMED);
        assertThat(refused(() -> files.put(lin, new FilePart(name, 0, 5, new byte[0])))).isEqualTo(Code.MALFORMED);
        assertThat(refused(() -> files.put(lin, new FilePart(name, -1, 5, new byte[1])))).isEqualTo(Code.MALFORMED);
        assertThat(rows("file_part")).isZero();
    }

    @Test
    void anErasedRecordTakesItsFileAlongUnlessAnotherRecordNamesIt() {
        var first = names(lin, 1, name);
        var second = names(lin, 2, name);
        files.put(lin, part(0, 500_000));
        files.put(lin, part(500_000, 700_000));
        database.write(handle -> {
            HubFiles.forget(handle, List.of(first));
            return null;
        });
        assertThat(whole(chen, FilePart.MOST)).isEqualTo(content);

        database.write(handle -> {
            HubFiles.forget(handle, List.of(second));
            return null;
        });
        assertThat(refused(() -> files.get(chen, name, 0, 10))).isEqualTo(Code.UNKNOWN_FILE);
        assertThat(rows("file_part") + rows("file") + rows("file_use")).isZero();
    }

    @Test
    void anEntryThatNamesNoHashNamesNoFile() {
        names(lin, 1, "../../etc/passwd");
        names(lin, 2, name.toUpperCase(java.util.Locale.ROOT));

        assertThat(rows("file_use")).isZero();
    }
}
