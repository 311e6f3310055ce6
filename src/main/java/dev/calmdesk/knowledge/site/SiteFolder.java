package dev.calmdesk.knowledge.site;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/// The folder of a published site. A new one takes the place of the old one as a whole; a folder that holds anything
/// that was not published here is left alone.
final class SiteFolder {

    /// Lists what was published, one file a line.
    static final String MARKER = "calmdesk-faq.txt";

    private static final String FIRST_LINE = "Published by Calmdesk. These files are replaced when it publishes again:";

    private final Path folder;

    SiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// @param files content by name, with `/`
    /// @throws Problem.Refused if the folder holds something else
    void publish(SortedMap<String, byte[]> files) throws IOException {
        requireOurs();
        var parent = folder.getParent();
        if (parent == null) {
            throw Problem.refused("knowledge.site.problem.not_ours", folder.toString(), "/");
        }
        Files.createDirectories(parent);
        var fresh = beside("new");
        try {
            delete(fresh);
            write(fresh, files);
            swap(fresh);
        } finally {
            delete(fresh);
            if (Files.exists(folder)) {
                delete(beside("old")); // also one that a publishing left which was killed between its two moves
            }
        }
    }

    /// A folder of our own; one that is left of a publishing that was killed is used again. Not a temporary one, which only
    /// its owner could read.
    private Path beside(String what) {
        return folder.resolveSibling("." + folder.getFileName() + ".calmdesk-" + what);
    }

    private void requireOurs() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var ours = new HashSet<String>();
        if (Files.isRegularFile(folder.resolve(MARKER))) {
            var lines = Files.readAllLines(folder.resolve(MARKER));
            if (!lines.isEmpty() && lines.getFirst().equals(FIRST_LINE)) {
                ours.addAll(lines);
                ours.add(MARKER);
            }
        }
        if (!Files.isDirectory(folder)) {
            throw Problem.refused("knowledge.site.problem.not_ours", folder.toString(), folder.getFileName().toString());
        }
        try (var inside = Files.walk(folder)) {
            inside.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !ours.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(strange -> {
                        throw Problem.refused("knowledge.site.problem.not_ours", folder.toString(), strange);
                    });
        }
    }

    private static void write(Path fresh, SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var target = fresh.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        var lines = new java.util.ArrayList<>(List.of(FIRST_LINE));
        lines.addAll(new TreeSet<>(files.keySet()));
        Files.writeString(fresh.resolve(MARKER), String.join("\n", lines) + "\n");
    }

    /// If the new one cannot take its place, the old one comes back.
    private void swap(Path fresh) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        var old = beside("old");
        delete(old);
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
