package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds of the days that an inventory promises, on every history of supplies and orders. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class PromiseProperties {

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
        AllocationPolicy.smallestFirst());
  }

  @Property(tries = 500, seed = Histories.SEED)
  void everyLineIsPromisedWhatHandingOutGivesIt(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    PromiseShop shop = new PromiseShop(Stores.next(), policy);
    for (Kitchen.Move move : moves) {
      shop.post(move);
      Inventory inventory = shop.inventory();
      NaivePromises.of(inventory, PromiseShop.ITEMS, shop.now())
          .forEach(
              (line, day) -> assertThat(coming(inventory, line)).as("%s", line).isEqualTo(day));
    }
  }

  /** The day of the units that wait; those on the shelf are there today. */
  private static Optional<LocalDate> coming(Inventory inventory, OrderLineId line) {
    return inventory.promise(line).flatMap(Promise::by);
  }

  @Property(tries = 500, seed = Histories.SEED)
  void whatWasHeardIsWhatHolds(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    PromiseShop shop = new PromiseShop(Stores.next(), policy);
    for (Kitchen.Move move : moves) {
      var before = shop.now();
      boolean accepted = shop.post(move);
      if (accepted && before.equals(shop.now())) {
        NaivePromises.of(shop.inventory(), PromiseShop.ITEMS, shop.now())
            .forEach((line, day) -> requireHeard(shop, line, day));
      }
      assertThat(shop.inventory().verify().firstDifference()).isEmpty();
    }
  }

  /** Time alone tells nothing: a day that has passed may still be the last that was heard. */
  private static void requireHeard(PromiseShop shop, OrderLineId line, Optional<LocalDate> day) {
    Optional<LocalDate> heard = shop.heard(line);
    boolean stale = heard
        .filter(last -> last.isBefore(LocalDate.ofInstant(shop.now(), java.time.ZoneOffset.UTC)))
        .isPresent();
    if (!stale) {
      assertThat(heard).as("%s", line).isEqualTo(day);
    }
  }

  @Property(tries = 200, seed = Histories.SEED)
  void replayPromisesTheSame(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    PromiseShop shop = new PromiseShop(Stores.next(), policy);
    moves.forEach(shop::post);
    Inventory again = shop.rules(Inventory.inMemory())
        .replaying(shop.inventory().ledger().after(0, Integer.MAX_VALUE))
        .build();

    Map<OrderLineId, Optional<LocalDate>> waiting =
        NaivePromises.of(shop.inventory(), PromiseShop.ITEMS, shop.now());
    waiting
        .keySet()
        .forEach(
            line -> assertThat(again.promise(line)).isEqualTo(shop.inventory().promise(line)));
    assertThat(again.verify().firstDifference()).isEmpty();
  }

  @Property(tries = 300, seed = Histories.SEED)
  void whoOrdersIsPromisedWhatWasQuoted(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    PromiseShop shop = new PromiseShop(Stores.next(), policy);
    moves.forEach(shop::post);
    Inventory inventory = shop.inventory();
    Sku sku = PromiseShop.ITEMS.get(0);
    for (long units = 1; units <= 4; units++) {
      Quantity wanted = Quantity.of(units);
      Optional<LocalDate> quoted =
          inventory.offer(sku, wanted, OrderTerms.standard()).offer().by();
      OrderLineId line = OrderLineId.of("Q" + units, "1");
      inventory.post(io.backorder.posting.PlaceOrder.of(
          line.order(), io.backorder.demand.OrderLine.of("1", sku, wanted)));
      assertThat(inventory.promise(line).flatMap(Promise::by)).as("%d", units).isEqualTo(quoted);
    }
  }
}
