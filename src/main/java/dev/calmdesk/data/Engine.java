package dev.calmdesk.data;

import java.nio.file.Path;

/// How H2 is driven. [#DURABLE] is the only one the product uses; see ADR 0003 for what each part prevents.
///
/// @param urlOptions appended to every connection's URL
/// @param syncsEveryWrite whether a write returns only after the file system was told to force it to the disk
/// @param fileSystem prefix of an H2 file system, such as `crash:` in tests; empty for the real one
record Engine(String urlOptions, boolean syncsEveryWrite, String fileSystem) {

    static final Engine DURABLE = new Engine(";WRITE_DELAY=0", true, WholeChunks.PREFIX);

    /// H2's own trace file is off: it would hold customers' words. Its shutdown hook is off: it would store what a writer
    /// has half done, while a process that just ends is known to lose nothing.
    private static final String COMMON = ";TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    Engine {
        WholeChunks.register();
    }

    /// Where H2 finds the database; options are for the first connection, which must be the writer's.
    ///
    /// @param database path of the file without H2's ending
    String url(Path database) {
        return "jdbc:h2:" + (fileSystem.isEmpty() ? "file:" : fileSystem) + database.toAbsolutePath();
    }

    /// For looking at a file without changing a byte of it.
    String readOnlyUrl(Path database) {
        return url(database) + COMMON + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
    }

    /// For writing.
    String writingUrl(Path database) {
        return url(database) + options();
    }

    String options() {
        return COMMON + urlOptions;
    }
}
