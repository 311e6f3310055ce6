package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.people.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes articles in from files: looks first, writes when told to, all in one transaction.
public final class Imports {

    private static final long MOST_BYTES = 100L << 20;

    private final Database database;
    private final Articles articles;
    private final Pictures pictures;
    private final InstantSource clock;

    public Imports(Database database, Articles articles, Pictures pictures, InstantSource clock) {
        this.database = database;
        this.articles = articles;
        this.pictures = pictures;
        this.clock = clock;
    }

    /// Reads a folder or file and says what would become of each article. Writes nothing.
    ///
    /// @throws Problem.Refused if it cannot be read as a whole
    public Plan plan(Path path, Headings headings) {
        var sheet = read(path, headings);
        var known = articles.all(null).stream().collect(Collectors.toMap(Plan.Key::of, Function.identity()));
        return Plan.of(sheet, known, headings, clock.instant());
    }

    private static Sheet read(Path path, Headings headings) {
        var format = Format.of(path);
        if (format == Format.MD) {
            return MarkdownFolder.read(path, headings);
        }
        var name = path.getFileName().toString();
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw Problem.refused("knowledge.import.problem.too_large", name, MOST_BYTES >> 20);
            }
            return format == Format.CSV
                    ? CsvFile.read(name, Files.readAllBytes(path), headings)
                    : XlsxFile.read(name, path, headings);
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.import.problem.unreadable", e, name);
        }
    }

    /// Writes what the plan says.
    ///
    /// @param onlyGood whether the articles that are not refused are written although others are
    /// @return how many were written
    /// @throws Problem.Refused if some are refused and the others were not asked for, or somebody changed one of the
    ///     articles since the plan was made; nothing is written then
    /// @throws Problem.NotAllowed unless by someone who owns the knowledge base
    public int carryOut(Actor by, Plan plan, boolean onlyGood) {
        Articles.requireOwner(by);
        var refused = plan.count(Plan.Fate.REFUSED);
        if (refused > 0 && !onlyGood) {
            throw Problem.refused("knowledge.import.problem.some_refused", refused);
        }
        plan.toWrite().forEach(this::keepPictures);
        return database.write(tx -> {
            for (var row : plan.toWrite()) {
                requireAsSeen(tx, row);
                row.pictures().keySet().forEach(hash -> pictures.name(tx, by.id(), hash));
            }
            return articles.putAll(tx, by.id(), plan.articles());
        });
    }

    private void keepPictures(Plan.Row row) {
        row.pictures().forEach((hash, file) -> {
            if (!pictures.keep(file).equals(hash)) {
                throw changedMeanwhile(row);
            }
        });
    }

    private static Problem changedMeanwhile(Plan.Row row) {
        return Problem.refused("knowledge.import.problem.changed_meanwhile", row.code(), row.lang());
    }

    private void requireAsSeen(Tx tx, Plan.Row row) {
        Optional<Article> now = articles.find(tx, row.code(), row.lang());
        if (!now.equals(Optional.ofNullable(row.before()))) {
            throw changedMeanwhile(row);
        }
    }
}
