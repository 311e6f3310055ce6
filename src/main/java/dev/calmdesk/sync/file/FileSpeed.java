package dev.calmdesk.sync.file;

import dev.calmdesk.base.Setting;
import dev.calmdesk.base.Settings;
import java.util.List;

/// How fast this desk lets files travel, as its people chose it: remembered, and in force at once.
public final class FileSpeed {

    /// What may be chosen, in kilobytes a second; 0 for no limit.
    public static final List<Integer> CHOICES = List.of(256, 1024, 4096, 0);

    private static final Setting<Integer> KILOBYTES = Setting.number("hub.files.kilobytes_per_second", 1024);
    private static final long KILO = 1024;

    private final Bandwidth bandwidth;
    private final Settings settings;

    public FileSpeed(Bandwidth bandwidth, Settings settings) {
        this.bandwidth = bandwidth;
        this.settings = settings;
    }

    /// What was remembered.
    public static Bandwidth of(Settings settings) {
        return new Bandwidth(settings.get(KILOBYTES) * KILO, System::nanoTime);
    }

    /// In kilobytes a second; nothing or less means no limit.
    public int chosen() {
        return settings.get(KILOBYTES);
    }

    /// Blocks on the disk.
    ///
    /// @param kilobytes a second; nothing or less means no limit
    public void choose(int kilobytes) {
        bandwidth.use(kilobytes * KILO);
        settings.set(KILOBYTES, kilobytes);
        settings.save();
    }
}
