package io.backorder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files of real series, which the system property {@code backorder.real} names the folder of. */
final class RealSeries {

  private RealSeries() {}

  /** A part of one row of a file: all of it, where no bounds are given. */
  static double[] slice(CaseInputs in) {
    String row = in.text("row");
    double[] all = requireNonNull(rows(in.text("file")).get(row), row);
    int first = in.whole("first", 0);
    int count = in.whole("count", all.length - first);
    if (first + count > all.length) {
      throw new AssertionError("row must have %d cells: %s".formatted(first + count, in.node()));
    }
    return Arrays.copyOfRange(all, first, first + count);
  }

  /** The rows of a file, by name. */
  static Map<String, double[]> rows(String file) {
    Path path = Path.of(System.getProperty("backorder.real", ""), "series").resolve(file);
    try (Stream<String> lines = Files.lines(path)) {
      Map<String, double[]> rows = new LinkedHashMap<>();
      lines.skip(1).forEach(line -> {
        String[] cells = line.split(",", -1);
        rows.put(
            cells[0], Stream.of(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
      });
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
