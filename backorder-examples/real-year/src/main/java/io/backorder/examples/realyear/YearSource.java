package io.backorder.examples.realyear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a retailer's year comes from. */
interface YearSource {

  /**
   * Reads or makes the year.
   *
   * @throws IOException if a file cannot be read
   * @throws BadDataException if what it holds is not a retailer's year
   */
  RetailYear read() throws IOException;

  /**
   * Returns what the lines of the year were sold for.
   *
   * @param year the year, as it was read
   * @throws IOException if a file cannot be read
   * @throws BadDataException if what it holds are no prices
   */
  PriceList prices(RetailYear year) throws IOException;

  /**
   * Returns the source at a path: a folder with the four tables of the Online Retail data set, its one
   * table, or a folder with that one file.
   *
   * @throws BadDataException if there is no such thing
   */
  static YearSource of(Path path) {
    if (Files.isRegularFile(path)) {
      return new UciFile(path);
    }
    if (!Files.isDirectory(path)) {
      throw new BadDataException("data must be a folder or a file: " + path);
    }
    return UciFolder.isIn(path) ? new UciFolder(path) : new UciFile(onlyTable(path));
  }

  private static Path onlyTable(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables =
          files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?")).toList();
      if (tables.size() != 1) {
        throw new BadDataException(
            "folder must have orders.csv.gz and its three companions, or one CSV file: %s has %d files"
                    .formatted(folder, tables.size())
                + " of that kind");
      }
      return tables.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
