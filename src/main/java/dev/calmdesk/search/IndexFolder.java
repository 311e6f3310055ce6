package dev.calmdesk.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An index in a folder of its own. Each build has a folder below it; the file `current` names the one in use and is
/// replaced in one step. Folders no longer in use go when the next one is made (Windows keeps open files till then).
final class IndexFolder implements IndexPlace {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String POINTER = "current";
    private static final String PREFIX = "build-";

    private final Path folder;
    private @Nullable String newest;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Directory> current() throws IOException {
        var name = inUse();
        return name.isPresent() ? Optional.of(FSDirectory.open(folder.resolve(name.get()))) : Optional.empty();
    }

    private Optional<String> inUse() throws IOException {
        var pointer = folder.resolve(POINTER);
        if (!Files.isRegularFile(pointer)) {
            return Optional.empty();
        }
        var name = new String(Files.readAllBytes(pointer), StandardCharsets.ISO_8859_1).strip();
        return Optional.of(name)
                .filter(build -> build.matches(PREFIX + "[0-9a-f-]+"))
                .filter(build -> Files.isDirectory(folder.resolve(build)));
    }

    @Override
    public Directory fresh() throws IOException {
        Files.createDirectories(folder);
        var inUse = inUse();
        for (var build : builds()) {
            if (inUse.filter(build.getFileName().toString()::equals).isEmpty()) {
                delete(build);
            }
        }
        newest = PREFIX + UUID.randomUUID();
        return FSDirectory.open(folder.resolve(newest));
    }

    @Override
    public void adopt() throws IOException {
        if (newest == null) {
            throw new IllegalStateException("No fresh place was asked for");
        }
        var pointer = folder.resolve(POINTER);
        var written = folder.resolve(POINTER + ".tmp");
        Files.writeString(written, newest);
        Files.move(written, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void disown() throws IOException {
        Files.deleteIfExists(folder.resolve(POINTER));
    }

    private List<Path> builds() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
        }
    }

    private static void delete(Path build) {
        try (var files = Files.walk(build)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.info("The old index {} stays until the next time: {}", build.getFileName(), e.toString());
        }
    }
}
