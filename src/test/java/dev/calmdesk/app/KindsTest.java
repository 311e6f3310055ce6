package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.calmdesk.data.Kind;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void everyKindOfTheProductIsListedOnce() {
        var declared = new ClassFileImporter()
                .importPath(Path.of("target/classes"))
                .stream()
                .filter(type -> type.isRecord()
                        && type.tryGetField("KIND")
                                .filter(field -> field.getRawType().isEquivalentTo(Kind.class))
                                .isPresent())
                .map(type -> type.getName())
                .collect(Collectors.toSet());

        assertThat(Kinds.ALL.stream().map(kind -> kind.type().getName())).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(Kinds.ALL.stream().map(Kind::name)).doesNotHaveDuplicates();
    }
}
