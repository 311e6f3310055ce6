package dev.calmdesk.base;

import java.util.function.Function;

/// A setting of this desk, declared once as a constant beside its only reader.
///
/// @param parse turns the stored text into a value; may throw, then the default holds
public record Setting<T>(String key, T defaultValue, Function<String, T> parse) {

    public static Setting<String> text(String key, String defaultValue) {
        return new Setting<>(key, defaultValue, Function.identity());
    }

    public static Setting<Boolean> flag(String key, boolean defaultValue) {
        return new Setting<>(key, defaultValue, Boolean::valueOf);
    }

    public static Setting<Integer> number(String key, int defaultValue) {
        return new Setting<>(key, defaultValue, Integer::valueOf);
    }
}
