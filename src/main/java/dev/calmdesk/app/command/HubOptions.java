package dev.calmdesk.app.command;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.hub.EntryRules;
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

    /// Where try-out data, keys and logs lie.
    Path folder(Console console) {
        return data == null ? console.standardFolder().resolveSibling("hub") : data;
    }

    /// The hub without a network.
    HubProcess open(Console console) {
        return new HubProcess(
                new HubProcess.Place(url, folder(console)), console.clock(), new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY));
    }
}
