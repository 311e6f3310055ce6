package dev.calmdesk.meaning;

/// Tells the direction of what a text means. Thread-safe.
public interface Encoder {

    /// The direction of a text, as a vector of length one; the same for the same text. Of a long text only the beginning
    /// counts. Takes some milliseconds, so it is not called on the JavaFX thread.
    float[] encode(String text);

    /// How many numbers a direction has.
    int width();

    /// Names what makes the directions. Those made under another name are of no use beside these.
    String name();
}
