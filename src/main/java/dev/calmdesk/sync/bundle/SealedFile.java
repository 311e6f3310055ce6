package dev.calmdesk.sync.bundle;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/// A file that only those can read or write who share a secret (ADR 0011): a header line, then gzip in chunks sealed
/// with AES-256-GCM under a key that the header takes part in. One changed, missing or added byte anywhere, and it is
/// refused.
public final class SealedFile {

    private static final int LONGEST_HEADER = 4096;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Header header;
    private final byte[] headerLine;

    private SealedFile(Path file, Header header, byte[] headerLine) {
        this.file = file;
        this.header = header;
        this.headerLine = headerLine;
    }

    static byte[] salt() {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /// What both sides know of a token or a code, of which the hub keeps no more than this.
    public static byte[] secret(String tokenOrCode) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tokenOrCode.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Writes what goes in.
    @FunctionalInterface
    public interface Filling {
        void into(OutputStream out) throws IOException;
    }

    /// Makes a file; it appears under its name when it is whole and on the disk.
    ///
    /// @throws Problem.Unavailable if it cannot be written
    public static void write(Path file, Header header, byte[] secret, Filling content) {
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                var line = Json.write(header).getBytes(StandardCharsets.UTF_8);
                out.write(line);
                out.write('\n');
                try (var gzip = new GZIPOutputStream(new Sealing(out, key(secret, header, line)))) {
                    content.into(gzip);
                }
            }
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.unavailable("sync.bundle.cannot_write", e, file);
        }
    }

    /// Reads the header.
    ///
    /// @throws Problem.Refused if it is no such file, or of a newer version
    /// @throws Problem.Unavailable if it cannot be read
    public static SealedFile of(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = headerLine(in);
            var header = line == null ? null : header(line);
            if (header == null) {
                throw Problem.refused("sync.bundle.not_one", file);
            } else if (header.version() > Header.VERSION) {
                throw Problem.refused("sync.bundle.newer", file);
            }
            return new SealedFile(file, header, line);
        } catch (IOException e) {
            throw Problem.unavailable("sync.bundle.cannot_read", e, file);
        }
    }

    private static byte @Nullable [] headerLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST_HEADER) {
                return null;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private static @Nullable Header header(byte[] line) {
        try {
            var header = Json.read(new String(line, StandardCharsets.UTF_8), Header.class);
            return header == null || header.calmdesk() == null || header.hub() == null || header.epoch() == null
                            || header.salt() == null
                    ? null
                    : header;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public Header header() {
        return header;
    }

    /// Whether this secret opens it and every byte is as it was written. Nothing in it may be believed before.
    public boolean isSoundWith(byte[] secret) {
        try (var in = sealed(secret)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (Opening.Broken e) {
            return false;
        } catch (IOException e) {
            throw Problem.unavailable("sync.bundle.cannot_read", e, file);
        }
    }

    /// Its content.
    public InputStream open(byte[] secret) throws IOException {
        return new GZIPInputStream(sealed(secret));
    }

    private InputStream sealed(byte[] secret) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(headerLine.length + 1);
        return new Opening(in, key(secret, header, headerLine));
    }

    /// The whole header takes part, so that none of it can be changed.
    private static SecretKey key(byte[] secret, Header header, byte[] headerLine) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey("AES", HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(header.salt())
                            .thenExpand(headerLine, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HKDF", e);
        }
    }
}
