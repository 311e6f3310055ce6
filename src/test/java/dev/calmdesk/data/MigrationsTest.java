package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void theNewestVersionIsThatOfTheNewestFile() throws Exception {
        var folder = Path.of(MigrationsTest.class.getResource("/db/desk").toURI());
        try (var found = Files.list(folder)) {
            var newest = found.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d{3}__\\w+\\.sql"))
                    .map(name -> name.substring(1, 4))
                    .max(String::compareTo);

            assertThat(newest).hasValue(Migrations.NEWEST);
        }
    }
}
