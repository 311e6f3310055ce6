package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// What an index knows of one record: the terms of its texts, folded, and what searches narrow and order by. Texts
/// themselves do not go in; what a person reads comes from the database. Filled once, by one thread.
public final class Entry {

    /// The field with the id of a record.
    public static final String ID = "id";

    private static final FieldType TERMS = terms();
    private static final int LONGEST_INITIALS = 4;

    private final Document document = new Document();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    /// Terms of one field, in order.
    ///
    /// @param others further readings of the same places
    private record Piece(String field, List<String> terms, List<String> others) {}

    private Entry(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        document.add(new StringField(ID, id.toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(bytes.array())));
    }

    public static Entry of(UUID id) {
        return new Entry(id);
    }

    public static Term key(UUID id) {
        return new Term(ID, id.toString());
    }

    /// The id of a record as it stands in the index.
    public static UUID id(BytesRef stored) {
        var bytes = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /// One of its names: found by single characters, by sound and by first letters, too.
    public Entry title(String shown) {
        var folded = Fold.text(shown);
        codes.addAll(Words.codes(folded));
        var sounds = Pinyin.of(folded);
        for (var run : Run.of(folded)) {
            if (run.han()) {
                add(Fields.TITLE_SINGLES, run.singles());
                add(Fields.TITLE_PAIRS, run.pairs());
                add(Fields.TITLE_SKIPS, run.skips());
                sounds(folded, run, sounds.subList(run.from(), run.to()));
            } else {
                var forms = Words.forms(run);
                add(Fields.TITLE_SINGLES, forms);
                add(Fields.TITLE_PAIRS, forms);
            }
        }
        return this;
    }

    /// One of its texts.
    public Entry body(String shown) {
        var folded = Fold.text(shown);
        codes.addAll(Words.codes(folded));
        var sounds = Pinyin.of(folded);
        for (var run : Run.of(folded)) {
            if (run.han()) {
                add(Fields.BODY_SINGLES, run.singles());
                add(Fields.BODY_PAIRS, run.pairs());
                var own = sounds.subList(run.from(), run.to());
                if (!own.contains("")) {
                    add(Fields.BODY_SOUND_PAIRS, pairs(own));
                }
            } else {
                add(Fields.BODY_PAIRS, Words.forms(run));
            }
        }
        return this;
    }

    /// A number or code by which it is known, whole and in parts, beside those that stand in its texts.
    public Entry code(String shown) {
        codes.addAll(Words.codes(Fold.text(shown)));
        return this;
    }

    /// Something that searches narrow by.
    ///
    /// @param field not one of the fields of texts
    public Entry keyword(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        return this;
    }

    /// Something that searches narrow or order by.
    ///
    /// @param field not one of the fields of texts
    public Entry number(String field, long value) {
        document.add(new NumericDocValuesField(field, value));
        return this;
    }

    private void sounds(String folded, Run run, List<String> sounds) {
        if (sounds.contains("")) {
            return;
        }
        var others = new ArrayList<List<String>>();
        for (var i = 0; i < sounds.size(); i++) {
            others.add(otherSounds(folded.charAt(run.from() + i), sounds.get(i)));
        }
        add(Fields.TITLE_SOUNDS, sounds, others.stream().flatMap(List::stream).toList());
        add(Fields.TITLE_SOUND_PAIRS, pairs(sounds), otherPairs(sounds, others));
        initials(sounds);
    }

    /// Other readings of the character, and what people type who do not know that `ü` is `v`.
    private static List<String> otherSounds(char character, String sound) {
        return Stream.concat(Pinyin.readings(character).stream(), Stream.of(sound))
                .flatMap(reading -> Stream.of(reading, reading.replace('v', 'u')))
                .filter(reading -> !reading.equals(sound))
                .distinct()
                .toList();
    }

    private static List<String> otherPairs(List<String> sounds, List<List<String>> others) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < sounds.size(); i++) {
            for (var other : others.get(i)) {
                if (i > 0) {
                    pairs.add(sounds.get(i - 1) + "_" + other);
                }
                if (i + 1 < sounds.size()) {
                    pairs.add(other + "_" + sounds.get(i + 1));
                }
            }
        }
        return pairs;
    }

    private void initials(List<String> sounds) {
        var letters = new StringBuilder();
        sounds.forEach(sound -> letters.append(sound.charAt(0)));
        for (var length = 2; length <= LONGEST_INITIALS; length++) {
            add(Fields.INITIALS, stretches(letters.toString(), length));
        }
    }

    /// All stretches of a length.
    static List<String> stretches(String letters, int length) {
        var stretches = new ArrayList<String>();
        for (var from = 0; from + length <= letters.length(); from++) {
            stretches.add(letters.substring(from, from + length));
        }
        return stretches;
    }

    static List<String> pairs(List<String> sounds) {
        var pairs = new ArrayList<String>();
        for (var i = 1; i < sounds.size(); i++) {
            pairs.add(sounds.get(i - 1) + "_" + sounds.get(i));
        }
        return pairs;
    }

    private void add(String field, List<String> terms) {
        add(field, terms, List.of());
    }

    private void add(String field, List<String> terms, List<String> others) {
        pieces.add(new Piece(field, terms, others));
    }

    /// Fields without a term go in, too: Lucene reads lengths much faster from a field that every record has.
    Document document() {
        add(Fields.CODE, codes.stream().distinct().toList());
        for (var field : Fields.OF_TEXTS) {
            var own = pieces.stream().filter(piece -> piece.field().equals(field)).toList();
            var terms = own.stream().flatMap(piece -> piece.terms().stream()).toList();
            var others = own.stream().flatMap(piece -> piece.others().stream()).toList();
            document.add(new Field(field, new TermStream(terms, others), TERMS));
        }
        return document;
    }

    private static FieldType terms() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
