package dev.calmdesk.support;

import dev.calmdesk.fx.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A choice of files that was made before the test asks for it; without files the person cancels.
public record ChosenFiles(List<Path> files) implements FileChoice {

    public static ChosenFiles of(Path... files) {
        return new ChosenFiles(List.of(files));
    }

    @Override
    public List<Path> open(String titleKey, Type... types) {
        return files;
    }

    @Override
    public Optional<Path> save(String titleKey, String suggestedName, Type... types) {
        return files.stream().findFirst();
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        return files.stream().findFirst();
    }
}
