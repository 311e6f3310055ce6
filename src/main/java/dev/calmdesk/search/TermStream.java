package dev.calmdesk.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands ready terms to Lucene. Further readings stand at the place of the last term, so that they do not make the text
/// count as longer.
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms;
    private final List<String> others;
    private int next;

    TermStream(List<String> terms, List<String> others) {
        this.terms = terms;
        this.others = others;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == terms.size() + others.size()) {
            return false;
        }
        var isOther = next >= terms.size();
        term.append(isOther ? others.get(next - terms.size()) : terms.get(next));
        increment.setPositionIncrement(isOther ? 0 : 1);
        next++;
        return true;
    }
}
