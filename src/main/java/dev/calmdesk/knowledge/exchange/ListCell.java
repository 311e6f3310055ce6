package dev.calmdesk.knowledge.exchange;

import java.util.ArrayList;
import java.util.List;

/// Several items in one cell: `退款; 退货`. People separate them as they are used to; what is a separator within an item
/// stands behind a backslash.
final class ListCell {

    private static final String SEPARATORS = ";；,，、\n";
    private static final char ESCAPE = '\\';

    private ListCell() {}

    static String write(List<String> items) {
        return String.join("; ", items.stream().map(ListCell::escaped).toList());
    }

    private static String escaped(String item) {
        var text = new StringBuilder();
        for (var i = 0; i < item.length(); i++) {
            var character = item.charAt(i);
            var isEdge = i == 0 || i == item.length() - 1;
            if (character == ESCAPE || SEPARATORS.indexOf(character) >= 0 || isEdge && Character.isWhitespace(character)) {
                text.append(ESCAPE);
            }
            text.append(character);
        }
        return text.toString();
    }

    static List<String> read(String cell) {
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        var kept = 0; // up to here nothing is stripped
        for (var i = 0; i < cell.length(); i++) {
            var character = cell.charAt(i);
            if (character == ESCAPE && i + 1 < cell.length()) {
                item.append(cell.charAt(++i));
                kept = item.length();
            } else if (SEPARATORS.indexOf(character) >= 0) {
                add(items, item, kept);
                kept = 0;
            } else if (!item.isEmpty() || !Character.isWhitespace(character)) {
                item.append(character);
            }
        }
        add(items, item, kept);
        return items;
    }

    private static void add(List<String> items, StringBuilder item, int kept) {
        while (item.length() > kept && Character.isWhitespace(item.charAt(item.length() - 1))) {
            item.setLength(item.length() - 1);
        }
        if (!item.isEmpty()) {
            items.add(item.toString());
        }
        item.setLength(0);
    }
}
