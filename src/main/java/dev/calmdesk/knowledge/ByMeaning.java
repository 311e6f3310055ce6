package dev.calmdesk.knowledge;

import dev.calmdesk.base.Setting;
import dev.calmdesk.base.Settings;

/// Whether this desk finds articles by what they mean, too, as its people chose it: remembered, and in force at once.
public final class ByMeaning {

    private static final Setting<Boolean> WANTED = Setting.flag("knowledge.by_meaning", true);

    private final ArticleMeanings meanings;
    private final Settings settings;

    public ByMeaning(ArticleMeanings meanings, Settings settings) {
        this.meanings = meanings;
        this.settings = settings;
    }

    /// What was remembered.
    public static boolean isWanted(Settings settings) {
        return settings.get(WANTED);
    }

    public boolean isWanted() {
        return isWanted(settings);
    }

    /// Whether this system can do it. May take a while the first time.
    public boolean isAvailable() {
        return meanings.areToBeHad();
    }

    /// Blocks on the disk.
    public void choose(boolean wanted) {
        settings.set(WANTED, wanted);
        settings.save();
        meanings.use(wanted);
    }
}
