package dev.calmdesk.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Says which store is meant.
final class StoreOption {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "cli.option.data")
    @Nullable Path data;

    Path folder(Console console) {
        return data == null ? console.standardFolder() : data;
    }
}
