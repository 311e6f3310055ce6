package dev.calmdesk.fx.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Facts to read: the name of each and what is known of it. Short ones stand two abreast, long ones take the whole line.
public class FactGrid extends GridPane {

    /// What fits into half a line; a Chinese character is as wide as two Latin letters.
    private static final int SHORT = 36;
    private static final int FIRST_WIDE = 0x2E80;
    private static final double NAME_SHARE = 15;
    private static final double VALUE_SHARE = 35;

    /// @param name what it is
    public record Fact(String name, String value) {
        boolean isLong() {
            var width = value.codePoints().map(letter -> letter < FIRST_WIDE ? 1 : 2).sum();
            return width > SHORT || value.indexOf('\n') >= 0;
        }
    }

    public FactGrid() {
        getStyleClass().add("fact-grid");
        getColumnConstraints()
                .setAll(column(NAME_SHARE), column(VALUE_SHARE), column(NAME_SHARE), column(VALUE_SHARE));
    }

    private static ColumnConstraints column(double share) {
        var column = new ColumnConstraints();
        column.setPercentWidth(share);
        return column;
    }

    public final void show(List<Fact> facts) {
        getChildren().clear();
        var row = 0;
        var column = 0;
        for (var fact : facts) {
            if (fact.isLong() && column > 0) {
                row++;
                column = 0;
            }
            add(fact, column, row);
            column = fact.isLong() ? 4 : column + 2;
            if (column >= 4) {
                row++;
                column = 0;
            }
        }
    }

    private void add(Fact fact, int column, int row) {
        var name = new Label(fact.name());
        name.getStyleClass().add("name");
        var value = new Label(fact.value());
        value.getStyleClass().add("value");
        name.setLabelFor(value);
        for (var label : new Label[] {name, value}) {
            label.setWrapText(true);
            setValignment(label, VPos.TOP);
        }
        value.setMinHeight(USE_PREF_SIZE);
        add(name, column, row);
        add(value, column + 1, row, fact.isLong() ? 3 : 1, 1);
    }
}
