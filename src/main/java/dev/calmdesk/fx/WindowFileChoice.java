package dev.calmdesk.fx;

import dev.calmdesk.base.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Chooses files with the dialogs of the operating system; begins where the person chose last.
public final class WindowFileChoice implements FileChoice {

    private final Window owner;
    private final Texts texts;
    private @Nullable File lastFolder;

    public WindowFileChoice(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public List<Path> open(String titleKey, Type... types) {
        var files = chooser(titleKey, types).showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        lastFolder = files.getFirst().getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String titleKey, String suggestedName, Type... types) {
        var chooser = chooser(titleKey, types);
        chooser.setInitialFileName(suggestedName);
        var file = Optional.ofNullable(chooser.showSaveDialog(owner));
        file.ifPresent(chosen -> lastFolder = chosen.getParentFile());
        return file.map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.setInitialDirectory(existingFolder());
        var folder = Optional.ofNullable(chooser.showDialog(owner));
        folder.ifPresent(chosen -> lastFolder = chosen);
        return folder.map(File::toPath);
    }

    private FileChooser chooser(String titleKey, Type... types) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.setInitialDirectory(existingFolder());
        Arrays.stream(types)
                .map(type -> new ExtensionFilter(
                        texts.get(type.nameKey()),
                        type.endings().stream().map(ending -> "*." + ending).toList()))
                .forEach(chooser.getExtensionFilters()::add);
        return chooser;
    }

    private @Nullable File existingFolder() {
        return lastFolder != null && lastFolder.isDirectory() ? lastFolder : null;
    }
}
