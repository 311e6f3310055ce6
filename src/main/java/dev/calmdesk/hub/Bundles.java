package dev.calmdesk.hub;

import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.bundle.DeskBundles;
import dev.calmdesk.sync.bundle.Header;
import dev.calmdesk.sync.bundle.Line;
import dev.calmdesk.sync.bundle.SealedFile;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.FileStates;
import dev.calmdesk.sync.wire.FilesAsked;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub's side of the stick: takes a desk's bundle through the same feed as the network, and answers it.
public final class Bundles {

    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

    private final Feed feed;
    private final Enrolment enrolment;

    public Bundles(Feed feed, Enrolment enrolment) {
        this.feed = feed;
        this.enrolment = enrolment;
    }

    /// What a bundle brought and what its answer takes along.
    public record Answered(String desk, int taken, int rejected, int entries, int files) {}

    /// Lets a desk in by a file.
    ///
    /// @return the code that opens it, to be told on another way than the file
    public String admit(Path file, String teamScope, boolean withHistory) {
        var code = enrolment.secret();
        var admission = enrolment.admitUnclaimed(teamScope, withHistory);
        var header = Header.of(Header.Content.ADMISSION, null, admission.hub(), admission.epoch());
        SealedFile.write(
                file, header, SealedFile.secret(code), out -> DeskBundles.put(out, Line.of(admission)));
        return code;
    }

    /// @throws Problem.Refused if the file is not a sound one of a desk of this hub; nothing was stored then
    /// @throws Refusal if the desk is not to be served
    public Answered answer(Path bundle, Path answer) {
        var sealed = SealedFile.of(bundle);
        DeskBundles.requireContent(sealed, bundle, Header.Content.BUNDLE);
        var hub = feed.identity();
        DeskBundles.requireSender(sealed, bundle, hub.hub(), hub.epoch());
        var desk = Optional.ofNullable(sealed.header().desk())
                .orElseThrow(() -> Problem.refused("sync.bundle.not_one", bundle));
        var secret = enrolment.bundleSecrets(desk).stream()
                .filter(sealed::isSoundWith)
                .findFirst()
                .orElseThrow(() -> Problem.refused("sync.bundle.damaged_or_unknown", bundle));
        var taking = new Taking(desk, secret);
        DeskBundles.read(sealed, secret, bundle, taking::take);
        var header = Header.of(Header.Content.ANSWER, desk, hub.hub(), hub.epoch());
        SealedFile.write(answer, header, secret, taking::answer);
        return taking.answered();
    }

    /// The taking in and answering of one bundle.
    private final class Taking {
        private final UUID desk;
        private final byte[] secret;
        private final List<Line.Answered> receipts = new ArrayList<>();
        private final Set<String> sent = new LinkedHashSet<>();
        private Line.Asked asked = new Line.Asked(0, java.util.Map.of(), List.of());
        private int entries;
        private int files;

        Taking(UUID desk, byte[] secret) {
            this.desk = desk;
            this.secret = secret;
        }

        Answered answered() {
            var all = receipts.stream().flatMap(some -> some.receipts().stream()).toList();
            var rejected = (int) all.stream().filter(receipt -> receipt.rejected() != null).count();
            return new Answered(feed.admitted(desk).code(), all.size() - rejected, rejected, entries, files);
        }

        void take(Line line) {
            if (line.asked() != null) {
                asked = line.asked();
                enrolment.claim(desk, secret, asked.lastSeq());
            } else if (line.push() != null) {
                receipts.add(new Line.Answered(line.push().from(), feed.push(desk, line.push())));
            } else if (line.part() != null) {
                part(line.part());
            }
        }

        /// A file that cannot be taken holds up nothing.
        private void part(FilePart part) {
            sent.add(part.sha256());
            try {
                feed.files().put(desk, part);
            } catch (Refusal refusal) {
                if (refusal.code() == Refusal.Code.REVOKED) {
                    throw refusal;
                }
                LOG.warn("File {} of a bundle is left out: {}", part.sha256(), refusal.getMessage());
            }
        }

        void answer(OutputStream out) throws IOException {
            for (var some : receipts) {
                DeskBundles.put(out, Line.of(some));
            }
            var wanted = new LinkedHashSet<>(asked.lacking());
            for (var scope : List.of(Scopes.COMPANY, feed.admitted(desk).teamScope())) {
                pages(out, scope, wanted);
            }
            wanted.removeAll(sent);
            files(out, wanted);
            for (var some : states(sent)) {
                DeskBundles.put(out, Line.of(new FileStates(some)));
            }
        }

        private void pages(OutputStream out, String scope, Set<String> wanted) throws IOException {
            var after = asked.cursors().getOrDefault(scope, 0L);
            while (true) {
                var page = feed.pull(desk, scope, feed.identity().epoch(), after);
                if (page.entries().isEmpty()) {
                    return;
                }
                DeskBundles.put(out, Line.of(page));
                entries += page.entries().size();
                page.entries().stream()
                        .filter(entry -> !entry.desk().equals(desk))
                        .forEach(entry -> HubFiles.named(entry).ifPresent(wanted::add));
                after = page.end();
            }
        }

        private void files(OutputStream out, Set<String> wanted) throws IOException {
            var left = DeskBundles.MOST_FILE_BYTES;
            for (var some : states(wanted)) {
                for (var state : some) {
                    if (state.isWhole() && state.there() <= left) {
                        file(out, state);
                        left -= state.there();
                        files++;
                    }
                }
            }
        }

        private void file(OutputStream out, FileState state) throws IOException {
            for (var offset = 0L; offset < state.there(); ) {
                var part = feed.files().get(desk, state.sha256(), offset, FilePart.MOST);
                DeskBundles.put(out, Line.of(part));
                offset = part.end();
            }
        }

        private List<List<FileState>> states(Set<String> names) {
            return names.stream()
                    .gather(Gatherers.windowFixed(FilesAsked.MOST))
                    .map(some -> feed.files().states(desk, some))
                    .toList();
        }
    }
}
