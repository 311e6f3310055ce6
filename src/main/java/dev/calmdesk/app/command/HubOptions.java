package dev.calmdesk.app.command;

import dev.calmdesk.hub.HubProcess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Says where the hub keeps its data.
final class HubOptions {

    @Option(names = "--database-url", paramLabel = "URL", descriptionKey = "cli.option.database_url")
    @Nullable String url;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "cli.option.hub_data")
    @Nullable Path data;

    HubProcess.Place place(Console console) {
        return new HubProcess.Place(url, data == null ? console.standardFolder().resolveSibling("hub") : data);
    }
}
