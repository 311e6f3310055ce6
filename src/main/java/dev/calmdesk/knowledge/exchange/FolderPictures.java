package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.knowledge.PictureType;
import dev.calmdesk.knowledge.Pictures;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The pictures beside one Markdown file of a folder: names them by their content, and says what cannot be kept.
final class FolderPictures {

    private final Path folder;
    private final Path file;
    private final Map<String, Path> found = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    /// @param folder a real path, out of which nothing is read
    /// @param file in it
    FolderPictures(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /// The text with references instead of file names.
    String taken(String markdown) {
        return PictureLinks.renamed(markdown, this::reference);
    }

    /// By hash.
    Map<String, Path> found() {
        return found;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    private String reference(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            flaws.add(Flaw.of(Column.DETAIL, "knowledge.import.flaw.picture_inline"));
        } else if (!lower.matches("[a-z][a-z0-9+.-]+:.*")) {
            return path(name).map(path -> kept(name, path)).orElseGet(() -> {
                flaws.add(Flaw.of(Column.DETAIL, "knowledge.import.flaw.picture_missing", name));
                return name;
            });
        }
        return name;
    }

    private Optional<Path> path(String name) {
        return Stream.of(name, URLDecoder.decode(name.replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8))
                .flatMap(this::beside)
                .filter(path -> path.startsWith(folder) && Files.isRegularFile(path))
                .findFirst();
    }

    private Stream<Path> beside(String name) {
        try {
            return Stream.of(file.resolveSibling(name).toRealPath());
        } catch (InvalidPathException | IOException e) {
            return Stream.empty();
        }
    }

    private String kept(String name, Path path) {
        try {
            if (Files.size(path) > Pictures.MOST_BYTES) {
                flaws.add(Flaw.of(Column.DETAIL, "knowledge.import.flaw.picture_large", name, Pictures.MOST_BYTES >> 10));
                return name;
            }
            var content = Files.readAllBytes(path);
            var type = PictureType.of(content);
            if (type.isEmpty()) {
                flaws.add(Flaw.of(Column.DETAIL, "knowledge.import.flaw.picture_type", name));
                return name;
            }
            var hash = HexFormat.of().formatHex(ContentFolder.digest().digest(content));
            found.put(hash, path);
            return Pictures.reference(hash, type.get());
        } catch (IOException e) {
            flaws.add(Flaw.of(Column.DETAIL, "knowledge.import.flaw.picture_missing", name));
            return name;
        }
    }
}
