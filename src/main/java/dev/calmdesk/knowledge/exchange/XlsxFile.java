package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// Articles as an Excel workbook: its first sheet, the first row of which names the columns. All cells are written as
/// text, so that nothing is computed and `10442` stays a product.
final class XlsxFile {

    /// What Excel takes in one cell, less what escaping may add.
    static final int ROOM = 30_000;

    private static final Pattern NOT_IN_XML = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String AS_TEXT = "@";

    private XlsxFile() {}

    static Sheet read(String name, Path file, Headings headings) {
        var rows = new Sheet.Rows(name);
        try {
            ZipLimits.check(name, file);
            try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                    var sheet = book.getFirstSheet().openStream()) {
                sheet.forEach(row -> rows.add(row.getRowNum(), cells(row), headings));
            }
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | RuntimeException e) { // its reader throws what it meets in a damaged file
            throw Problem.refused("knowledge.import.problem.damaged", name);
        }
        return rows.done();
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxFile::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            return cell.asDate().toLocalDate().toString();
        } else if (cell.getValue() instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return ESCAPED.matcher(cell.getText())
                .replaceAll(code -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.toLowerCase(java.util.Locale.ROOT).matches(".*(yy|d).*");
    }

    static void write(List<List<String>> rows, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Calmdesk", "1.0")) {
            var sheet = book.newWorksheet("Articles");
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                for (var column = 0; column < row.size(); column++) {
                    sheet.inlineString(i, column, escaped(row.get(column)));
                }
            }
            var width = rows.getFirst().size();
            sheet.range(0, 0, Math.max(1, rows.size() - 1), width - 1).style().format(AS_TEXT).set();
            sheet.range(0, 0, 0, width - 1).style().bold().format(AS_TEXT).set();
            sheet.freezePane(0, 1);
            for (var column = 0; column < width; column++) {
                sheet.width(column, 24);
            }
        }
    }

    private static String escaped(String text) {
        return NOT_IN_XML.matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }
}
