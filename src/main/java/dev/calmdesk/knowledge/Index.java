package dev.calmdesk.knowledge;

/// Names of the fields of the index. A change of what stands in them is a new [#SCHEMA].
final class Index {

    /// Version of the fields and of how texts are taken apart; an index of another version is built anew.
    static final String SCHEMA = "2";

    static final String ID = "id";

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

    static final String LANG = "lang";
    static final String KIND = "kind";
    static final String AUDIENCE = "audience";
    static final String PRODUCT = "product";
    static final String CATEGORY = "category";

    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";
    static final String UPDATED = "updated";
    static final String MUST_READ = "must_read";

    private Index() {}
}
