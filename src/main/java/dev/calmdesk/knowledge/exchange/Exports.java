package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes articles to files, in every state, so that importing them again changes nothing.
public final class Exports {

    private final Articles articles;
    private final Pictures pictures;

    public Exports(Articles articles, Pictures pictures) {
        this.articles = articles;
        this.pictures = pictures;
    }

    /// @param path a file that is replaced, or for Markdown a folder that is empty or not there yet
    /// @param lang language tag; null for all languages
    /// @return how many articles were written
    /// @throws Problem.Refused if there is none, or the folder holds something
    /// @throws Problem.Unavailable if it cannot be written
    public int write(Path path, Format format, @Nullable String lang, Headings headings) {
        var chosen = articles.all(lang);
        if (chosen.isEmpty()) {
            throw Problem.refused("knowledge.export.problem.none");
        }
        try {
            if (format == Format.MD) {
                requireEmpty(path);
                MarkdownFolder.write(chosen, pictures, path);
            } else {
                writeFile(path, format, chosen, headings);
            }
            return chosen.size();
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.export.problem.unwritable", e, path.toString());
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var inside = Files.newDirectoryStream(folder)) {
                if (inside.iterator().hasNext()) {
                    throw Problem.refused("knowledge.export.problem.not_empty", folder.toString());
                }
            }
        }
    }

    /// The file appears whole or not at all.
    private static void writeFile(Path file, Format format, List<Article> chosen, Headings headings) throws IOException {
        var cells = chosen.stream().map(headings.cells()).toList();
        var fresh = file.resolveSibling("." + file.getFileName() + ".part"); // not private, as a temporary file would be
        try {
            if (format == Format.CSV) {
                Files.writeString(fresh, CsvFile.write(Sheet.rows(cells, headings, Integer.MAX_VALUE)));
            } else {
                try (var out = Files.newOutputStream(fresh)) {
                    XlsxFile.write(Sheet.rows(cells, headings, XlsxFile.ROOM), out);
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
