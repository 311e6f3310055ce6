package dev.calmdesk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The articles of the demonstration pack as it is shipped.
public final class PackArticles {

    private static final String FOLDER = "/content/chensui/articles";

    private PackArticles() {}

    static List<Path> files() {
        try {
            var folder = Path.of(Objects.requireNonNull(PackArticles.class.getResource(FOLDER)).toURI());
            try (var files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Article read(Path file) {
        var lang = Objects.requireNonNull(Objects.requireNonNull(file.getParent()).getParent()).getFileName();
        try {
            return ArticleFile.read(lang + "/" + file.getFileName(), lang.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Article> all() {
        return files().stream().map(PackArticles::read).toList();
    }
}
