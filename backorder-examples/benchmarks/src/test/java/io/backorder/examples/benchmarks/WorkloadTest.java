package io.backorder.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.BackorderCalculator;
import io.backorder.BackorderReport;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The baseline and the library do the same work: they agree on what is reserved and who waits. */
final class WorkloadTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 2_000})
  void placeAll_hotSku_leavesBothShopsAlike(int orders) {
    QueueShop plain = new QueueShop();
    LibraryShop library = LibraryShop.withIdleListeners(1);
    int stock = HotSku.stockFor(orders);

    long reservedByPlain = sell(plain, orders, stock);
    long reservedByLibrary = sell(library, orders, stock);

    assertThat(reservedByLibrary).isEqualTo(reservedByPlain);
    assertThat(library.levels("SKU-0")).isEqualTo(plain.levels("SKU-0"));
    assertThat(plain.levels("SKU-0").reserved()).isEqualTo(reservedByPlain);
    assertThat(plain.queued()).isEqualTo(plain.levels("SKU-0").backordered());
    assertThat(plain.entries()).isEqualTo(orders + 1);
    assertThat(library.inventory().verify().isSound()).isTrue();
  }

  private static long sell(Shop shop, int orders, int stock) {
    shop.receive("opening", "SKU-0", stock);
    return HotSku.of("SKU-0", 0, orders).placeAll(shop);
  }

  @Test
  void placeAll_hotSku_reservesAllStockAndLetsAboutAsMuchWait() {
    QueueShop plain = new QueueShop();

    sell(plain, 2_000, HotSku.stockFor(2_000));

    assertThat(plain.levels("SKU-0").reserved()).isEqualTo(3_000);
    assertThat(plain.levels("SKU-0").backordered()).isBetween(2_800L, 3_200L);
  }

  @Test
  void place_sameOrderTwice_isPlacedOnceInEveryShop() {
    for (Shop shop : List.of(new QueueShop(), new ListShop(), LibraryShop.withIdleListeners(0))) {
      shop.receive("opening", "SKU-0", 3);
      long first = shop.place("A", "SKU-0", 5);
      long again = shop.place("A", "SKU-0", 5);

      assertThat(first).isEqualTo(3);
      assertThat(again).isEqualTo(3);
      assertThat(shop.levels("SKU-0")).isEqualTo(new Shop.Levels(3, 3, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 400})
  void live_longTail_leavesEveryItemAlikeInBothShops(int items) {
    String[] skus = LongTail.skus(items);
    Shop.WithAfterSales plain = new ListShop();
    LibraryShop library = LibraryShop.withIdleListeners(1);

    long reservedByPlain = live(plain, skus);
    long reservedByLibrary = live(library, skus);

    assertThat(reservedByLibrary).isEqualTo(reservedByPlain).isPositive();
    for (String sku : skus) {
      assertThat(library.levels(sku)).as(sku).isEqualTo(plain.levels(sku));
    }
    assertThat(library.inventory().verify().isSound()).isTrue();
  }

  private static long live(Shop.WithAfterSales shop, String[] skus) {
    LongTail.open(shop, skus);
    return LongTail.of(skus, LongTail.demand(skus.length), 0, 20_000).live(shop);
  }

  @ParameterizedTest
  @EnumSource
  void play_backlog_keepsBothQueuesAlikeThroughout(Policy policy) {
    BacklogScript script = BacklogScript.of(policy, 500, 6_000);
    script.renumber();

    List<Long> plain = waitingAlong(script, PlainBacklog.of(policy, script.book()));
    List<Long> library = waitingAlong(script, LibraryBacklog.of(policy, script.book()));

    assertThat(library).isEqualTo(plain).hasSize(9);
    assertThat(plain).last().isEqualTo(0L);
  }

  /** The units that wait before each stretch, then those filled in all, then those that wait. */
  private static List<Long> waitingAlong(BacklogScript script, Backlog backlog) {
    List<Long> waiting = new ArrayList<>();
    Section unused = new Section();
    long filled = script.play(backlog, phase -> {
      if (phase != BacklogScript.Phase.BUILD) {
        waiting.add(backlog.waiting());
      }
      return unused;
    });
    waiting.add(filled);
    waiting.add(backlog.waiting());
    return waiting;
  }

  @ParameterizedTest
  @EnumSource
  void columns_bothDemands_agreeWithThePlainPass(CalculatorBenchmark.Demand demand) {
    OrderColumns columns = columns(demand);

    assertThat(BackorderCalculator.columns(columns.sku(), columns.quantity(), columns.available()))
        .isEqualTo(PlainCalculator.dense(columns.sku(), columns.quantity(), columns.available()));
  }

  @ParameterizedTest
  @EnumSource
  void report_bothDemands_agreesWithThePlainMerge(CalculatorBenchmark.Demand demand) {
    OrderColumns columns = columns(demand);
    String[] texts = columns.texts();

    BackorderReport report = BackorderCalculator.report(
        columns.lines(texts), sku -> Quantity.of(columns.available(sku.value())));

    Map<String, Long> lacking = new HashMap<>();
    report
        .items()
        .forEach(item ->
            lacking.put(item.sku().value(), item.shortage().backordered().units()));
    Map<String, Long> expected = new HashMap<>();
    PlainCalculator.lacking(texts, columns.quantity(), columns::available)
        .forEach((sku, total) -> expected.put(sku, total[0]));
    assertThat(lacking).isEqualTo(expected);
  }

  private static OrderColumns columns(CalculatorBenchmark.Demand demand) {
    return demand == CalculatorBenchmark.Demand.ZIPF
        ? OrderColumns.zipf(20_000, 1_000)
        : OrderColumns.uniform(20_000, 1_000);
  }
}
