package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.BackorderCalculator;
import io.backorder.Shortage;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderLine;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Total orders minus available stock. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class CalculatorProperties {

  private static final long MAX = Long.MAX_VALUE;

  @Provide
  Arbitrary<Long> units() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.longs().between(0, 20)),
        Tuple.of(1, Arbitraries.of(0L, (1L << 31) - 1, 1L << 31, 1L << 62, MAX - 1, MAX)));
  }

  @Provide
  Arbitrary<List<Long>> needs() {
    return Shops.needs();
  }

  private static long backordered(long ordered, long available) {
    return BackorderCalculator.calculate(Quantity.of(ordered), Quantity.of(available))
        .backordered()
        .units();
  }

  /** B1. */
  @Property
  void whatIsNotFillableIsBackorderedAndNeverNegative(
      @ForAll("units") long ordered, @ForAll("units") long available) {
    Shortage shortage = BackorderCalculator.calculate(Quantity.of(ordered), Quantity.of(available));
    assertThat(shortage.backordered().units()).isEqualTo(Math.max(0, ordered - available));
    assertThat(shortage.fillable().plus(shortage.backordered())).isEqualTo(Quantity.of(ordered));
    assertThat(shortage.fillable().units()).isEqualTo(Math.min(ordered, available));
  }

  /** B2. */
  @Property
  void oneMoreUnitMovesTheAnswerByAtMostOne(
      @ForAll("units") long ordered, @ForAll("units") long available) {
    long lacks = backordered(ordered, available);
    if (available < MAX) {
      assertThat(lacks - backordered(ordered, available + 1)).isBetween(0L, 1L);
    }
    if (ordered < MAX) {
      assertThat(backordered(ordered + 1, available) - lacks).isBetween(0L, 1L);
    }
  }

  /** B3. */
  @Property
  void pooledStockNeverLacksMore(
      @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 0, max = 9) Long> demand,
      @ForAll @Size(min = 5, max = 5) List<@LongRange(min = 0, max = 9) Long> stock) {
    Map<LocationId, Quantity> ordered = new LinkedHashMap<>();
    Map<LocationId, Quantity> available = new LinkedHashMap<>();
    boolean surplus = false;
    boolean lack = false;
    for (int i = 0; i < demand.size(); i++) {
      ordered.put(LocationId.of("L" + i), Quantity.of(demand.get(i)));
      available.put(LocationId.of("L" + i), Quantity.of(stock.get(i)));
      surplus |= stock.get(i) > demand.get(i);
      lack |= stock.get(i) < demand.get(i);
    }
    long apart = BackorderCalculator.perLocation(ordered, available).values().stream()
        .mapToLong(each -> each.backordered().units())
        .sum();
    long pooled = BackorderCalculator.pooled(ordered, available).backordered().units();
    assertThat(apart).isGreaterThanOrEqualTo(pooled);
    if (!(surplus && lack)) {
      assertThat(apart).isEqualTo(pooled);
    }
  }

  /** B4. */
  @Property
  void theLedgerAndTheCalculatorAgree(
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 0, max = 60) long stock,
      @ForAll Shop.Policy policy) {
    Kernel kernel = new Kernel(Shops.of(policy));
    kernel.post(new Paper.Count("C", List.of(new Paper.Units("A", "MAIN", stock))));
    for (int i = 0; i < needs.size(); i++) {
      kernel.post(Shops.order("O" + i, needs.get(i)));
    }
    Quantity found = kernel.inventory.item(Sku.of("A")).backordered();
    Quantity expected = BackorderCalculator.calculate(
            needs.stream().map(Quantity::of).toList(), Quantity.of(stock))
        .backordered();
    if (policy == Shop.Policy.COMPLETE_LINES) {
      assertThat(found).isGreaterThanOrEqualTo(expected);
    } else {
      assertThat(found).isEqualTo(expected);
    }
  }

  /** B1, N1: every form of the calculator gives the same answer, or the same refusal. */
  @Property
  void everyFormGivesTheSameAnswer(
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 2) Integer> skus,
      @ForAll("units") long each,
      @ForAll("units") long available) {
    BigInteger[] exact = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    int[] index = new int[skus.size()];
    long[] quantity = new long[skus.size()];
    List<OrderLine> book = new ArrayList<>();
    for (int i = 0; i < skus.size(); i++) {
      index[i] = skus.get(i);
      quantity[i] = each;
      exact[index[i]] = exact[index[i]].add(BigInteger.valueOf(each));
      book.add(OrderLine.of("1", Sku.of("S" + skus.get(i)), Quantity.of(each)));
    }
    boolean overflow = List.of(exact).stream().anyMatch(sum -> sum.bitLength() > 63);
    long[] stock = {available, available, available};
    if (overflow) {
      requireOverflow(() -> BackorderCalculator.columns(index, quantity, stock));
      requireOverflow(
          () -> BackorderCalculator.report(book.iterator(), sku -> Quantity.of(available)));
      return;
    }
    long[] columns = BackorderCalculator.columns(index, quantity, stock);
    var report = BackorderCalculator.report(book.iterator(), sku -> Quantity.of(available));
    for (int sku = 0; sku < exact.length; sku++) {
      long expected = Math.max(0, exact[sku].longValueExact() - available);
      assertThat(columns[sku]).isEqualTo(expected);
      Optional<Shortage> reported = report.of(Sku.of("S" + sku));
      assertThat(reported.map(shortage -> shortage.backordered().units()).orElse(0L))
          .isEqualTo(expected);
    }
  }

  private static void requireOverflow(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.QUANTITY_OVERFLOW));
  }

  /** B1: what a policy leaves short, line by line, adds up to what the item lacks. */
  @Property
  void theSharesAddUpToTheShortage(
      @ForAll("needs") List<Long> needs, @ForAll @LongRange(min = 0, max = 60) long stock) {
    Kernel kernel = new Kernel(Shops.PLAIN);
    for (int i = 0; i < needs.size(); i++) {
      kernel.post(Shops.order("O" + i, needs.get(i)));
    }
    List<WaitingLine> waiting = kernel.inventory.waiting(Sku.of("A"), 99);
    long lacks = BackorderCalculator.share(
            Backlog.of(Sku.of("A"), waiting), Quantity.of(stock), Kernel.policy(Shop.Policy.FIFO))
        .values()
        .stream()
        .mapToLong(each -> each.backordered().units())
        .sum();
    assertThat(lacks)
        .isEqualTo(backordered(needs.stream().mapToLong(each -> each).sum(), stock));
  }

  /** N1: balances work up to the last unit, and the one beyond changes nothing. */
  @Property
  void theLastUnitFitsAndTheNextIsRefused(
      @ForAll @LongRange(min = 0, max = 9) long room,
      @ForAll @LongRange(min = 1, max = 19) long more) {
    Kernel kernel = new Kernel(Shops.PLAIN);
    kernel.post(Shops.receipt("R1", MAX - room));
    boolean fits = more <= room;
    assertThat(kernel.post(Shops.receipt("R2", more)).isRefused()).isEqualTo(!fits);
    assertThat(kernel.inventory.item(Sku.of("A")).onHand().units())
        .isEqualTo(MAX - room + (fits ? more : 0));
    Kernel backlog = new Kernel(Shops.PLAIN);
    backlog.post(Shops.order("O1", MAX - room));
    assertThat(backlog.post(Shops.order("O2", more)).isRefused()).isEqualTo(!fits);
    assertThat(backlog.inventory.item(Sku.of("A")).backordered().units())
        .isEqualTo(MAX - room + (fits ? more : 0));
  }
}
