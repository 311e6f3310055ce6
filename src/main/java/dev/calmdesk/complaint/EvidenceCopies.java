package dev.calmdesk.complaint;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives files of evidence out of the store, under the names that customers gave them.
public final class EvidenceCopies {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCopies.class);

    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final int LONGEST = 100;

    private final EvidenceFiles files;

    public EvidenceCopies(EvidenceFiles files) {
        this.files = files;
    }

    /// A copy for another program to open; it stays until [#forget()]. The name may come from another desk, so it leads
    /// nowhere else and never to a program.
    ///
    /// @throws Problem.Refused if the file is not here yet, or is of no kept type
    public Path toOpen(Evidence evidence) {
        requireHere(evidence);
        if (EvidenceFiles.mediaType(name(evidence)).isEmpty()) {
            throw Problem.refused("complaint.problem.evidence_not_opened", evidence.name());
        }
        try {
            return files.folder().copyAs(evidence.sha256(), name(evidence));
        } catch (IOException e) {
            throw Problem.unavailable("complaint.problem.evidence_unreadable", e, evidence.name());
        }
    }

    /// Writes a file where a person wants it; what was there is replaced.
    ///
    /// @throws Problem.Refused if the file is not here yet
    public void save(Evidence evidence, Path target) {
        try {
            Files.copy(requireHere(evidence), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.unavailable("complaint.problem.evidence_not_saved", e, target);
        }
    }

    private Path requireHere(Evidence evidence) {
        return files.find(evidence)
                .orElseThrow(() -> Problem.refused("complaint.problem.evidence_not_here", evidence.name()));
    }

    /// The name of a file as every system takes it, with its ending.
    public static String name(Evidence evidence) {
        var name = UNFIT.matcher(evidence.name()).replaceAll("_").strip();
        return name.substring(Math.max(0, name.length() - LONGEST));
    }

    /// Removes the copies that were opened. One that another program holds goes the next time.
    public void forget() {
        try {
            files.folder().deleteCopies();
        } catch (IOException e) {
            LOG.warn("Copies of evidence stay until the next start", e);
        }
    }
}
