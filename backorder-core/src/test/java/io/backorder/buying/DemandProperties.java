package io.backorder.buying;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.Document;
import io.backorder.posting.LineOutcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Demand against a model that listens to the customers instead of reading the ledger. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 1000)
final class DemandProperties {

  private static final int DAYS = 4;
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final List<String> NUMBERS = List.of("1", "2", "3");
  private static final Set<ErrorCode> WANT = EnumSet.of(
      ErrorCode.BACKORDER_LIMIT, ErrorCode.BACKORDERS_REFUSED, ErrorCode.INSUFFICIENT_STOCK);
  private static final Map<Sku, ItemTerms> TERMS = Map.of(
      LAMP, ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(5))),
      PAIR,
          ItemTerms.standard()
              .kitOf(Map.of(LAMP, Quantity.of(2)))
              .withBackorders(BackorderAllowance.upTo(Quantity.of(2))));

  /** What somebody does next: all numbers are taken for what they are needed for. */
  private record Move(int kind, int order, int line, int units) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Move::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(25);
  }

  /** Lines 1 and 2 ask for lamps, line 3 for pairs of them. */
  private static long lamps(long[] lines) {
    return lines[0] + lines[1] + 2 * lines[2];
  }

  private static final class Shop {

    private final List<RefusedDemand> kept = new ArrayList<>();
    private final Map<String, long[]> accepted = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();
    private final Map<String, Long> lacked = new HashMap<>();
    private final Map<String, Long> worst = new HashMap<>();
    private final double[] asked = new double[DAYS];
    private final long[] shorts = new long[DAYS];
    private int refusals;
    private long lacking; // how much of what the last document asked for was not there
    private int day;
    private int documents;
    private Instant now = MONDAY;
    private final Inventory inventory = Inventory.inMemory()
        .terms(sku -> TERMS.getOrDefault(sku, ItemTerms.standard()))
        .clock(() -> now)
        .refusals(kept::add)
        .build();

    void go(Move move) {
      documents++;
      now = now.plusSeconds(move.units() % 3);
      String number = "D" + documents;
      String order = "O" + move.order() % 3;
      int line = move.line() % 3;
      Quantity units = Quantity.of(1 + move.units() % 7);
      OrderLineId id = OrderLineId.of(order, NUMBERS.get(line));
      switch (move.kind() % 9) {
        case 0 -> post(ReceiveStock.of(number, LAMP, LocationId.of("MAIN"), units));
        case 1 -> post(CancelOrder.units(number, id, Quantity.of(1)));
        case 2 -> post(ShipOrder.all(number, id.order()));
        case 3 -> tomorrow();
        case 4, 5 -> change(ChangeLine.of(number, id, units), line);
        default -> place(order, move);
      }
    }

    private void tomorrow() {
      if (day < DAYS - 1) {
        day++;
        now = MONDAY.plus(day, ChronoUnit.DAYS);
      }
    }

    private void place(String order, Move move) {
      long[] lines = {1 + move.units() % 4, move.units() % 3, move.line() % 3};
      List<OrderLine> some = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        if (lines[i] > 0) {
          some.add(OrderLine.of(NUMBERS.get(i), i < 2 ? LAMP : PAIR, Quantity.of(lines[i])));
        }
      }
      List<ShortageRule> rules = List.of(ShortageRule.values());
      OrderTerms terms = OrderTerms.standard().onShortage(rules.get(move.line() % rules.size()));
      boolean isNew = !accepted.containsKey(order);
      Result result = post(PlaceOrder.of(OrderId.of(order), some).with(terms));
      if (isNew) {
        hear(order, lines, result);
      }
    }

    private void change(ChangeLine change, int line) {
      String order = change.line().order().value();
      long[] lines = accepted.getOrDefault(order, new long[3]).clone();
      lines[line] = change.quantity().units();
      hear(order, lines, post(change));
    }

    /** A customer has said which units are wanted of each line, and has perhaps got them. */
    private void hear(String order, long[] lines, Result result) {
      if (result == Result.NO_DEMAND) {
        return;
      }
      long before = most.getOrDefault(order, 0L);
      most.merge(order, lamps(lines), Math::max);
      asked[day] += most.getOrDefault(order, 0L) - before;
      long added = lamps(lines) - lamps(accepted.getOrDefault(order, new long[3]));
      if (result == Result.TAKEN) {
        accepted.put(order, lines);
        lacked.merge(order, Math.min(0, added), (had, less) -> Math.max(0, had + less));
        lacked.merge(order, lacking, Long::sum);
        lack(order, 0);
      } else {
        refusals++;
        lack(order, Math.max(0, added));
        now = now.plusSeconds(1); // whoever comes next comes later
      }
    }

    /** An order lacks all that was not there at once of what it asks for, and what it asked for in vain. */
    private void lack(String order, long inVain) {
      long before = worst.getOrDefault(order, 0L);
      worst.merge(order, lacked.getOrDefault(order, 0L) + inVain, Math::max);
      shorts[day] += worst.getOrDefault(order, 0L) - before;
    }

    private Result post(Document document) {
      try {
        lacking = 0;
        for (LineOutcome line : inventory.post(document).lines()) {
          long each = line.line().line().equals("3") ? 2 : 1;
          lacking += each * (line.backordered().units() + line.refused().units());
        }
        return Result.TAKEN;
      } catch (InventoryException e) {
        return WANT.contains(e.code()) ? Result.IN_VAIN : Result.NO_DEMAND;
      }
    }

    DemandHistory history(List<RefusedDemand> refused) {
      return DemandRecords.of(LAMP, inventory.ledger().of(LAMP))
          .withRefused(refused)
          .history(
              PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC),
              MONDAY,
              MONDAY.plus(DAYS, ChronoUnit.DAYS));
    }

    long[] shortages(List<RefusedDemand> refused) {
      return shortages(inventory.ledger().of(LAMP), refused);
    }

    /** The shortages that one order caused. */
    long[] shortagesOf(String order) {
      OrderId id = OrderId.of(order);
      return shortages(
          inventory.ledger().of(LAMP).stream().filter(each -> isOf(each, id)).toList(),
          kept.stream().filter(each -> each.order().equals(id)).toList());
    }

    private static boolean isOf(LedgerRecord record, OrderId order) {
      return record.entry() instanceof LedgerEntry.LineEntry entry
          && entry.claim().line().order().equals(order);
    }

    private static long[] shortages(List<LedgerRecord> records, List<RefusedDemand> refused) {
      return DemandRecords.of(LAMP, records)
          .withRefused(refused)
          .shortages(
              PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC),
              MONDAY,
              MONDAY.plus(DAYS, ChronoUnit.DAYS))
          .shortages()
          .stream()
          .mapToLong(Quantity::units)
          .toArray();
    }
  }

  private enum Result {
    TAKEN,
    IN_VAIN,
    NO_DEMAND
  }

  private static Shop shop(List<Move> moves) {
    Shop shop = new Shop();
    moves.forEach(shop::go);
    return shop;
  }

  @Property
  void historyIsWhatCustomersAskedForDayByDay(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);

    assertThat(shop.history(shop.kept)).isEqualTo(DemandHistory.of(shop.asked));
  }

  @Property
  void historyDoesNotDependOnTheOrderInWhichRefusalsWereKeptNorOnRepeats(
      @ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);
    List<RefusedDemand> otherwise = new ArrayList<>(shop.kept);
    Collections.reverse(otherwise);
    otherwise.addAll(shop.kept);

    assertThat(shop.history(otherwise)).isEqualTo(shop.history(shop.kept));
  }

  @Property
  void withoutRefusalsHistoryIsNeverMore(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);
    double all = sum(shop.history(shop.kept));
    double recorded = sum(shop.history(List.of()));

    assertThat(recorded).isLessThanOrEqualTo(all);
    assertThat(shop.refusals > 0 || recorded == all).isTrue();
  }

  @Property
  void shortagesAreWhatCustomersLackedDayByDay(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);

    assertThat(shop.shortages(shop.kept)).isEqualTo(shop.shorts);
  }

  @Property
  void noOrderIsShortOfMoreThanItAskedFor(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);

    shop.most.forEach((order, most) ->
        assertThat(LongStream.of(shop.shortagesOf(order)).sum()).isBetween(0L, most));
  }

  @Property
  void ordersAreShortEachByItself(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);
    long[] sum = new long[DAYS];
    for (String order : shop.most.keySet()) {
      long[] each = shop.shortagesOf(order);
      Arrays.setAll(sum, day -> sum[day] + each[day]);
    }

    assertThat(sum).isEqualTo(shop.shortages(shop.kept));
  }

  @Property
  void refusalsKeptTwiceAndInAnyOrderAreShortOfNoMore(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);
    List<RefusedDemand> otherwise = new ArrayList<>(shop.kept);
    Collections.reverse(otherwise);
    otherwise.addAll(shop.kept);

    assertThat(shop.shortages(otherwise)).isEqualTo(shop.shortages(shop.kept));
  }

  @Property
  void withoutRefusalsShortagesAreNeverMore(@ForAll("moves") List<Move> moves) {
    Shop shop = shop(moves);
    long recorded = LongStream.of(shop.shortages(List.of())).sum();
    long all = LongStream.of(shop.shortages(shop.kept)).sum();

    assertThat(recorded).isLessThanOrEqualTo(all);
    assertThat(shop.refusals > 0 || recorded == all).isTrue();
  }

  @Property
  void attemptsInVainCountAsTheLargestOfThemAndTakingAddsNoUnit(
      @ForAll @IntRange(min = 1, max = 20) int onHand,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 21, max = 99) Integer> attempts,
      @ForAll @IntRange(min = 1, max = 99) int taken) {
    Shop shop = new Shop();
    shop.post(ReceiveStock.of("R", LAMP, LocationId.of("MAIN"), Quantity.of(onHand)));
    attempts.forEach(units -> shop.post(lamps(units, ShortageRule.REFUSE_ORDER)));
    long most = Collections.max(attempts);
    assertThat(LongStream.of(shop.shortages(shop.kept)).sum()).isEqualTo(most);

    shop.now = shop.now.plusSeconds(1);
    shop.post(lamps(taken, ShortageRule.ACCEPT_AVAILABLE));

    assertThat(LongStream.of(shop.shortages(shop.kept)).sum())
        .isEqualTo(Math.max(most, taken - onHand));
    assertThat(LongStream.of(shop.shortages(List.of())).sum())
        .isEqualTo(Math.max(0, taken - onHand));
  }

  private static PlaceOrder lamps(long units, ShortageRule rule) {
    return PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(units)))
        .with(OrderTerms.standard().onShortage(rule));
  }

  private static double sum(DemandHistory history) {
    return history.mean() * history.periods();
  }
}
