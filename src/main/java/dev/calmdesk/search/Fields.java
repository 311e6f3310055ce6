package dev.calmdesk.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// Names of the fields that hold the terms of texts, and how much one more of a term counts in them. A change of what
/// stands in them is a new [#SCHEMA].
final class Fields {

    /// Version of the fields and of how texts are taken apart; an index of another version is built anew.
    static final String SCHEMA = "4";

    /// Titles: single characters and words.
    static final String TITLE_SINGLES = "t1";
    /// Titles: pairs of characters, and words.
    static final String TITLE_PAIRS = "t2";
    /// Titles: characters that stand one apart, for when one between them was left out.
    static final String TITLE_SKIPS = "s2";
    /// Bodies: single characters.
    static final String BODY_SINGLES = "b1";
    /// Bodies: pairs of characters, and words.
    static final String BODY_PAIRS = "b2";
    /// Titles: syllables.
    static final String TITLE_SOUNDS = "p1";
    /// Titles: pairs of syllables.
    static final String TITLE_SOUND_PAIRS = "p2";
    /// Bodies: pairs of syllables.
    static final String BODY_SOUND_PAIRS = "q2";
    /// Titles: two to four first letters of syllables.
    static final String INITIALS = "i";
    static final String CODE = "code";

    static final List<String> OF_TEXTS = List.of(
            TITLE_SINGLES, TITLE_PAIRS, TITLE_SKIPS, BODY_SINGLES, BODY_PAIRS, TITLE_SOUNDS, TITLE_SOUND_PAIRS,
            BODY_SOUND_PAIRS, INITIALS, CODE);

    /// BM25 with the measured settings.
    static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity titles = new BM25Similarity(0.9f, 0.5f);
        private final Similarity bodies = new BM25Similarity(0.9f, 0.6f);
        private final Set<String> bodyFields = Set.of(BODY_SINGLES, BODY_PAIRS, BODY_SOUND_PAIRS);

        @Override
        public Similarity get(String field) {
            return bodyFields.contains(field) ? bodies : titles;
        }
    };

    private Fields() {}
}
