package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.jdbc.Database;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.ExpireHolds;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds of kits and of the components that they share with single sales. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class KitProperties {

  private static final Database DATABASE = Database.h2("kits" + System.nanoTime());

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Kitchen.Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<AllocationPolicy> policies() {
    return Arbitraries.of(
        AllocationPolicy.firstComeFirstServed(),
        AllocationPolicy.priority(),
        AllocationPolicy.smallestFirst(),
        AllocationPolicy.fairShare(),
        AllocationPolicy.proportional(),
        AllocationPolicy.completeLines());
  }

  @Property(tries = 600, seed = Histories.SEED)
  void partsGoInStepWithTheirKit(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    for (Kitchen.Move move : moves) {
      kitchen.post(move);
      requireInStep(kitchen);
    }
  }

  private static void requireInStep(Kitchen kitchen) {
    Map<OrderLineId, LineSums> lines = LineSums.of(kitchen.inventory().ledger());
    lines.forEach((line, part) -> {
      if (line.isPart()) {
        LineSums kit = Objects.requireNonNull(lines.get(line.hostLine()));
        long perKit = Kitchen.unitsPerKit(kit.sku()).getOrDefault(part.sku(), 0L);
        assertThat(part.times(1)).as("part %s of %s", line, kit).isEqualTo(kit.times(perKit));
      }
    });
  }

  @Property(tries = 600, seed = Histories.SEED)
  void theLedgerStaysSound(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    for (Kitchen.Move move : moves) {
      List<LedgerRecord> before = kitchen.inventory().ledger().after(0, Integer.MAX_VALUE);
      if (!kitchen.post(move)) {
        assertThat(kitchen.inventory().ledger().after(0, Integer.MAX_VALUE))
            .as("a refused document leaves no trace: %s", move)
            .isEqualTo(before);
      }
      assertThat(kitchen.inventory().verify().firstDifference()).isEmpty();
    }
  }

  @Property(tries = 600, seed = Histories.SEED)
  void noKitWaitsThatCouldBeMadeUp(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    for (Kitchen.Move move : moves) {
      kitchen.post(move);
      kitchen.inventory().post(new ExpireHolds()); // what a hold has left is served by a document
      for (OrderId id : kitchen.orders()) {
        Order order = kitchen.inventory().order(id).orElseThrow();
        for (LineStatus line : order.lines()) {
          if (!line.backordered().isZero()
              && order.terms().delivery() != DeliveryRule.COMPLETE_ORDER) {
            boolean whole = order.terms().delivery() != DeliveryRule.PARTIAL
                || policy.equals(AllocationPolicy.completeLines());
            requireScarce(kitchen, line, whole ? line.backordered().units() : 1);
          }
        }
      }
    }
  }

  /** Of at least one component there is less than the next step of the line needs. */
  private static void requireScarce(Kitchen kitchen, LineStatus line, long step) {
    boolean scarce = Kitchen.unitsPerKit(line.sku()).entrySet().stream()
        .anyMatch(part -> kitchen.free(part.getKey()) < part.getValue() * step);
    assertThat(scarce).as("%s waits though all of it is free", line).isTrue();
  }

  @Property(tries = 300, seed = Histories.SEED)
  void availabilityIsTheScarcestComponents(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    moves.forEach(kitchen::post);
    for (Sku kit : List.of(Kitchen.TABLE, Kitchen.SET)) {
      long scarcest = Kitchen.unitsPerKit(kit).entrySet().stream()
          .mapToLong(part -> kitchen.available(part.getKey()) / part.getValue())
          .min()
          .orElseThrow();
      assertThat(kitchen.available(kit)).isEqualTo(scarcest);
    }
  }

  @Property(tries = 300, seed = Histories.SEED)
  void replayAndImportTellTheSame(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy)
      throws IOException {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    moves.forEach(kitchen::post);
    List<LedgerRecord> records = kitchen.inventory().ledger().after(0, Integer.MAX_VALUE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    kitchen.inventory().export(out);

    requireSame(kitchen, kitchen.rules(Inventory.inMemory()).replaying(records).build());
    requireSame(
        kitchen,
        kitchen
            .rules(Inventory.inMemory())
            .importing(new ByteArrayInputStream(out.toByteArray()))
            .build());
  }

  private static void requireSame(Kitchen kitchen, Inventory other) {
    for (OrderId id : kitchen.orders()) {
      assertThat(other.order(id)).isEqualTo(kitchen.inventory().order(id));
    }
    for (Sku sku : Kitchen.ITEMS) {
      assertThat(other.item(sku)).isEqualTo(kitchen.inventory().item(sku));
    }
    assertThat(other.verify().isSound()).isTrue();
  }

  @Property(tries = 300, seed = Histories.SEED)
  void whatIsReservedOfAComponentBelongsToLinesAndKits(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen kitchen = new Kitchen(Stores.next(), policy);
    moves.forEach(kitchen::post);
    Map<OrderLineId, LineSums> lines = LineSums.of(kitchen.inventory().ledger());
    for (Sku sku : Kitchen.SHELVED) {
      long reserved = lines.values().stream()
          .filter(line -> line.sku().equals(sku))
          .mapToLong(LineSums::reserved)
          .sum();
      assertThat(kitchen.inventory().item(sku).reserved()).isEqualTo(Quantity.of(reserved));
    }
  }

  @Property(tries = 60, seed = Histories.SEED)
  void memoryAndH2Agree(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Kitchen memory = new Kitchen(Inventory.inMemory(), policy);
    Kitchen h2 = new Kitchen(Inventory.on(DATABASE.emptied()), policy);
    for (Kitchen.Move move : moves) {
      assertThat(h2.post(move)).as("%s", move).isEqualTo(memory.post(move));
      requireSame(memory, h2.inventory());
      for (OrderId id : memory.orders()) {
        OrderLineId line = new OrderLineId(id, "1");
        assertThat(h2.inventory().promise(line)).isEqualTo(memory.inventory().promise(line));
        assertThat(h2.inventory().reason(line)).isEqualTo(memory.inventory().reason(line));
      }
    }
  }
}
