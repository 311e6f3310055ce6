package dev.calmdesk.data;

/// How H2 is driven. [#DURABLE] is the only one the product uses; see ADR 0003 for what each part prevents.
///
/// @param urlOptions appended to every connection's URL
/// @param syncsEveryWrite whether a write returns only after the file system was told to force it to the disk
/// @param fileSystem prefix of an H2 file system, such as `crash:` in tests; empty for the real one
record Engine(String urlOptions, boolean syncsEveryWrite, String fileSystem) {

    static final Engine DURABLE = new Engine(";WRITE_DELAY=0", true, "");

    String fileUrl(java.nio.file.Path file) {
        return "jdbc:h2:" + (fileSystem.isEmpty() ? "file:" : fileSystem) + file.toAbsolutePath() + urlOptions;
    }
}
