package dev.calmdesk.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a text into pieces of one or a few sentences. A direction tells what a short piece means better than what a long
/// one does, in which one thing hides the other.
public final class Sentences {

    /// Longer pieces were measured to be found less well.
    static final int LONGEST = 64;

    private static final Pattern END = Pattern.compile("(?<=[。！？；!?;\\n])");

    private Sentences() {}

    /// Pieces of whole sentences, as many in each as are not too long together; a sentence that is too long by itself comes
    /// in several.
    public static List<String> of(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var sentence : END.split(text)) {
            if (piece.length() + sentence.length() > LONGEST) {
                end(piece, pieces);
            }
            piece.append(sentence);
            while (piece.length() > LONGEST * 3 / 2) {
                pieces.add(piece.substring(0, LONGEST));
                piece.delete(0, LONGEST);
            }
        }
        end(piece, pieces);
        return pieces;
    }

    private static void end(StringBuilder piece, List<String> pieces) {
        if (!piece.toString().isBlank()) {
            pieces.add(piece.toString().strip());
        }
        piece.setLength(0);
    }
}
