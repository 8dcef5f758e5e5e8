package io.backorder.examples.realyear;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.backorder.refusal.InvalidValueException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A CSV file with a header line, compressed if its name ends in {@code .gz}. Every complaint names the
 * file and the line.
 *
 * @param file the file
 */
record CsvTable(Path file) {

  /** Hands every row to a reader. */
  void forEach(Consumer<Row> reader) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = open()) {
      for (NamedCsvRecord row : csv) {
        reader.accept(new Row(file, row));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new BadDataException("cannot read %s: %s".formatted(file, reason(e)));
    } catch (ZipException | EOFException e) {
      throw new BadDataException("cannot unpack %s: %s".formatted(file, e.getMessage()));
    }
  }

  private CsvReader<NamedCsvRecord> open() throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    // a byte that is no UTF-8 stands in a name at worst, and is shown as U+FFFD
    Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(text);
  }

  private static String reason(RuntimeException e) {
    String cause = e.getCause() == null ? "" : ", " + e.getCause().getMessage();
    return e.getMessage() + cause;
  }

  /** A row. */
  record Row(Path file, NamedCsvRecord fields) {

    /** Returns the field of the first of some columns that the file has, without blanks around. */
    String text(String... columns) {
      return Stream.of(columns)
          .flatMap(column -> find(column).stream())
          .findFirst()
          .map(String::strip)
          .orElseThrow(() -> bad("column must be there", String.join("\" or \"", columns)));
    }

    private Optional<String> find(String column) {
      Optional<String> found = fields.findField(column);
      // the first column of a file that a spreadsheet wrote begins with a byte order mark
      return found.isPresent() ? found : fields.findField("\uFEFF" + column);
    }

    /** Returns a field that must not be empty. */
    String name(String... columns) {
      String text = text(columns);
      if (text.isEmpty()) {
        throw bad(columns[0] + " must not be empty", text);
      }
      return text;
    }

    /** Returns a field that is an identifier. */
    <T> T identifier(Function<String, T> type, String... columns) {
      String text = name(columns);
      try {
        return type.apply(text);
      } catch (InvalidValueException e) {
        throw bad(columns[0] + " must be an identifier", text);
      }
    }

    /** Returns a field that is a whole number. */
    long whole(String... columns) {
      String text = text(columns);
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw bad(columns[0] + " must be a whole number", text);
      }
    }

    /** Returns a field that is a number. */
    BigDecimal number(String... columns) {
      String text = text(columns);
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw bad(columns[0] + " must be a number", text);
      }
    }

    /** Returns a field that is a number, zero or above. */
    BigDecimal price(String... columns) {
      BigDecimal price = number(columns);
      if (price.signum() < 0) {
        throw bad(columns[0] + " must be zero or positive", price.toPlainString());
      }
      return price;
    }

    /** Returns a field that is a date and a time of day in one of some formats. */
    LocalDateTime moment(List<DateTimeFormatter> formats, String... columns) {
      String text = text(columns);
      return formats.stream()
          .flatMap(format -> moment(text, format).stream())
          .findFirst()
          .orElseThrow(() -> bad(columns[0] + " must be a date and a time", text));
    }

    private static Optional<LocalDateTime> moment(String text, DateTimeFormatter format) {
      try {
        return Optional.of(LocalDateTime.parse(text, format));
      } catch (DateTimeParseException e) {
        return Optional.empty(); // another format may fit
      }
    }

    /** Returns a complaint about this row. */
    BadDataException bad(String rule, String value) {
      return new BadDataException(
          "%s, line %d: %s: \"%s\"".formatted(file, fields.getStartingLineNumber(), rule, value));
    }
  }
}
