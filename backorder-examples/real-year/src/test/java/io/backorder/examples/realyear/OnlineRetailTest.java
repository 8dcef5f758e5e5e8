package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.CustomerId;
import io.backorder.demand.Priority;
import io.backorder.examples.realyear.RetailEvent.Correction;
import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both layouts of the Online Retail data set. */
final class OnlineRetailTest {

  @TempDir
  Path folder;

  @Test
  void read_fourTables_ordersCancellationsAndCorrectionsStandOnTheirDays() throws IOException {
    RetailYear year = YearSource.of(SmallShop.folder(folder)).read();

    assertThat(year.first()).isEqualTo(LocalDate.of(2011, 1, 1));
    assertThat(year.days()).hasSize(SmallShop.DAYS);
    List<RetailEvent> day60 = year.days().get(60);
    assertThat(day60).hasSize(3);
    assertThat(day60.get(1)).isInstanceOfSatisfying(Sale.class, sale -> {
      assertThat(sale.order().order().value()).isEqualTo("2000");
      assertThat(sale.order().terms().customer()).contains(CustomerId.of("17850"));
      assertThat(sale.order().lines().get(0).quantity().units()).isEqualTo(100);
    });
    assertThat(day60.get(2)).isInstanceOfSatisfying(GivenBack.class, given -> {
      assertThat(given.at()).isEqualTo(LocalDateTime.of(2011, 3, 2, 12, 0));
      assertThat(given.account()).isEqualTo("17850");
      assertThat(given.units().quantity().units()).isEqualTo(99);
    });
    assertThat(year.days().get(62).get(1)).isInstanceOfSatisfying(Correction.class, correction -> {
      assertThat(correction.document().delta()).isEqualTo(-1000);
      assertThat(correction.document().reason()).isEqualTo("wet, <rusty>");
    });
    assertThat(year.about().names()).containsEntry(Sku.of("22632"), "LAMP <RED>");
  }

  @Test
  void read_oneTable_isTheSameYearAsTheFourTables() throws IOException {
    RetailYear tables = YearSource.of(SmallShop.folder(folder)).read();
    Path file = SmallShop.file(Files.createDirectory(folder.resolve("one")).resolve("retail.csv"));

    RetailYear table = YearSource.of(file).read();

    assertThat(table.days()).isEqualTo(tables.days());
    assertThat(table.about().names()).isEqualTo(tables.about().names());
    assertThat(YearSource.of(folder.resolve("one")).read().days()).isEqualTo(tables.days());
  }

  @Test
  void read_packedTable_isUnpacked() throws IOException {
    RetailYear plain = YearSource.of(SmallShop.folder(folder)).read();
    pack(folder.resolve("order_lines.csv"));

    assertThat(YearSource.of(folder).read().days()).isEqualTo(plain.days());
  }

  private static void pack(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
      out.write(Files.readAllBytes(file));
    }
    Files.delete(file);
  }

  @Test
  void read_columnsOfTheSecondEditionAndByteOrderMark_areKnown() throws IOException {
    Path file = SmallShop.file(folder.resolve("retail.csv"));
    RetailYear first = YearSource.of(file).read();
    String text = Files.readString(file)
        .replace("InvoiceNo,", "\uFEFFInvoice,")
        .replace("UnitPrice,CustomerID", "Price,Customer ID");
    Files.writeString(file, text);

    assertThat(YearSource.of(file).read().days()).isEqualTo(first.days());
  }

  @Test
  void read_earlierOrders_decideThePriority() throws IOException {
    RetailYear year = YearSource.of(SmallShop.folder(folder)).read();

    assertThat(priority(year, 0)).isEqualTo(Priority.LOW);
    assertThat(priority(year, 1)).isEqualTo(Priority.NORMAL);
    assertThat(priority(year, CustomerClass.MANY - 1)).isEqualTo(Priority.NORMAL);
    assertThat(priority(year, CustomerClass.MANY)).isEqualTo(Priority.HIGH);
  }

  private static Priority priority(RetailYear year, int day) {
    return ((Sale) year.days().get(day).get(0)).order().terms().priority();
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.csv", "order_lines.csv", "stock_adjustments.csv", "products.csv"})
  void read_missingTable_isNamed(String table) throws IOException {
    SmallShop.folder(folder);
    Files.delete(folder.resolve(table));

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(folder).read())
        .withMessageContaining(folder.toString());
  }

  @Test
  void read_missingTable_saysWhichWasLookedFor() throws IOException {
    SmallShop.folder(folder);
    Path lines = folder.resolve("order_lines.csv");
    Files.delete(lines);

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(folder).read())
        .withMessage("file must be there: %s or %s.gz".formatted(lines, lines));
  }

  @Test
  void of_nothingAtThePath_isRejected() {
    Path missing = folder.resolve("missing");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(missing))
        .withMessage("data must be a folder or a file: " + missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders.csv        | 1000,yesterday,13047,France | placed_at must be a date and a time: \"yesterday\"",
        "orders.csv        | ,2011-01-01 10:00:00,13047,France | order_no must not be empty: \"\"",
        "order_lines.csv   | 1000,22632,two,1.85 | quantity must be a whole number: \"two\"",
        "order_lines.csv   | 9999,22632,2,1.85 | order_no must be one of orders.csv: \"9999\"",
        "stock_adjustments.csv | 1,2011-01-01 10:00:00,22632,some,lost | delta must be a whole number: \"some\"",
        "products.csv      | ,LAMP,1.85 | sku must not be empty: \"\""
      })
  void read_malformedRow_namesFileLineAndRule(String table, String row, String complaint)
      throws IOException {
    SmallShop.folder(folder);
    Path file = folder.resolve(table);
    List<String> rows = Files.readAllLines(file);
    rows.set(1, row);
    Files.write(file, rows);

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(folder).read())
        .withMessage("%s, line 2: %s".formatted(file, complaint));
  }

  @Test
  void read_rowWithTooFewFields_namesFileLineAndColumn() throws IOException {
    SmallShop.folder(folder);
    Path file = folder.resolve("order_lines.csv");
    Files.writeString(file, "order_no,sku,quantity,unit_price_gbp\n1000,22632\n");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(folder).read())
        .withMessage(file + ", line 2: column must be there: \"quantity\"");
  }

  @Test
  void read_missingColumn_isNamed() throws IOException {
    Path file = folder.resolve("retail.csv");
    Files.writeString(file, "InvoiceNo,StockCode,Quantity\n1,22632,2\n");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(file).read())
        .withMessage(file + ", line 2: column must be there: \"InvoiceDate\"");
  }

  @Test
  void read_fileThatIsNotPacked_isRejected() throws IOException {
    SmallShop.folder(folder);
    Path file = folder.resolve("orders.csv.gz");
    Files.write(file, "order_no".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(folder).read())
        .withMessageStartingWith("cannot unpack " + file);
  }

  @Test
  void read_yearShorterThanTheWindow_isRejected() throws IOException {
    Path file = folder.resolve("retail.csv");
    Files.writeString(file, """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        1,22632,LAMP,2,12/1/2010 8:26,1.85,17850,France
        """);

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> YearSource.of(file).read())
        .withMessage("days of data must be more than the 56 of the opening stock: 1");
  }
}
