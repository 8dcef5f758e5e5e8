package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.backorder.Inventory;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.examples.realyear.MoneyResult.Course;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.revenue.RevenueAccount;
import io.backorder.stock.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The money of a year: of the small shop, whose lamps cost 1.85, of the benchmark, and of the real one. */
final class MoneyTrialTest {

  private static final OrderUpToRule RULE = new OrderUpToRule(0, 2, 1);

  @TempDir
  Path folder;

  private static MoneyResult money(RetailYear year, PriceList prices, OrderUpToRule rule) {
    return new MoneyTrial(year, prices, replayed(year, rule)).run();
  }

  private static Inventory replayed(RetailYear year, OrderUpToRule rule) {
    Replay replay = new Replay(year, rule, PolicyChoice.FIRST_COME_FIRST_SERVED);
    replay.run(done -> {});
    return replay.inventory();
  }

  private static String deferred(Course course, LocalDate evening) {
    RevenueAccount account =
        requireNonNull(course.evenings().get(evening), "evening of " + evening);
    return account.deferred().toString();
  }

  /** 98 of the hundred lamps wait on the evening of day 60: 98 * 1.85; half of that; a fifth. */
  @Test
  void run_salesOnly_defersWhatWaits() throws IOException {
    YearSource source = YearSource.of(SmallShop.folder(folder));
    RetailYear year = source.read().salesOnly();

    MoneyResult money = money(year, source.prices(year), RULE);

    assertThat(money.courses()).hasSize(3);
    assertThat(money.courses().get(0).evenings()).hasSize(year.replayedDays());
    LocalDate day60 = year.date(60);
    assertThat(money.courses().stream().map(course -> deferred(course, day60)))
        .containsExactly("GBP 181.30", "GBP 90.65", "GBP 36.26");
    assertThat(deferred(money.courses().get(0), day60.minusDays(1))).isEqualTo("GBP 0.00");
    assertThat(money.courses().get(0).closing().paid()).hasToString("GBP 236.80");
    assertThat(money.courses().get(0).mostDeferred()).hasToString("GBP 181.30");
    assertThat(money.courses().get(0).dayOfMost()).isEqualTo(day60);
    assertThat(money.isSound()).isTrue();
    assertThat(money.reconciliation().lines()).isEqualTo(15);
  }

  /** The hundred lamps are all given up or sent back: 185.00 of 236.80. */
  @Test
  void run_cancellationsAndReturns_refundsWhatWasGivenBack() throws IOException {
    YearSource source = YearSource.of(SmallShop.folder(folder));
    RetailYear year = source.read();

    MoneyResult money = money(year, source.prices(year), RULE);

    RevenueAccount closing = money.courses().get(0).closing();
    assertThat(closing.paid()).hasToString("GBP 236.80");
    assertThat(closing.refunded()).hasToString("GBP 185.00");
    assertThat(money.isSound()).isTrue();
    assertThat(money.table().rows()).hasSize(6);
    assertThat(money.words())
        .startsWith("The prices are those of the order lines. Payments are assumed: ")
        .endsWith("15 lines were compared with the inventory, unit by unit: all agree.");
  }

  @Test
  void prices_oneTable_areThoseOfTheFourTables() throws IOException {
    YearSource tables = YearSource.of(SmallShop.folder(folder));
    YearSource table = YearSource.of(
        SmallShop.file(Files.createDirectory(folder.resolve("one")).resolve("retail.csv")));

    PriceList prices = tables.prices(tables.read());

    assertThat(table.prices(table.read())).isEqualTo(prices);
    assertThat(prices.units()).hasSize(SmallShop.DAYS + 1);
    assertThat(prices.of(OrderLineId.of("2000", "1"))).contains(new BigDecimal("1.85"));
    assertThat(prices.of(OrderLineId.of("C2001", "1"))).isEmpty();
  }

  @Test
  void prices_belowZero_nameFileLineAndRule() throws IOException {
    Path lines = SmallShop.folder(folder).resolve("order_lines.csv");
    List<String> rows = Files.readAllLines(lines);
    rows.set(1, "1000,22632,2,-1.85");
    Files.write(lines, rows);
    YearSource source = YearSource.of(folder);
    RetailYear year = source.read();

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> source.prices(year))
        .withMessage(lines + ", line 2: unit_price_gbp must be zero or positive: \"-1.85\"");
  }

  @Test
  void prices_ofTheBenchmark_coverEveryLine() throws IOException {
    YearSource source = new TpcdsYear(2001, 0.01);
    RetailYear year = source.read();

    PriceList prices = source.prices(year);

    for (List<RetailEvent> day : year.days()) {
      for (RetailEvent event : day) {
        if (event instanceof Sale sale) {
          for (OrderLine line : sale.order().lines()) {
            OrderLineId id = new OrderLineId(sale.order().order(), line.number());
            assertThat(prices.of(id).map(BigDecimal::signum)).contains(1);
          }
        }
      }
    }
    assertThat(prices.units().values().stream().distinct().count()).isGreaterThan(100);
  }

  @Test
  void realYear_smallShop_reportsTheMoney() throws IOException {
    Path report = folder.resolve("year.html");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

    int status = new RealYear(printed, printed)
        .run("--data", SmallShop.folder(folder).toString(), "--output", report.toString());

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("What customers paid for goods that they did not have yet (GBP)")
        .containsPattern("(?m)^- refunded +185\\.00 ");
    assertThat(Files.readString(report))
        .containsOnlyOnce("<h2>Money</h2>")
        .contains("Deferred revenue, by when customers pay", "GBP in the evening")
        .contains("a fifth when ordered", "unit by unit: all agree");
  }

  @Test
  void run_realSales_movesEveryPenny() throws IOException {
    Path orders = Path.of(System.getProperty("backorder.real", "missing"), "orders");
    assumeTrue(
        Files.isDirectory(orders),
        "set -Dbackorder.real to the folder of the real data: " + orders);
    YearSource source = YearSource.of(orders);
    RetailYear year = source.read();

    PriceList prices = source.prices(year);
    Inventory inventory = replayed(year, new OrderUpToRule(1.645, 14, 7));

    MoneyResult money = new MoneyTrial(year, prices, inventory).run();

    assertThat(money.reconciliation().differences()).isEmpty();
    assertThat(money.isSound()).isTrue();
    List<RevenueAccount> closing = money.courses().stream().map(Course::closing).toList();
    assertThat(closing.get(0).deferred())
        .isEqualTo(worth(inventory, prices, line -> line.reserved().plus(line.backordered())));
    assertThat(closing)
        .extracting(RevenueAccount::recognised)
        .containsOnly(worth(inventory, prices, line -> line.shipped().minus(line.returned())));
    assertThat(closing.get(0).deferred()).hasToString("GBP 54822.58");
    assertThat(closing.get(0).recognised()).hasToString("GBP 8491458.67");
  }

  /** What some units of every line cost, from the inventory and not from the ledger. */
  private static Money worth(
      Inventory inventory, PriceList prices, Function<LineStatus, Quantity> units) {
    return prices.units().keySet().stream()
        .map(OrderLineId::order)
        .distinct()
        .flatMap(order -> inventory.order(order).stream())
        .flatMap(order -> order.lines().stream())
        .map(line -> UnitPrice.of(prices.of(line.id()).orElseThrow(), prices.currency())
            .of(units.apply(line)))
        .reduce(Money.zero(prices.currency()), Money::plus);
  }
}
