package dev.calmdesk.settings.ui;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The card that tells the version and whose work the product stands on.
final class AboutController {

    private static final int COLUMNS = 2;

    private static final List<Work> WORKS = List.of(
            new Work("Noto Sans SC", "SIL Open Font License 1.1"),
            new Work("Feather Icons", "MIT"),
            new Work("OpenJFX", "GPL 2 with Classpath Exception"),
            new Work("AtlantaFX", "MIT"),
            new Work("ControlsFX", "BSD 3-Clause"),
            new Work("Ikonli", "Apache 2.0"),
            new Work("H2", "MPL 2.0"),
            new Work("Jdbi", "Apache 2.0"),
            new Work("Flyway", "Apache 2.0"),
            new Work("Apache Lucene", "Apache 2.0"),
            new Work("HanLP", "Apache 2.0"),
            new Work("ONNX Runtime", "MIT"),
            new Work("bge-small-zh-v1.5", "MIT"),
            new Work("Jackson", "Apache 2.0"),
            new Work("Bouncy Castle", "Bouncy Castle Licence"),
            new Work("commonmark-java", "BSD 2-Clause"),
            new Work("java-diff-utils", "Apache 2.0"),
            new Work("uuid-creator", "MIT"),
            new Work("picocli", "Apache 2.0"),
            new Work("SLF4J", "MIT"),
            new Work("Logback", "EPL 1.0"));

    @FXML private Label version;
    @FXML private GridPane works;

    private final SettingsViewModel model;

    /// A font or library, and the licence under which it is here.
    private record Work(String name, String licence) {}

    AboutController(SettingsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        version.setText(model.texts().get("settings.about.version", model.version()));
        for (var i = 0; i < WORKS.size(); i++) {
            var work = WORKS.get(i);
            var licence = new Label(work.licence());
            licence.getStyleClass().add("muted");
            works.add(new Label(work.name()), 2 * (i % COLUMNS), i / COLUMNS);
            works.add(licence, 2 * (i % COLUMNS) + 1, i / COLUMNS);
        }
    }
}
