package dev.calmdesk.sync.file;

import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.FilesAsked;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the hub lacks and fetches what this desk lacks, the newest first, one part a step: between two steps the
/// caller may do what is more urgent, or stop for good. A round that was cut off goes on where it was, also after a
/// restart, since both sides know what they have.
public final class FileRound {

    private static final Logger LOG = LoggerFactory.getLogger(FileRound.class);

    private final DeskFiles desk;
    private final FileHub hub;
    private final UUID epoch;
    private final Bandwidth bandwidth;
    private final Deque<Content> candidates = new ArrayDeque<>();
    private final Deque<Transfer> transfers = new ArrayDeque<>();
    private boolean hasBegun;
    private int sent;
    private int fetched;

    /// @param epoch which life of the hub
    public FileRound(DeskFiles desk, FileHub hub, UUID epoch, Bandwidth bandwidth) {
        this.desk = desk;
        this.hub = hub;
        this.epoch = epoch;
        this.bandwidth = bandwidth;
    }

    /// Files that arrived whole since the beginning.
    public record Moved(int sent, int fetched) {}

    public Moved moved() {
        return new Moved(sent, fetched);
    }

    private record Transfer(Content file, boolean isSending, long offset) {
        Transfer from(long next) {
            return new Transfer(file, isSending, next);
        }
    }

    /// Moves one part.
    ///
    /// @return how long to wait before the next step; empty if nothing is left to do now
    /// @throws Refusal if the hub does not serve this desk; this, or silence, leaves the same part for the next step
    /// @throws dev.calmdesk.base.Problem.Unavailable if the folder cannot be read or written
    public Optional<Duration> step() {
        try {
            if (transfers.isEmpty() && !plan()) {
                return Optional.empty();
            }
            var transfer = transfers.getFirst();
            var rest = moved(transfer);
            transfers.removeFirst();
            rest.ifPresent(transfers::addFirst);
            return Optional.of(bandwidth.pause());
        } catch (IOException e) {
            transfers.pollFirst(); // the others may do
            throw DeskFiles.unreadable(e);
        }
    }

    /// Finds the next files of which something can be moved; asks about many at once.
    ///
    /// @return whether there are any; the next call begins again then
    private boolean plan() throws IOException {
        if (!hasBegun) {
            candidates.addAll(desk.unsettled(epoch));
            hasBegun = true;
        }
        while (transfers.isEmpty() && !candidates.isEmpty()) {
            var asked = new ArrayList<Content>();
            while (asked.size() < FilesAsked.MOST && !candidates.isEmpty()) {
                asked.add(candidates.removeFirst());
            }
            var states = hub.states(asked.stream().map(Content::sha256).toList()).stream()
                    .collect(Collectors.toMap(FileState::sha256, Function.identity(), (one, same) -> one));
            var settled = new ArrayList<String>();
            for (var file : asked) {
                var state = states.getOrDefault(file.sha256(), new FileState(file.sha256(), 0, null));
                var isHere = desk.folder().has(file);
                if (isHere && state.isWhole()) {
                    settled.add(file.sha256());
                } else if (isHere) {
                    transfers.add(new Transfer(file, true, state.there()));
                } else if (state.isWhole()) {
                    transfers.add(new Transfer(file, false, desk.folder().received(file.sha256())));
                }
            }
            desk.lieOnHub(settled, epoch);
        }
        hasBegun = !transfers.isEmpty();
        return hasBegun;
    }

    /// @return what is left of it
    private Optional<Transfer> moved(Transfer transfer) throws IOException {
        try {
            return transfer.isSending() ? send(transfer) : fetch(transfer);
        } catch (Refusal refusal) {
            return afterRefusal(transfer, refusal);
        }
    }

    /// What concerns one file puts that file off until the next round; what concerns the desk ends the round.
    private Optional<Transfer> afterRefusal(Transfer transfer, Refusal refusal) throws IOException {
        var sha256 = transfer.file().sha256();
        return switch (refusal.code()) {
            case GAP -> Optional.of(transfer.from(refusal.expected()))
                    .filter(again -> again.offset() < transfer.offset()); // otherwise it asks for what is not there
            case UNKNOWN_FILE, WRONG_CONTENT, TOO_LARGE, MALFORMED -> {
                LOG.warn("File {} is put off: {}", sha256, refusal.getMessage());
                if (refusal.code() == Code.WRONG_CONTENT && !desk.folder().isSound(sha256)) {
                    desk.folder().setAside(sha256);
                }
                yield Optional.empty();
            }
            default -> throw refusal;
        };
    }

    private Optional<Transfer> send(Transfer transfer) throws IOException {
        var file = transfer.file();
        var content = desk.folder().read(file.sha256(), transfer.offset(), bandwidth.part());
        var state = hub.put(new FilePart(file.sha256(), transfer.offset(), file.bytes(), content));
        bandwidth.moved(content.length);
        if (state.isWhole()) {
            desk.lieOnHub(List.of(file.sha256()), epoch);
            sent++;
            return Optional.empty();
        }
        return Optional.of(transfer.from(state.there())).filter(next -> next.offset() > transfer.offset());
    }

    private Optional<Transfer> fetch(Transfer transfer) throws IOException {
        var file = transfer.file();
        var folder = desk.folder();
        if (transfer.offset() < file.bytes()) {
            var part = hub.get(file.sha256(), transfer.offset(), bandwidth.part());
            if (part.content().length == 0 || part.end() > file.bytes()) {
                LOG.warn("File {} is put off: the hub has another size of it", file.sha256());
                folder.forgetReceived(file.sha256());
                return Optional.empty();
            }
            bandwidth.moved(part.content().length);
            folder.receive(file.sha256(), part.content());
            if (part.end() < file.bytes()) {
                return Optional.of(transfer.from(part.end()));
            }
        }
        if (folder.finish(file.sha256())) {
            desk.came(file.sha256(), epoch);
            fetched++;
        } else {
            LOG.warn("File {} came damaged; it is fetched again", file.sha256());
        }
        return Optional.empty();
    }
}
