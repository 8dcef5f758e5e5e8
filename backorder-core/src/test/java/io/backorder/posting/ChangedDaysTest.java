package io.backorder.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Sourcing;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import io.backorder.store.MemoryUnitOfWork;
import io.backorder.storefront.BackorderTerms;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangedDaysTest {

  private static final Sku ITEM = Sku.of("A");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final int SUPPLIES = 20;
  private static final int UNITS_OF_EACH = 10;
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Locations locations = Locations.of(List.of(Location.of("MAIN")));
  private final MemoryUnitOfWork store = new MemoryUnitOfWork(locations);
  private final Rules rules = new Rules(
      locations,
      new Rules.Terms(sku -> ItemTerms.standard(), sku -> BackorderTerms.standard()),
      new Rules.Allocation(
          AllocationPolicy.firstComeFirstServed(),
          Sourcing.rank(),
          new Rules.Promising(
              PromiseRules.of(WorkingCalendar.everyDay("UTC")), it -> SupplierScorecard.empty())),
      Limits.STANDARD);

  private static Instant day(int number) {
    return NOW.plus(Duration.ofDays(number));
  }

  private void queue(int orders) {
    Inventory inventory =
        Inventory.on(store).locations(Location.of("MAIN")).clock(() -> NOW).build();
    for (int i = 1; i <= orders; i++) {
      inventory.post(
          PlaceOrder.of(OrderId.of("O" + i), List.of(OrderLine.of("1", ITEM, Quantity.of(1)))));
    }
    StockUnits units = StockUnits.of(ITEM, MAIN, Quantity.of(UNITS_OF_EACH));
    for (int i = 1; i <= SUPPLIES; i++) {
      inventory.post(AnnounceSupply.of(SupplyId.of("P" + i), units, day(i)));
    }
  }

  /** The last supply slips: its lines are read, and where each day begins and ends two more. */
  @ParameterizedTest
  @ValueSource(ints = {300, 20_000})
  void in_supplyThatSlips_readsItsLinesWhateverTheQueue(int orders) {
    queue(orders);
    int read = store.read(stock -> {
      stock.lock(List.of(ITEM));
      ItemState item = stock.item(ITEM);
      item.rescheduled(
          SupplyId.of("P" + SUPPLIES),
          new Supply.Schedule(Quantity.of(UNITS_OF_EACH), day(2 * SUPPLIES)));
      PromiseBook book = new PromiseBook(item, rules, NOW);
      ChangedDays days = new ChangedDays(item, book, Set.of());

      Set<LineState> found = days.in(List.of(new SummedQueue.Reach(0, book.left())));

      assertThat(found)
          .extracting(line -> line.order().id().value())
          .containsExactlyInAnyOrder(
              "O191", "O192", "O193", "O194", "O195", "O196", "O197", "O198", "O199", "O200");
      return days.claimsRead();
    });

    assertThat(read).isEqualTo(UNITS_OF_EACH + 2 * (SUPPLIES - 1) + 2);
  }
}
