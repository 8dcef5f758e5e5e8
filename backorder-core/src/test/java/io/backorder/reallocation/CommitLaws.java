package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CountStock;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What holds of plans that are committed, told to a shop that lives through a random morning. */
final class CommitLaws {

  static final Sku A = Sku.of("A");
  static final Sku B = Sku.of("B");
  static final List<Sku> BOTH = List.of(A, B);
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");

  private final Random random;
  private final List<InventoryEvent> told = new ArrayList<>();
  private final List<OrderId> orders = new ArrayList<>();
  private final Inventory inventory;
  private final long lot;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  private CommitLaws(long seed, Supplier<Inventory.Builder> store) {
    this.random = new Random(seed);
    this.lot = random.nextInt(4) == 0 ? 2 : 1;
    this.inventory = shop(store.get()).build();
    morning();
  }

  private Inventory.Builder shop(Inventory.Builder builder) {
    return builder
        .clock(() -> now)
        .locations(
            Location.of("MAIN").serving(ChannelId.of("web"), ChannelId.of("shop")),
            Location.of("EAST").serving(ChannelId.of("shop")))
        .terms(sku -> ItemTerms.standard().withLot(Quantity.of(sku.equals(A) ? lot : 1)))
        .listener(told::add);
  }

  private void morning() {
    inventory.post(
        CountStock.of("opening", List.of(units(A, MAIN), units(A, EAST), units(B, MAIN))));
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      OrderId order = OrderId.of("O" + i);
      orders.add(order);
      List<OrderLine> lines = new ArrayList<>(List.of(OrderLine.of("1", A, wanted())));
      if (random.nextBoolean()) {
        lines.add(OrderLine.of("2", B, Quantity.of(1 + random.nextInt(5))));
      }
      inventory.post(PlaceOrder.of(order, lines).with(terms()));
      if (random.nextInt(4) == 0) {
        String number = "C" + i;
        inventory.post(ChangeLine.of(number, new OrderLineId(order, "1"), wanted()));
      }
    }
  }

  private StockUnits units(Sku sku, LocationId location) {
    return StockUnits.of(sku, location, Quantity.of(random.nextInt(9)));
  }

  private Quantity wanted() {
    return Quantity.of(lot * (1 + random.nextInt(5)));
  }

  private OrderTerms terms() {
    OrderTerms terms =
        OrderTerms.standard().through(ChannelId.of(random.nextBoolean() ? "web" : "shop"));
    return switch (random.nextInt(5)) {
      case 0 -> terms.withDelivery(DeliveryRule.COMPLETE_LINE);
      case 1 -> terms.withDelivery(DeliveryRule.COMPLETE_ORDER);
      default -> terms;
    };
  }

  private ReallocationRules rules() {
    ReallocationRules.Builder rules = ReallocationRules.builder();
    ConfirmationStrategy[] strategies = ConfirmationStrategy.values();
    for (OrderId order : orders) {
      if (random.nextInt(4) > 0) {
        rules.order(order, strategies[random.nextInt(strategies.length)]);
      }
    }
    return rules.build();
  }

  private List<LedgerRecord> records() {
    return inventory.ledger().after(0, Integer.MAX_VALUE);
  }

  private byte[] export() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      inventory.export(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot export", e);
    }
  }

  private Map<String, Map<LocationId, Quantity>> held() {
    Map<String, Map<LocationId, Quantity>> held = new TreeMap<>();
    for (OrderId order : orders) {
      for (LineStatus line : inventory.order(order).orElseThrow().lines()) {
        held.put(line.id().toString(), line.reservedAt());
      }
    }
    return held;
  }

  /** Whether a run on this morning moves units from one to another. */
  static boolean movesUnits(long seed) {
    CommitLaws law = new CommitLaws(seed, Inventory::inMemory);
    return law.inventory.simulate(BOTH, law.rules()).moves().stream()
        .anyMatch(move -> move.from().isPresent());
  }

  /** Simulating touches nothing; committing does exactly what was simulated, once. */
  static void commitDoesWhatSimulationSays(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws law = new CommitLaws(seed, store);
    ReallocationRules rules = law.rules();
    List<LedgerRecord> before = law.records();
    law.told.clear();
    ReallocationPlan plan = law.inventory.simulate(BOTH, rules);
    assertThat(law.records()).isEqualTo(before);
    assertThat(law.told).isEmpty();

    Outcome outcome = law.inventory.commit("P1", plan);

    Map<String, Map<LocationId, Quantity>> held = law.held();
    plan.lines()
        .forEach(line -> assertThat(held.get(line.id().toString()))
            .as(plan.lines().toString())
            .isEqualTo(line.confirmedAt()));
    assertThat(law.inventory.verify().firstDifference()).isEmpty();
    law.requireEntries(before.size(), plan);
    law.requireRepeat(plan, outcome);
    assertThat(law.inventory.simulate(BOTH, rules).moves()).isEmpty();
  }

  /** A run over one item leaves the other lines of its orders alone. */
  static void oneItemLeavesTheOthersAlone(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws law = new CommitLaws(seed, store);
    Map<String, Map<LocationId, Quantity>> before = law.held();
    ReallocationPlan plan = law.inventory.simulate(List.of(A), law.rules());

    law.inventory.commit("P1", plan);

    plan.lines().forEach(line -> before.put(line.id().toString(), line.confirmedAt()));
    assertThat(law.held()).isEqualTo(before);
    assertThat(law.inventory.verify().firstDifference()).isEmpty();
  }

  /** The ledger tells exactly the moves. */
  private void requireEntries(int before, ReallocationPlan plan) {
    List<LedgerRecord> all = records();
    long lost = 0;
    long gained = 0;
    for (LedgerRecord record : all.subList(before, all.size())) {
      if (record.entry() instanceof LedgerEntry.Reallocated entry) {
        lost += entry.quantity().units();
      } else if (record.entry() instanceof LedgerEntry.BackorderFilled entry) {
        gained += entry.quantity().units();
      } else {
        throw new AssertionError("a plan moves units and nothing else: " + record);
      }
    }
    assertThat(lost).isEqualTo(sum(plan, move -> move.from().isPresent()));
    assertThat(gained).isEqualTo(sum(plan, move -> move.to().isPresent()));
  }

  private static long sum(ReallocationPlan plan, Predicate<ReallocationPlan.Move> which) {
    return plan.moves().stream()
        .filter(which)
        .mapToLong(move -> move.units().quantity().units())
        .sum();
  }

  private void requireRepeat(ReallocationPlan plan, Outcome outcome) {
    List<LedgerRecord> records = records();
    told.clear();
    assertThat(inventory.commit("P1", plan)).isEqualTo(outcome);
    assertThat(records()).isEqualTo(records);
    assertThat(told).isEmpty();
  }

  /** A plan made on a state that has changed is refused, and nothing changes. */
  static void stalePlanIsRefused(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws law = new CommitLaws(seed, store);
    ReallocationPlan plan = law.inventory.simulate(BOTH, law.rules());
    law.inventory.post(ReceiveStock.of("R1", B, MAIN, Quantity.of(1)));
    List<LedgerRecord> before = law.records();
    law.told.clear();

    RefusedDocumentException refused = catchThrowableOfType(
        RefusedDocumentException.class, () -> law.inventory.commit("P1", plan));

    assertThat(refused.code()).isEqualTo(ErrorCode.STALE_PLAN);
    assertThat(law.records()).isEqualTo(before);
    assertThat(law.told).isEmpty();
    assertThat(law.inventory.commit("P1", law.inventory.simulate(BOTH, law.rules())))
        .isNotNull();
  }

  /** Who loses keeps the place in line, and what is left goes with the next document. */
  static void losersKeepTheirPlace(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws law = new CommitLaws(seed, store);
    ReallocationPlan plan = law.inventory.simulate(BOTH, law.rules());
    Map<String, Object> places = new TreeMap<>();
    law.inventory
        .snapshot(BOTH)
        .items()
        .forEach(
            item -> item.lines().forEach(line -> places.put(line.id().toString(), line.place())));
    law.inventory.commit("P1", plan);

    law.inventory
        .snapshot(BOTH)
        .items()
        .forEach(item -> item.lines()
            .forEach(line -> assertThat(places).containsEntry(line.id().toString(), line.place())));
    law.inventory.post(ReceiveStock.of("R1", A, EAST, Quantity.of(100)));
    law.inventory.post(ReceiveStock.of("R2", A, MAIN, Quantity.of(100)));
    law.inventory.post(ReceiveStock.of("R3", B, MAIN, Quantity.of(100)));
    assertThat(law.inventory.waiting(A, 100)).isEmpty();
    assertThat(law.inventory.waiting(B, 100)).isEmpty();
    assertThat(law.inventory.verify().firstDifference()).isEmpty();
  }

  /** A ledger with a committed plan replays, and an export of it comes back as it was. */
  static void replaysAndExports(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws law = new CommitLaws(seed, store);
    ReallocationPlan plan = law.inventory.simulate(BOTH, law.rules());
    Outcome outcome = law.inventory.commit("P1", plan);
    List<LedgerRecord> records = law.records();
    byte[] export = law.export();
    List<Object> found = improving(law.inventory);

    Inventory imported =
        law.shop(store.get()).importing(new ByteArrayInputStream(export)).build();
    Inventory replayed = law.shop(Inventory.inMemory()).replaying(records).build();

    assertThat(improving(imported)).isEqualTo(found);
    assertThat(improving(replayed)).isEqualTo(found);
    assertThat(imported.ledger().after(0, Integer.MAX_VALUE)).hasToString(records.toString());
    assertThat(imported.commit("P1", plan)).isEqualTo(outcome);
    assertThat(imported.verify().firstDifference()).isEmpty();
    assertThat(replayed.verify().firstDifference()).isEmpty();
  }

  /** What a run by which everybody improves tells of an inventory. */
  private static List<Object> improving(Inventory inventory) {
    return text(inventory.simulate(BOTH, ReallocationRules.builder().build()));
  }

  /** Two stores that were told the same plan the same and commit the same. */
  static void storesAgree(long seed, Supplier<Inventory.Builder> store) {
    CommitLaws memory = new CommitLaws(seed, Inventory::inMemory);
    CommitLaws other = new CommitLaws(seed, store);
    ReallocationRules rules = memory.rules();
    ReallocationPlan plan = memory.inventory.simulate(BOTH, rules);
    ReallocationPlan same = other.inventory.simulate(BOTH, rules);
    assertThat(text(same)).isEqualTo(text(plan));
    memory.inventory.commit("P1", plan);
    other.inventory.commit("P1", plan);
    assertThat(other.told).isEqualTo(memory.told);
    assertThat(other.records()).hasToString(memory.records().toString());
  }

  static List<Object> text(ReallocationPlan plan) {
    List<Object> text = new ArrayList<>();
    text.add(plan.versions());
    plan.lines()
        .forEach(line -> text.add(List.of(line.before(), line.confirmedAt(), line.reason())));
    text.add(plan.infeasible());
    text.add(plan.moves());
    return text;
  }
}
