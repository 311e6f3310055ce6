package dev.calmdesk.knowledge.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Articles as CSV. Written as Excel opens it: UTF-8 with a byte order mark, commas.
final class CsvFile {

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();
    private static final char MARK = '\uFEFF';

    private CsvFile() {}

    static Sheet read(String file, byte[] bytes, Headings headings) {
        var text = TextBytes.read(file, bytes);
        var skipped = text.startsWith("sep=") ? 1 : 0; // Excel's own way to name the separator
        var body = skipped == 0 ? text : text.replaceFirst("^.*\\R?", "");
        var rows = new Sheet.Rows(file);
        try (var records = records(body, separator(body, headings))) {
            while (records.hasNextValue()) {
                var line = records.getParser().currentTokenLocation().getLineNr() + 1 + skipped; // where the former ended
                rows.add(line, Stream.of(records.nextValue()).map(FormulaGuard::off).toList(), headings);
            }
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + skipped;
            throw Problem.refused("knowledge.import.problem.damaged_at", file, line);
        } catch (IOException e) {
            throw new IllegalStateException("A text cannot fail to be read", e);
        }
        return rows.done();
    }

    private static MappingIterator<String[]> records(String text, char separator) throws IOException {
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        return CSV.readerFor(String[].class).with(schema).readValues(text);
    }

    /// The one that yields the most columns which mean something.
    private static char separator(String text, Headings headings) {
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(separator -> known(text, separator, headings)))
                .orElseThrow();
    }

    private static long known(String text, char separator, Headings headings) {
        try (var records = records(text, separator)) {
            return records.hasNextValue()
                    ? Stream.of(records.nextValue()).filter(name -> headings.column(name).isPresent()).count()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    static String write(List<List<String>> rows) {
        var schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
        try {
            return MARK + CSV.writer(schema).writeValueAsString(rows.stream()
                    .map(row -> row.stream().map(FormulaGuard::on).toList())
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
