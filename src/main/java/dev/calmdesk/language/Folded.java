package dev.calmdesk.language;

/// Folded text together with the places in the shown text from which each of its characters came.
public final class Folded {

    private final String shown;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    Folded(String shown, String text, int[] starts, int[] ends) {
        this.shown = shown;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// The text as it was given.
    public String shown() {
        return shown;
    }

    /// The text to compare with.
    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /// Where the shown piece begins that became the folded character at an index.
    public int start(int index) {
        return starts[index];
    }

    /// Where that piece ends, exclusive.
    public int end(int index) {
        return ends[index];
    }

    /// The shown piece from which folded characters came.
    ///
    /// @param from index into [#text], inclusive
    /// @param to exclusive, above `from`
    public String shownOf(int from, int to) {
        return shown.substring(start(from), end(to - 1));
    }
}
