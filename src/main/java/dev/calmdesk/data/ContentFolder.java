package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A folder of files that are named by the SHA-256 of their content. A file appears under its name in one step, whole and
/// forced to the disk, or not at all.
public final class ContentFolder {

    /// The largest file that is taken.
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 16;
    private static final String COPIES = ".copies";

    private final Path folder;

    /// What a file is called, and how large it is.
    public record Content(String sha256, long bytes) {}

    /// @param folder made when the first file comes
    public ContentFolder(Path folder) {
        this.folder = folder;
    }

    /// Whether a text can name a file: others come from outside and might lead out of the folder.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Where a content lies, or will.
    public Path path(String sha256) {
        if (!isName(sha256)) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256);
    }

    /// Whether a file of this name and size is here. Its content is not read.
    public boolean has(Content content) {
        try {
            return isName(content.sha256()) && Files.size(path(content.sha256())) == content.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    /// What is here, by name.
    public Set<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(ContentFolder::isName)
                    .collect(Collectors.toSet());
        }
    }

    /// Copies a file into the folder.
    ///
    /// @return its name
    public String keep(Path file) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "incoming", "");
        try {
            copy(file, fresh);
            var hash = sha256(fresh);
            if (!isSound(hash)) {
                appear(fresh, hash);
            }
            return hash;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Only the content: the file of somebody who may just read it would give a copy that we cannot force to the disk.
    private static void copy(Path file, Path fresh) throws IOException {
        try (var out = Files.newOutputStream(fresh)) {
            Files.copy(file, out);
        }
    }

    private void appear(Path whole, String sha256) throws IOException {
        try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(whole, path(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        StoreFiles.force(folder);
    }

    /// Reads a part of a file.
    ///
    /// @return shorter than asked for at the end
    public byte[] read(String sha256, long offset, int length) throws IOException {
        try (var channel = FileChannel.open(path(sha256), StandardOpenOption.READ)) {
            var part = ByteBuffer.allocate((int) Math.clamp(channel.size() - offset, 0, length));
            while (part.hasRemaining() && channel.read(part, offset + part.position()) >= 0) {
                // a channel may give less than was asked for
            }
            return part.array();
        }
    }

    /// How many bytes have come of a file that is not whole yet; also after a restart.
    public long received(String sha256) throws IOException {
        var part = part(sha256);
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// Adds what follows the bytes that came.
    public void receive(String sha256, byte[] more) throws IOException {
        Files.createDirectories(folder);
        Files.write(part(sha256), more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// All bytes came: the file appears, unless its content is not what its name says. Then nothing of it is kept.
    ///
    /// @return whether it appeared
    public boolean finish(String sha256) throws IOException {
        var part = part(sha256);
        if (sha256(part).equals(sha256)) {
            appear(part, sha256);
            return true;
        }
        Files.delete(part);
        return false;
    }

    /// Deletes a file, and what of it came, was set aside or copied.
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
        Files.deleteIfExists(part(sha256));
        Files.deleteIfExists(damaged(sha256));
        deleteCopies();
    }

    /// Begins a file again.
    public void forgetReceived(String sha256) throws IOException {
        Files.deleteIfExists(part(sha256));
    }

    private Path part(String sha256) {
        return path(sha256).resolveSibling(sha256 + ".part");
    }

    /// Whether a file is here and has the content that its name says.
    public boolean isSound(String sha256) throws IOException {
        return Files.exists(path(sha256)) && sha256(path(sha256)).equals(sha256);
    }

    /// Takes the name off a file whose content is not what the name says, so that the right one can come. The bytes stay
    /// for whoever wants to save something of them.
    public void setAside(String sha256) throws IOException {
        Files.move(path(sha256), damaged(sha256), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path damaged(String sha256) {
        return path(sha256).resolveSibling(sha256 + ".damaged");
    }

    /// A copy under a name that says what it is, for programs that know files by their ending. It goes with
    /// [#deleteCopies()].
    ///
    /// @param name without folders
    public Path copyAs(String sha256, String name) throws IOException {
        var copies = Files.createDirectories(path(sha256).resolveSibling(sha256 + COPIES));
        return Files.copy(path(sha256), copies.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public void deleteCopies() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(folder, "*" + COPIES)) {
            for (var copies : folders) {
                try (var files = Files.newDirectoryStream(copies)) {
                    for (var file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(copies);
            }
        }
    }

    /// The content of this name if it is here and can be read.
    public Optional<Path> find(Content content) {
        return has(content) ? Optional.of(path(content.sha256())) : Optional.empty();
    }

    /// A digest of this kind, for whoever counts along.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = digest();
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
