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
import java.util.Map;

/** Demand series in a CSV file: a head line, then a line for each item, its name and the demand of each period. */
final class SeriesFile {

  private SeriesFile() {}

  /** Reads the histories by item; all are equally long. */
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
    double[] demand = new double[line.getFieldCount() - 1];
    for (int period = 0; period < demand.length; period++) {
      String field = line.getField(period + 1);
      try {
        demand[period] = Double.parseDouble(field);
      } catch (NumberFormatException e) {
        throw bad(line, "hold numbers", field);
      }
    }
    return DemandHistory.of(demand);
  }

  private static InvalidValueException bad(CsvRecord line, String rule, Object found) {
    return Numbers.refused("line " + line.getStartingLineNumber(), rule, found);
  }
}
