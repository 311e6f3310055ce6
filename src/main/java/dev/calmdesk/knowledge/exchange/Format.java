package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// In what articles travel.
public enum Format {
    /// A folder of Markdown files that begin with their fields.
    MD,
    CSV,
    XLSX;

    /// As it is typed and as files end.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> named(String ending) {
        return Stream.of(values()).filter(format -> format.ending().equals(ending)).findFirst();
    }

    /// What lies at a path. Other endings that hold separated texts are CSV as well.
    ///
    /// @throws Problem.Refused if it is nothing that can be read
    static Format of(Path path) {
        if (Files.isDirectory(path)) {
            return MD;
        }
        var name = path.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(path)) {
            throw Problem.refused("knowledge.import.problem.not_there", path.toString());
        }
        return switch (ending) {
            case "csv", "tsv", "txt" -> CSV;
            case "xlsx" -> XLSX;
            default -> throw Problem.refused("knowledge.import.problem.no_format", name);
        };
    }
}
