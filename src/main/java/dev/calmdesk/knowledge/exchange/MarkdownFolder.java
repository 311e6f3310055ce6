package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Articles as a folder of Markdown files: `zh-CN/faq/delivery-late.md`. The language is what a file says, else the first
/// folder on the way to it that is called like a language.
final class MarkdownFolder {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    private static final long MOST_BYTES = 2 << 20;

    private MarkdownFolder() {}

    static Sheet read(Path folder, Headings headings) {
        var lines = new ArrayList<Line>();
        var unreadable = new ArrayList<Sheet.Unreadable>();
        var unknown = new TreeSet<String>();
        var real = real(folder);
        for (var path : files(folder)) {
            var file = folder.relativize(path).toString().replace('\\', '/');
            try {
                var read = FrontMatter.read(file, text(file, path), headings);
                unknown.addAll(read.unknownFields());
                var cells = new EnumMap<>(read.cells());
                if (cells.get(Column.LANG).isBlank()) {
                    cells.put(Column.LANG, language(folder, path).orElse(""));
                }
                var pictures = new FolderPictures(real, real.resolve(file));
                cells.computeIfPresent(Column.DETAIL, (column, detail) -> pictures.taken(detail));
                lines.add(new Line(file, 0, cells, pictures.found(), pictures.flaws()));
            } catch (Problem problem) {
                unreadable.add(new Sheet.Unreadable(file, problem));
            }
        }
        return new Sheet(lines, unreadable, List.copyOf(unknown));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.import.problem.unreadable", e, folder.toString());
        }
    }

    private static List<Path> files(Path folder) {
        try (var found = Files.walk(folder)) {
            var files = found.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".md"))
                    .filter(Files::isRegularFile)
                    .limit(Sheet.MOST_LINES + 1L)
                    .sorted()
                    .toList();
            var name = folder.toAbsolutePath().normalize().getFileName();
            if (files.isEmpty()) {
                throw Problem.refused("knowledge.import.problem.no_files", String.valueOf(name));
            } else if (files.size() > Sheet.MOST_LINES) {
                throw Problem.refused("knowledge.import.problem.too_many", String.valueOf(name), Sheet.MOST_LINES);
            }
            return files;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Problem.unavailable("knowledge.import.problem.unreadable", e, folder.toString());
        }
    }

    private static String text(String file, Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw Problem.refused("knowledge.import.problem.too_large", file, MOST_BYTES >> 20);
            }
            return TextBytes.read(file, Files.readAllBytes(path));
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.import.problem.unreadable", e, file);
        }
    }

    private static Optional<String> language(Path folder, Path file) {
        var below = StreamSupport.stream(folder.relativize(file).spliterator(), false);
        var itself = Stream.ofNullable(folder.toAbsolutePath().normalize().getFileName());
        return Stream.concat(below, itself)
                .map(Path::toString)
                .filter(name -> LANGUAGE.matcher(name).matches())
                .findFirst();
    }

    /// Pictures lie in `pictures` beside the languages; one that is not here yet is still referred to.
    static void write(List<Article> articles, Pictures pictures, Path folder) throws IOException {
        for (var article : articles) {
            var file = folder.resolve(article.lang())
                    .resolve(article.kind().name().toLowerCase(Locale.ROOT))
                    .resolve(FileName.of(article.code()) + ".md");
            Files.createDirectories(file.getParent());
            var shown = new ArrayList<Pictures.Kept>();
            var detail = PictureLinks.renamed(article.detail(), name -> pictures.find(name)
                    .map(kept -> {
                        shown.add(kept);
                        return "../../pictures/" + kept.name();
                    })
                    .orElse(name));
            Files.writeString(file, FrontMatter.write(article, detail));
            for (var kept : shown) {
                var copy = folder.resolve("pictures").resolve(kept.name());
                Files.createDirectories(copy.getParent());
                Files.copy(kept.file(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
