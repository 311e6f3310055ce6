package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Small files: a ceiling of 400 lines for a class and of 150 for a view.
class SizesTest {

    @Test
    void noClassIsLongerThanItsCeiling() throws IOException {
        assertThat(longerThan("src/main/java", ".java", 400)).isEmpty();
    }

    @Test
    void noViewIsLongerThanItsCeiling() throws IOException {
        assertThat(longerThan("src/main/resources", ".fxml", 150)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    private static List<String> longerThan(String root, String ending, int ceiling) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> lines(file) > ceiling)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
