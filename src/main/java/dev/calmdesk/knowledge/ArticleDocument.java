package dev.calmdesk.knowledge;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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

/// Makes the entry of an article in the index. Only its id and folded terms go in; what a person reads comes from the
/// database.
final class ArticleDocument {

    private static final FieldType TERMS = terms();
    private static final int LONGEST_INITIALS = 4;

    private final Document document = new Document();
    private final List<Entry> entries = new ArrayList<>();

    /// Terms of one field, in order.
    private record Entry(String field, List<String> terms, List<String> others) {}

    private ArticleDocument() {}

    static Document of(Article article) {
        var document = new ArticleDocument();
        document.keys(article);
        var titles = Stream.concat(Stream.of(article.title(), article.question()), article.keywords().stream())
                .map(Fold::text)
                .toList();
        var bodies = Stream.of(article.answer(), PlainText.of(article.detail()))
                .map(Fold::text)
                .toList();
        titles.forEach(document::title);
        bodies.forEach(document::body);
        document.codes(article, titles, bodies);
        document.addTerms();
        return document.document;
    }

    static Term key(UUID id) {
        return new Term(Index.ID, id.toString());
    }

    static UUID id(BytesRef stored) {
        var bytes = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private void keys(Article article) {
        var id = article.id();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        document.add(new StringField(Index.ID, id.toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Index.ID, new BytesRef(bytes.array())));
        keyword(Index.LANG, article.lang());
        keyword(Index.KIND, article.kind().name());
        document.add(new NumericDocValuesField(Index.KIND, article.kind().ordinal()));
        keyword(Index.AUDIENCE, article.audience().name());
        article.products().forEach(sku -> keyword(Index.PRODUCT, sku));
        var categories = new HashSet<String>();
        article.categories().forEach(category -> {
            categories.add(category);
            categories.add(category.replaceFirst("/.*", ""));
        });
        categories.forEach(category -> keyword(Index.CATEGORY, category));
        number(Index.VALID_FROM, LocalDate.parse(article.validFrom()).toEpochDay());
        var validTo = article.validTo();
        number(Index.VALID_TO, validTo == null ? Long.MAX_VALUE : LocalDate.parse(validTo).toEpochDay());
        number(Index.UPDATED, article.updatedAt().toEpochMilli());
        number(Index.MUST_READ, article.mustRead() ? 1 : 0);
    }

    private void keyword(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private void number(String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    private void title(String folded) {
        var sounds = Pinyin.of(folded);
        for (var run : Run.of(folded)) {
            if (run.han()) {
                add(Index.TITLE_SINGLES, run.singles());
                add(Index.TITLE_PAIRS, run.pairs());
                add(Index.TITLE_SKIPS, run.skips());
                sounds(folded, run, sounds.subList(run.from(), run.to()));
            } else {
                var forms = Words.forms(run);
                add(Index.TITLE_SINGLES, forms);
                add(Index.TITLE_PAIRS, forms);
            }
        }
    }

    private void sounds(String folded, Run run, List<String> sounds) {
        if (sounds.contains("")) {
            return;
        }
        var others = new ArrayList<List<String>>();
        for (var i = 0; i < sounds.size(); i++) {
            others.add(otherSounds(folded.charAt(run.from() + i), sounds.get(i)));
        }
        add(Index.TITLE_SOUNDS, sounds, others.stream().flatMap(List::stream).toList());
        add(Index.TITLE_SOUND_PAIRS, pairs(sounds), otherPairs(sounds, others));
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
            add(Index.INITIALS, pieces(letters.toString(), length));
        }
    }

    /// All stretches of a length.
    static List<String> pieces(String letters, int length) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from + length <= letters.length(); from++) {
            pieces.add(letters.substring(from, from + length));
        }
        return pieces;
    }

    static List<String> pairs(List<String> sounds) {
        var pairs = new ArrayList<String>();
        for (var i = 1; i < sounds.size(); i++) {
            pairs.add(sounds.get(i - 1) + "_" + sounds.get(i));
        }
        return pairs;
    }

    private void body(String folded) {
        var sounds = Pinyin.of(folded);
        for (var run : Run.of(folded)) {
            if (run.han()) {
                add(Index.BODY_SINGLES, run.singles());
                add(Index.BODY_PAIRS, run.pairs());
                var own = sounds.subList(run.from(), run.to());
                if (!own.contains("")) {
                    add(Index.BODY_SOUND_PAIRS, pairs(own));
                }
            } else {
                add(Index.BODY_PAIRS, Words.forms(run));
            }
        }
    }

    private void codes(Article article, List<String> titles, List<String> bodies) {
        var codes = new ArrayList<>(article.products());
        titles.forEach(text -> codes.addAll(Words.codes(text)));
        bodies.forEach(text -> codes.addAll(Words.codes(text)));
        add(Index.CODE, codes.stream().distinct().toList());
    }

    private void add(String field, List<String> terms) {
        add(field, terms, List.of());
    }

    private void add(String field, List<String> terms, List<String> others) {
        entries.add(new Entry(field, terms, others));
    }

    private void addTerms() {
        var fields = entries.stream().map(Entry::field).distinct().toList();
        for (var field : fields) {
            var own = entries.stream().filter(entry -> entry.field().equals(field)).toList();
            var terms = own.stream().flatMap(entry -> entry.terms().stream()).toList();
            var others = own.stream().flatMap(entry -> entry.others().stream()).toList();
            if (!terms.isEmpty()) {
                document.add(new Field(field, new TermStream(terms, others), TERMS));
            }
        }
    }

    private static FieldType terms() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
