package dev.calmdesk.search;

import dev.calmdesk.language.Syllables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery.TopTermsBlendedFreqScoringRewrite;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Builds the query from what was typed, term by term: any article that shares something is found, the one that shares
/// the most comes first. The weights were measured; change none without measuring again.
public final class QueryClauses {

    private static final float TITLE_PAIR = 0.25f;
    private static final float TITLE_SKIP = 0.5f;
    private static final float BODY_SINGLE = 0.3f;
    private static final float BODY_PAIR = 1.5f;
    /// Of a word whose stem counts in full.
    private static final float EXACT_WORD = 0.5f;
    private static final float CODE = 2f;
    private static final float SOUND = 0.5f;
    private static final float SOUND_PAIR = 1f;
    private static final float BODY_SOUND_PAIR = 0.5f;
    /// The sound of two characters that stand together nowhere: probably one of them was picked wrongly.
    private static final float OF_A_SLIP = 0.5f;
    private static final float GROWING = 0.5f;
    /// Letters that are a word of this index are rather not meant as pinyin, nor syllables as first letters.
    private static final float RATHER_ELSE = 0.3f;

    private static final int EXPANSIONS = 24;
    private static final int MOST_CLAUSES = 900;
    private static final int SHORTEST_FUZZY = 4;
    private static final int LONGEST_FUZZY = 14;
    private static final int TWO_EDITS_ABOVE = 7;
    private static final int SYLLABLES_OF_PINYIN = 3;
    private static final int WORDS_OF_PINYIN = 2;
    private static final int LONGEST_INITIALS = 4;

    private final Typed typed;
    private final IndexReader reader;
    private final Set<Run> spelled = new HashSet<>();
    private final Map<Term, Float> terms = new LinkedHashMap<>();
    private final List<Query> expansions = new ArrayList<>();

    private QueryClauses(Typed typed, IndexReader reader) {
        this.typed = typed;
        this.reader = reader;
    }

    /// @param synonyms what means the same here
    public static Query of(Typed typed, IndexReader reader, Synonyms synonyms) throws IOException {
        var clauses = new QueryClauses(typed, reader);
        for (var chain : typed.chains()) {
            clauses.lookForPinyin(chain);
        }
        for (var run : typed.runs()) {
            if (run.han()) {
                clauses.han(run, 1f);
                clauses.slips(run);
            } else {
                clauses.word(run);
            }
        }
        for (var code : Words.codes(typed.text())) {
            clauses.term(Fields.CODE, code, CODE);
        }
        for (var chain : typed.chains()) {
            clauses.sounds(chain);
        }
        clauses.synonyms(synonyms);
        return clauses.query();
    }

    private Query query() {
        var any = new BooleanQuery.Builder();
        terms.entrySet().stream().limit(MOST_CLAUSES).forEach(entry -> any.add(
                boosted(new TermQuery(entry.getKey()), entry.getValue()), BooleanClause.Occur.SHOULD));
        expansions.forEach(expansion -> any.add(expansion, BooleanClause.Occur.SHOULD));
        var query = any.build();
        return query.clauses().isEmpty() ? new MatchNoDocsQuery() : query;
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1f ? query : new BoostQuery(query, weight);
    }

    private void term(String field, String text, float weight) {
        terms.merge(new Term(field, text), weight, Float::sum);
    }

    private void han(Run run, float weight) {
        run.singles().forEach(single -> {
            term(Fields.TITLE_SINGLES, single, weight);
            term(Fields.BODY_SINGLES, single, BODY_SINGLE * weight);
        });
        run.pairs().forEach(pair -> {
            term(Fields.TITLE_PAIRS, pair, TITLE_PAIR * weight);
            term(Fields.BODY_PAIRS, pair, BODY_PAIR * weight);
        });
    }

    /// Where two characters stand together nowhere, one between them may be missing.
    private void slips(Run run) throws IOException {
        if (run.text().length() > 1) {
            for (var pair : run.pairs()) {
                if (!isPair(pair)) {
                    term(Fields.TITLE_SKIPS, pair, TITLE_SKIP);
                }
            }
        }
    }

    private boolean isPair(String characters) throws IOException {
        return reader.docFreq(new Term(Fields.TITLE_PAIRS, characters)) > 0
                || reader.docFreq(new Term(Fields.BODY_PAIRS, characters)) > 0;
    }

    private void forms(Run word, float weight) {
        var exact = Words.isStemmed(word) ? EXACT_WORD * weight : weight;
        Words.forms(word).forEach(form -> form(form, Words.isStem(form) ? weight : exact));
    }

    private void form(String form, float weight) {
        term(Fields.TITLE_SINGLES, form, weight);
        term(Fields.TITLE_PAIRS, form, TITLE_PAIR * weight);
        term(Fields.BODY_PAIRS, form, weight);
    }

    /// Several words that are all syllables, and mostly none that stand in an article, are pinyin typed with spaces.
    private void lookForPinyin(List<Typed.Sound> chain) throws IOException {
        var typedSounds = chain.stream().filter(Typed.Sound::isTyped).toList();
        var words = typedSounds.stream().map(Typed.Sound::word).distinct().toList();
        var known = 0;
        for (var word : words) {
            known += isKnown(word) ? 1 : 0;
        }
        if (words.size() >= WORDS_OF_PINYIN && typedSounds.size() >= SYLLABLES_OF_PINYIN && 2 * known <= words.size()) {
            spelled.addAll(words);
        }
    }

    private void word(Run run) throws IOException {
        if (spelled.contains(run)) {
            forms(run, RATHER_ELSE);
            return;
        }
        forms(run, 1f);
        if (typed.isOpen(run) && run.text().length() > 1) {
            beginning(Fields.TITLE_SINGLES, run.text(), 1f);
            beginning(Fields.BODY_PAIRS, run.text(), 0.4f);
        }
        if (mayBeMistyped(run)) {
            fuzzy(Fields.TITLE_SINGLES, run.text());
            fuzzy(Fields.BODY_PAIRS, run.text());
        }
        if (typed.initials().contains(run.text())) {
            var meansElse = isKnown(run) || Typed.cut(run).filter(cut -> !cut.unfinished()).isPresent();
            initials(run.text(), meansElse ? RATHER_ELSE : 1f);
        }
    }

    private boolean mayBeMistyped(Run run) throws IOException {
        var length = run.text().length();
        return run.isLatin()
                && length >= SHORTEST_FUZZY
                && length <= LONGEST_FUZZY
                && Typed.cut(run).filter(cut -> cut.whole() >= SYLLABLES_OF_PINYIN).isEmpty()
                && !isKnown(run);
    }

    private boolean isKnown(Run run) throws IOException {
        return reader.docFreq(new Term(Fields.TITLE_SINGLES, run.text())) > 0
                || reader.docFreq(new Term(Fields.BODY_PAIRS, run.text())) > 0;
    }

    private void beginning(String field, String text, float weight) {
        var rewrite = new TopTermsBlendedFreqScoringRewrite(EXPANSIONS);
        expansions.add(boosted(new PrefixQuery(new Term(field, text), rewrite), weight));
    }

    private void fuzzy(String field, String text) {
        expansions.add(new FuzzyQuery(new Term(field, text), edits(text), 1, EXPANSIONS, true));
    }

    /// How many slips a word of this length may contain.
    static int edits(String text) {
        return text.length() > TWO_EDITS_ABOVE ? 2 : 1;
    }

    private void initials(String letters, float weight) {
        for (var length = 2; length <= Math.min(LONGEST_INITIALS, letters.length()); length++) {
            for (var piece : Entry.stretches(letters, length)) {
                term(Fields.INITIALS, piece, weight * length / LONGEST_INITIALS);
            }
        }
    }

    private void sounds(List<Typed.Sound> chain) throws IOException {
        for (var i = 0; i < chain.size(); i++) {
            var sound = chain.get(i);
            var weight = weight(sound);
            if (sound.isTyped()) {
                sound(Fields.TITLE_SOUNDS, sound.letters(), sound.open(), SOUND * weight);
            }
            if (i > 0 && !standAsWritten(chain.get(i - 1), sound)) {
                var pair = chain.get(i - 1).letters() + "_" + sound.letters();
                var pairWeight = weight(chain.get(i - 1), sound);
                sound(Fields.TITLE_SOUND_PAIRS, pair, sound.open(), SOUND_PAIR * pairWeight);
                sound(Fields.BODY_SOUND_PAIRS, pair, sound.open(), BODY_SOUND_PAIR * pairWeight);
            }
        }
        for (var run : chain.stream().map(Typed.Sound::word).filter(word -> !word.han()).distinct().toList()) {
            alternative(run);
        }
    }

    /// Characters that do stand together somewhere, or that a space keeps apart: their sound says nothing more.
    private boolean standAsWritten(Typed.Sound former, Typed.Sound sound) throws IOException {
        return !former.isTyped()
                && !sound.isTyped()
                && (!former.word().equals(sound.word()) || isPair(former.written() + sound.written()));
    }

    private float weight(Typed.Sound former, Typed.Sound sound) throws IOException {
        return former.isTyped() || sound.isTyped() ? Math.min(weight(former), weight(sound)) : OF_A_SLIP;
    }

    private float weight(Typed.Sound sound) throws IOException {
        return sound.isTyped() && isKnown(sound.word()) && !spelled.contains(sound.word()) ? RATHER_ELSE : 1f;
    }

    private void sound(String field, String letters, boolean open, float weight) {
        var whole = Syllables.isSyllable(letters.substring(letters.indexOf('_') + 1));
        if (whole) {
            term(field, letters, weight);
        }
        if (open) {
            beginning(field, letters, whole ? weight * GROWING : weight);
        }
    }

    private void alternative(Run run) throws IOException {
        var weight = isKnown(run) ? RATHER_ELSE : 1f;
        Syllables.alternative(run.text()).ifPresent(cut -> {
            for (var pair : Entry.pairs(cut.syllables().subList(0, cut.whole()))) {
                term(Fields.TITLE_SOUND_PAIRS, pair, SOUND_PAIR * weight);
                term(Fields.BODY_SOUND_PAIRS, pair, BODY_SOUND_PAIR * weight);
            }
        });
    }

    /// What means the same counts less, and the less the more words mean it; what was typed counts only once.
    private void synonyms(Synonyms synonyms) {
        var typedTerms = Set.copyOf(terms.keySet());
        var others = new QueryClauses(typed, reader);
        synonyms.in(typed.text()).forEach(fellows -> fellows.stream()
                .filter(fellow -> !typed.text().contains(fellow))
                .flatMap(fellow -> Run.of(fellow).stream())
                .forEach(run -> others.synonym(run, 1f / (fellows.size() + 1))));
        others.terms.forEach((term, weight) -> {
            if (!typedTerms.contains(term)) {
                terms.put(term, weight);
            }
        });
    }

    private void synonym(Run run, float weight) {
        if (run.han()) {
            han(run, weight);
        } else {
            forms(run, weight);
        }
    }
}
