package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.OrderTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Offer;
import io.backorder.storefront.TransitTimes;
import io.backorder.storefront.TransitTimes.Days;
import io.backorder.storefront.TransitTimes.Zone;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What an offer with a destination says, on every history, beside the offer without one. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 500)
final class DeliveryProperties {

  private static final Zone ZONE = Zone.of("zone");

  /** The days of transit from each of the two locations. */
  record Ways(int main, int east) {

    TransitTimes times() {
      return TransitTimes.none()
          .with(LocationId.of("MAIN"), ZONE, Days.between(main, main))
          .with(LocationId.of("EAST"), ZONE, Days.between(east, east));
    }

    int least() {
      return Math.min(main, east);
    }

    int most() {
      return Math.max(main, east);
    }
  }

  @Provide
  Arbitrary<Ways> ways() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 20);
    return Combinators.combine(days, days).as(Ways::new);
  }

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Kitchen.Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Property(seed = Histories.SEED)
  void deliveryIsShippingAndTheWayFromOneOfTheLocations(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("ways") Ways ways) {
    PromiseShop shop = new PromiseShop(
        Stores.next().transit(ways.times()), AllocationPolicy.firstComeFirstServed());
    moves.forEach(shop::post);
    Inventory inventory = shop.inventory();
    long entries = inventory.ledger().size();
    for (Sku sku : PromiseShop.ITEMS) {
      for (long units = 1; units <= 6; units++) {
        requireWay(inventory, sku, Quantity.of(units), ways);
      }
    }
    assertThat(inventory.ledger().size()).isEqualTo(entries);
  }

  private static void requireWay(Inventory inventory, Sku sku, Quantity wanted, Ways ways) {
    Offer shipped = inventory.offer(sku, wanted, OrderTerms.standard()).offer();
    Offer there = inventory.offer(sku, wanted, OrderTerms.standard(), ZONE).offer();
    assertThat(there.status()).isEqualTo(shipped.status());
    assertThat(there.by().isPresent()).isEqualTo(shipped.by().isPresent());
    if (shipped.by().isPresent()) {
      LocalDate day = shipped.by().orElseThrow();
      assertThat(there.by().orElseThrow())
          .isBetween(day.plusDays(ways.least()), day.plusDays(ways.most()));
    }
    if (ways.least() == 0 && ways.most() == 0) {
      assertThat(there).isEqualTo(shipped);
    }
  }
}
