package dev.calmdesk.sync.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Settings;
import dev.calmdesk.sync.wire.FilePart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpeedTest {

    @TempDir
    private Path folder;

    @Test
    void aChoiceHoldsAtOnceAndAfterARestart() {
        var file = folder.resolve("settings.properties");
        var bandwidth = FileSpeed.of(Settings.load(file));
        assertThat(bandwidth.part()).as("before anybody chose").isEqualTo(FilePart.MOST);
        var speed = new FileSpeed(bandwidth, Settings.load(file));

        speed.choose(256);

        assertThat(bandwidth.part()).isEqualTo(256 * 1024);
        assertThat(FileSpeed.of(Settings.load(file)).part()).isEqualTo(256 * 1024);
        assertThat(new FileSpeed(bandwidth, Settings.load(file)).chosen()).isEqualTo(256);
    }

    @Test
    void withoutALimitPartsAreAsLargeAsTheyMayBe() {
        var bandwidth = FileSpeed.of(Settings.inMemory());

        new FileSpeed(bandwidth, Settings.inMemory()).choose(0);

        assertThat(bandwidth.part()).isEqualTo(FilePart.MOST);
        bandwidth.moved(Long.MAX_VALUE);
        assertThat(bandwidth.pause()).isZero();
    }
}
