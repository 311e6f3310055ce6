package dev.calmdesk.knowledge;

import dev.calmdesk.language.Fold;
import dev.calmdesk.meaning.Encoder;
import dev.calmdesk.meaning.Meaning;
import dev.calmdesk.meaning.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What of an article, and of a question, its meaning is made of.
final class ArticleMeaning {

    /// About a thousand characters; what a longer article is about stands in its beginning.
    private static final int MOST_PIECES = 18;

    private static final int LEAST_CHARACTERS = 2;
    private static final Pattern CODE = Pattern.compile("(?=[a-z0-9]{4})[a-z]*[0-9][a-z0-9]*");

    private ArticleMeaning() {}

    /// Title, question, and the sentences of answer and detail.
    static List<String> pieces(Article article) {
        return Stream.of(
                        Stream.of(article.title(), article.question()),
                        Sentences.of(article.answer()).stream(),
                        Sentences.of(PlainText.of(article.detail())).stream())
                .flatMap(pieces -> pieces)
                .filter(piece -> !piece.isBlank())
                .distinct()
                .limit(MOST_PIECES)
                .toList();
    }

    /// Changes with what the meaning is made of, and with what makes it.
    static String fingerprint(Article article, Encoder encoder) {
        var text = String.join("\n", pieces(article)).getBytes(StandardCharsets.UTF_8);
        return encoder.name() + " " + UUID.nameUUIDFromBytes(text);
    }

    static Meaning of(Article article, Encoder encoder) {
        return Meaning.of(encoder, pieces(article));
    }

    /// What a question means; nothing for what is to be taken literally: pinyin, first letters, codes, English.
    static Optional<Meaning> of(String typed, Encoder encoder) {
        var folded = Fold.text(typed);
        var characters = folded.codePoints().filter(Fold::isHan).count();
        return characters < LEAST_CHARACTERS || CODE.matcher(folded).find()
                ? Optional.empty()
                : Optional.of(Meaning.of(encoder, List.of(typed)));
    }
}
