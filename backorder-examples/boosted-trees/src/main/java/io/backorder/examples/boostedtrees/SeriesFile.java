package io.backorder.examples.boostedtrees;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Demand series in a CSV file: a head line, then a line for each item, its name and the demand of each period.
 * Periods before an item was on offer are empty.
 */
final class SeriesFile {

  private SeriesFile() {}

  /** Reads the histories by item, each from the first period in which it was on offer; all end together. */
  static Map<String, DemandHistory> read(Path file) throws IOException {
    Map<String, DemandHistory> series = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
      lines.stream().skip(1).forEach(line -> {
        if (series.put(line.getField(0), history(line)) != null) {
          throw bad(line, "name an item once", line.getField(0));
        }
      });
    } catch (CsvParseException e) {
      throw Numbers.refused("lines", "be well formed", String.valueOf(e.getMessage()));
    }
    return series;
  }

  private static DemandHistory history(CsvRecord line) {
    List<String> fields = line.getFields();
    int first = 1;
    while (first < fields.size() && fields.get(first).isEmpty()) {
      first++;
    }
    return DemandHistory.of(fields.subList(first, fields.size()).stream()
        .mapToDouble(field -> demand(line, field))
        .toArray());
  }

  private static double demand(CsvRecord line, String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw bad(line, "hold numbers once the item is on offer", field);
    }
  }

  private static InvalidValueException bad(CsvRecord line, String rule, Object found) {
    return Numbers.refused("line " + line.getStartingLineNumber(), rule, found);
  }
}
