package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.model.Shop;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

/** A policy is a plug-in, and nothing that it answers is trusted. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class PlanProperties {

  private static final Sku A = Sku.of("A");
  private static final LocationId MAIN = LocationId.of("MAIN");

  /** A grant as a policy may make it up: to a line by its number, of units at a place. */
  record Idea(int line, String place, long units) {}

  @Provide
  Arbitrary<List<Idea>> ideas() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.frequency(
                Tuple.of(8, "MAIN"), Tuple.of(2, "EAST"), Tuple.of(1, "OLD"), Tuple.of(1, "MOON")),
            Arbitraries.frequency(
                Tuple.of(6, 1L),
                Tuple.of(5, 2L),
                Tuple.of(2, 5L),
                Tuple.of(1, 0L),
                Tuple.of(1, Long.MAX_VALUE)))
        .as(Idea::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Long>> needs() {
    return Shops.needs();
  }

  private static Inventory with(AllocationPolicy policy, List<InventoryEvent> heard) {
    Inventory inventory = Inventory.inMemory()
        .locations(Location.of("MAIN"), Location.of("EAST"), Location.of("OLD").inactive())
        .policy(policy)
        .listener(heard::add)
        .build();
    for (int i = 0; i < 4; i++) {
      inventory.post(Desk.document(Shops.order("O" + i, 3)));
    }
    heard.clear();
    return inventory;
  }

  private static List<WaitingLine> read(Backlog backlog) {
    return StreamSupport.stream(backlog.spliterator(), false).toList();
  }

  private static AllocationPolicy making(List<Idea> ideas) {
    return (backlog, shelf) -> {
      List<WaitingLine> lines = read(backlog);
      return AllocationPlan.of(ideas.stream()
          .map(idea ->
              new Grant(lines.get(idea.line), LocationId.of(idea.place), Quantity.of(idea.units)))
          .toList());
    };
  }

  /** P1, P2: grants of a line and of a place are added up first and checked then. */
  private static boolean isValid(List<Idea> ideas, long atMain) {
    Map<Object, Long> sums = new HashMap<>();
    for (Idea idea : ideas) {
      if (idea.units < 1 || idea.units > 100) {
        return false;
      }
      sums.merge(idea.line, idea.units, Long::sum);
      sums.merge(idea.place, idea.units, Long::sum);
    }
    for (int line = 0; line < 4; line++) {
      if (sums.getOrDefault(line, 0L) > 3) {
        return false;
      }
    }
    return sums.getOrDefault("MAIN", 0L) <= atMain
        && !sums.containsKey("EAST")
        && !sums.containsKey("OLD")
        && !sums.containsKey("MOON");
  }

  /** P1, P2, P3. */
  @Property
  void aPlanIsAppliedWholeOrNotAtAll(
      @ForAll("ideas") List<Idea> ideas, @ForAll @LongRange(min = 1, max = 9) long units) {
    List<InventoryEvent> heard = new ArrayList<>();
    Inventory inventory = with(making(ideas), heard);

    inventory.post(Desk.document(Shops.receipt("R", units)));

    long granted = ideas.stream().mapToLong(Idea::units).sum();
    boolean valid = isValid(ideas, units);
    assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(units));
    assertThat(inventory.item(A).reserved().units()).isEqualTo(valid ? granted : 0);
    assertThat(inventory.verify().firstDifference()).isEmpty();
    List<InventoryEvent> failures =
        heard.stream().filter(InventoryEvent.AllocationFailed.class::isInstance).toList();
    assertThat(failures).hasSize(valid ? 0 : 1);
    failures.forEach(failure -> assertThat(failure.toString())
        .containsPattern("line O[0-3]/1 at \\w+: .*, allowed \\d+: \\d+$"));
  }

  /** P4. */
  @Property(tries = 100)
  void aPolicyThatFailsCostsTheAllocationAlone(
      @ForAll("failures") AllocationPolicy policy,
      @ForAll @LongRange(min = 1, max = 9) long units) {
    List<InventoryEvent> heard = new ArrayList<>();
    Inventory inventory = with(policy, heard);
    List<WaitingLine> before = inventory.waiting(A, 9);

    inventory.post(Desk.document(Shops.receipt("R", units)));

    assertThat(heard).hasSize(2);
    assertThat(heard.get(1)).isInstanceOf(InventoryEvent.AllocationFailed.class);
    assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(units));
    assertThat(inventory.waiting(A, 9)).isEqualTo(before);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Provide
  @SuppressWarnings("NullAway") // a host's code may do what it must not
  Arbitrary<AllocationPolicy> failures() {
    return Arbitraries.of(
        (backlog, shelf) -> {
          throw new IllegalStateException("no");
        },
        (backlog, shelf) -> {
          throw new StackOverflowError("deep");
        },
        (backlog, shelf) -> null,
        (backlog, shelf) -> new AllocationPlan(java.util.Arrays.asList((Grant) null)),
        (backlog, shelf) -> {
          shelf.grant(backlog.iterator().next(), Quantity.of(Long.MAX_VALUE));
          return shelf.plan();
        },
        (backlog, shelf) -> {
          Iterator<WaitingLine> lines = backlog.iterator();
          lines.next();
          lines.remove();
          return shelf.plan();
        });
  }

  /** P4: the inventory is out of a policy's reach, and says so. */
  @Property(tries = 20)
  void aPolicyThatPostsIsRefused(@ForAll @LongRange(min = 1, max = 9) long units) {
    AtomicReference<Inventory> self = new AtomicReference<>();
    List<ErrorCode> refused = new ArrayList<>();
    AllocationPolicy meddling = (backlog, shelf) -> {
      Inventory inventory = self.get();
      try {
        if (inventory != null) {
          inventory.post(Desk.document(Shops.receipt("R-2", 1)));
        }
      } catch (InventoryException e) {
        refused.add(e.code());
      }
      return shelf.plan();
    };
    Inventory inventory = with(meddling, new ArrayList<>());
    self.set(inventory);
    inventory.post(Desk.document(Shops.receipt("R", units)));
    assertThat(refused).containsExactly(ErrorCode.POLICY_VIOLATION);
    assertThat(inventory.item(A).onHand()).isEqualTo(Quantity.of(units));
  }

  /** P5: what a policy was given is a copy, and what it does with it stays there. */
  @Property(tries = 100)
  void whatAPolicyDoesToItsSnapshotChangesNothing(@ForAll @LongRange(min = 1, max = 9) long units) {
    AllocationPolicy wasteful = (backlog, shelf) -> {
      WaitingLine first = backlog.iterator().next();
      shelf.grant(first, shelf.usableBy(first));
      return AllocationPlan.EMPTY;
    };
    Inventory inventory = with(wasteful, new ArrayList<>());
    inventory.post(Desk.document(Shops.receipt("R", units)));
    assertThat(inventory.item(A).reserved()).isEqualTo(Quantity.ZERO);
    assertThat(inventory.item(A).at(MAIN).orElseThrow().free()).isEqualTo(Quantity.of(units));
  }

  /** P6. */
  @Property
  void theSameSnapshotGivesTheSamePlan(
      @ForAll Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 40) long main,
      @ForAll @LongRange(min = 0, max = 40) long east) {
    Kernel kernel = new Kernel(Shops.of(policy));
    for (int i = 0; i < needs.size(); i++) {
      kernel.post(Shops.order("O" + i, needs.get(i)));
    }
    Backlog backlog = Backlog.of(A, kernel.inventory.waiting(A, 99));
    List<Location> places = List.of(Location.of("MAIN"), Location.of("EAST"));
    AllocationPlan first =
        Kernel.policy(policy).allocate(backlog, Shelf.of(places, new long[] {main, east}));
    AllocationPlan second =
        Kernel.policy(policy).allocate(backlog, Shelf.of(places, new long[] {main, east}));
    assertThat(second).isEqualTo(first);
  }
}
