package dev.calmdesk.knowledge;

import dev.calmdesk.meaning.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An encoder for tests that has no dictionary: texts with the same mark mean the same. Notes what it was asked.
final class CountingEncoder implements Encoder {

    /// Whatever has one of these characters means the same as all others that have it.
    private static final String MARKS = "甲乙丙丁戊己庚辛";

    private final String name;
    private final List<String> asked = new ArrayList<>();
    private Consumer<String> before = text -> {};

    CountingEncoder(String name) {
        this.name = name;
    }

    /// What happens before each answer.
    CountingEncoder before(Consumer<String> newBefore) {
        before = newBefore;
        return this;
    }

    /// What it was asked since the last time.
    List<String> asked() {
        var since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public float[] encode(String text) {
        before.accept(text);
        asked.add(text);
        var direction = new float[MARKS.length() + 1];
        var mark = text.chars().map(MARKS::indexOf).filter(at -> at >= 0).findFirst().orElse(MARKS.length());
        direction[mark] = 1;
        return direction;
    }

    @Override
    public int width() {
        return MARKS.length() + 1;
    }

    @Override
    public String name() {
        return name;
    }
}
