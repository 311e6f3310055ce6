package dev.calmdesk.app.check;

import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.data.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Every file that a case names is there and still has its content.
final class EvidenceRule {

    private final Handle handle;
    private final EvidenceFiles files;

    EvidenceRule(Handle handle, EvidenceFiles files) {
        this.handle = handle;
        this.files = files;
    }

    void judge(List<Finding> findings) {
        for (var evidence : Rows.all(handle, Evidence.KIND)) {
            var file = files.path(evidence.sha256());
            if (!Files.isReadable(file)) {
                findings.add(new Finding("evidence.missing", evidence.caseId().toString(), evidence.sha256()));
            } else if (!sha256(file).equals(evidence.sha256())) {
                findings.add(new Finding("evidence.changed", evidence.caseId().toString(), evidence.sha256()));
            }
        }
    }

    private static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
