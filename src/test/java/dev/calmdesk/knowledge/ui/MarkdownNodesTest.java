package dev.calmdesk.knowledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.FxTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class MarkdownNodesTest extends FxTest {

    private static final String MARKDOWN = """
            ## 怎么看

            先看瓶盖 ![瓶盖上的压痕](picture:cap.png) 再看批号。

            - 第一，![](picture:cap.png)
            - 第二
            """;

    @TempDir
    private Path folder;

    private VBox shown(Optional<Path> picture) {
        var box = call(() -> new VBox(8, new MarkdownNodes(reference -> picture).of(MARKDOWN).toArray(Node[]::new)));
        show(call(() -> {
            box.setMaxWidth(300);
            box.getStyleClass().add("card");
            return new HBox(box);
        }));
        return box;
    }

    private String texts() {
        return String.join("|", robot.lookup(Text.class::isInstance).<Text>queryAll().stream().map(Text::getText).toList());
    }

    @Test
    void aPictureIsDrawnNoWiderThanItsPlaceBetweenTheWordsAroundIt() throws IOException, TimeoutException {
        var file = folder.resolve("cap.png");
        ImageIO.write(new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        var box = shown(Optional.of(file));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> call(() -> robot.lookup(ImageView.class::isInstance)
                .<ImageView>queryAll().stream()
                .filter(view -> view.isVisible() && view.getBoundsInParent().getWidth() > 0)
                .count() == 2));
        snapshot("markdown-picture");

        assertThat(texts()).contains("先看瓶盖").contains("再看批号");
        assertThat(robot.lookup(ImageView.class::isInstance).<ImageView>queryAll()).allSatisfy(view -> {
            assertThat(view.getBoundsInParent().getWidth()).isBetween(100.0, box.getWidth());
            assertThat(view.getBoundsInParent().getHeight()).isCloseTo(
                    view.getBoundsInParent().getWidth() / 3, org.assertj.core.data.Offset.offset(1.0));
        });
    }

    @Test
    void whereThePictureIsNotHereItsWordsStand() {
        shown(Optional.empty());

        assertThat(robot.lookup(Label.class::isInstance).<Label>queryAll()).extracting(Label::getText).contains("瓶盖上的压痕");
    }

    @Test
    void aFileThatIsNoPictureLeavesTheWordsStanding() throws IOException {
        shown(Optional.of(Files.writeString(folder.resolve("cap.png"), "no picture")));

        assertThat(robot.lookup(Label.class::isInstance).<Label>queryAll())
                .filteredOn(Label::isVisible)
                .extracting(Label::getText)
                .contains("瓶盖上的压痕");
    }
}
