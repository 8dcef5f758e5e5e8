package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.Reason;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LedgerEntry;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** When a unit may wait, and when it may not. B1 to B3 are laws of the calculator. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class BackorderProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(seed = Histories.SEED)
  void everyLawHoldsAfterEveryDocument(@ForAll("histories") History history) {
    Shop shop = history.shop();
    Walk.each(history, moment -> {
      everyReasonIsTrue(shop, moment);
      noUnitLiesIdleWhileALineWaitsForIt(shop, moment);
      aClosedOrderHasNothingOpen(moment);
      anOrderThatIsFilledWholeWaitsForNothingMore(moment);
      noCompleteOrderWaitsForWhatIsThere(moment);
      aNewcomerTakesNothingThatAnEarlierLineCouldUse(shop, moment);
      nobodyLosesAReservationToAnother(moment);
      nothingNewWaitsForAnItemThatTakesNoBackorders(shop, moment);
      aLimitHoldsForWhatIsNewlyOrdered(shop, moment);
    });
  }

  private static Optional<Shop.Item> item(Shop shop, Sku sku) {
    return shop.items().stream().filter(item -> item.sku().equals(sku.value())).findFirst();
  }

  private static boolean serves(Shop shop, LocationId location, OrderTerms terms) {
    String channel = terms.channel().map(Object::toString).orElse("");
    return shop.places().stream()
        .filter(place -> place.id().equals(location.value()))
        .anyMatch(place -> place.trade() == Shop.Trade.ACTIVE
            && (place.channels().isEmpty()
                || channel.isEmpty()
                || place.channels().contains(channel)));
  }

  /** B5. */
  static void everyReasonIsTrue(Shop shop, Moment moment) {
    for (Order order : moment.now().orders().values()) {
      for (LineStatus line : order.lines()) {
        ItemLevels levels = moment.now().items().get(line.sku());
        if (levels != null && line.backordered().isZero()) {
          assertThat(moment.reasons()).doesNotContainKey(line.id());
        } else if (levels != null) {
          Optional.ofNullable(moment.reasons().get(line.id()))
              .ifPresent(reason -> requireTrue(shop, reason, order, line, levels));
        }
      }
    }
  }

  private static void requireTrue(
      Shop shop, Reason reason, Order order, LineStatus line, ItemLevels levels) {
    long free = 0;
    long held = 0;
    for (StockLevel level : levels.locations()) {
      boolean serves = serves(shop, level.location(), order.terms());
      free += serves ? level.free().units() : 0;
      held += serves ? level.held().units() : 0;
    }
    Shop.Keeping keeping = item(shop, line.sku()).orElseThrow().keeping();
    boolean isTrue = switch (reason) {
      case NO_STOCK -> free == 0 && held == 0;
      case HELD -> free == 0 && held > 0;
      case BUFFER -> free > 0 && keeping.buffer() > 0;
      case LOT -> free > 0 && keeping.lot() > 1;
      case WAITS_FOR_LINE ->
        free > 0
            && (order.terms().delivery() != DeliveryRule.PARTIAL
                || shop.policy() == Shop.Policy.COMPLETE_LINES);
      case RATIONED -> false; // no shop of these histories rations
      case WAITS_FOR_ORDER ->
        free >= line.backordered().units()
            && order.terms().delivery() == DeliveryRule.COMPLETE_ORDER
            && order.lines().stream()
                    .filter(each -> !each.backordered().isZero())
                    .count()
                > 1;
    };
    assertThat(isTrue).as(() -> reason + " of " + line + " at " + levels).isTrue();
  }

  /** B6: but for units that a hold has left and nobody has touched since. */
  static void noUnitLiesIdleWhileALineWaitsForIt(Shop shop, Moment moment) {
    moment.now().items().forEach((sku, levels) -> {
      boolean touched = moment.entries().stream().anyMatch(entry -> entry.sku().equals(sku));
      boolean anyUnit = moment.now().orders().values().stream()
          .filter(order -> order.terms().delivery() == DeliveryRule.PARTIAL
              && order.terms().channel().isEmpty())
          .flatMap(order -> order.lines().stream())
          .anyMatch(line -> line.sku().equals(sku) && !line.backordered().isZero());
      if (touched && anyUnit && shop.policy() != Shop.Policy.COMPLETE_LINES) {
        assertThat(levels.availableNow()).as("idle units of " + sku).isEqualTo(Quantity.ZERO);
      }
    });
  }

  /** Rule 9: what was filled from the queue under the rule of complete orders was filled whole. */
  static void anOrderThatIsFilledWholeWaitsForNothingMore(Moment moment) {
    for (LedgerEntry entry : moment.entries()) {
      if (entry instanceof LedgerEntry.BackorderFilled filled) {
        Optional.ofNullable(moment.now().orders().get(filled.claim().line().order()))
            .filter(order -> order.terms().delivery() == DeliveryRule.COMPLETE_ORDER)
            .ifPresent(order -> assertThat(order.lines())
                .allSatisfy(line -> assertThat(line.backordered()).isEqualTo(Quantity.ZERO)));
      }
    }
  }

  /**
   * F9 and B7: an order that is filled whole and still waits lacks a unit of at least one item, so that
   * no two such orders wait for each other. What holds have left counts once somebody touches it.
   */
  static void noCompleteOrderWaitsForWhatIsThere(Moment moment) {
    for (Order order : moment.now().orders().values()) {
      boolean touched = moment.entries().stream()
          .anyMatch(
              entry -> order.lines().stream().anyMatch(line -> line.sku().equals(entry.sku())));
      boolean waits =
          order.lines().stream().anyMatch(line -> !line.backordered().isZero());
      if (touched
          && waits
          && order.terms().delivery() == DeliveryRule.COMPLETE_ORDER
          && order.terms().channel().isEmpty()) {
        assertThat(order.lines().stream().anyMatch(line -> isShort(order, line.sku(), moment)))
            .as(order::toString)
            .isTrue();
      }
    }
  }

  private static boolean isShort(Order order, Sku sku, Moment moment) {
    long needed = order.lines().stream()
        .filter(line -> line.sku().equals(sku))
        .mapToLong(line -> line.backordered().units())
        .sum();
    ItemLevels levels = moment.now().items().get(sku);
    return levels == null || needed > levels.availableNow().units();
  }

  /** B9. */
  static void aClosedOrderHasNothingOpen(Moment moment) {
    for (Order order : moment.now().orders().values()) {
      boolean closed =
          order.status() == Order.Status.SHIPPED || order.status() == Order.Status.CANCELLED;
      boolean nothingOpen = order.lines().stream()
          .allMatch(line -> line.reserved().isZero() && line.backordered().isZero());
      assertThat(closed).as(order::toString).isEqualTo(nothingOpen);
    }
  }

  /** B10: by first come first served, where every line ahead is an earlier one. */
  static void aNewcomerTakesNothingThatAnEarlierLineCouldUse(Shop shop, Moment moment) {
    if (shop.policy() != Shop.Policy.FIFO || !(moment.paper() instanceof Paper.Place)) {
      return;
    }
    for (LedgerEntry entry : moment.entries()) {
      if (entry instanceof LedgerEntry.Reserved taken) {
        moment.now().orders().values().stream()
            .filter(order -> order.terms().delivery() == DeliveryRule.PARTIAL
                && serves(shop, taken.location(), order.terms())
                && !order.id().equals(taken.claim().line().order()))
            .flatMap(order -> order.lines().stream())
            .filter(line -> line.sku().equals(taken.sku()))
            .forEach(line -> assertThat(line.backordered())
                .as("%s while %s waits", taken, line.id())
                .isEqualTo(Quantity.ZERO));
      }
    }
  }

  /** B11: only a count, an adjustment, or the owner takes a reservation away. */
  static void nobodyLosesAReservationToAnother(Moment moment) {
    boolean loss = moment.paper() instanceof Paper.Count || moment.paper() instanceof Paper.Adjust;
    for (LineStatus line : moment.now().lines()) {
      boolean owner = moment.paper().toString().contains("order=" + line.id().order());
      moment
          .before()
          .line(line)
          .filter(before -> !loss && !owner)
          .ifPresent(
              before -> assertThat(line.reserved()).isGreaterThanOrEqualTo(before.reserved()));
    }
  }

  /** B12: what was lost to a count waits in any case. */
  static void nothingNewWaitsForAnItemThatTakesNoBackorders(Shop shop, Moment moment) {
    for (LedgerEntry entry : moment.entries()) {
      if (entry instanceof LedgerEntry.Backordered) {
        assertThat(item(shop, entry.sku()).map(Shop.Item::allowance))
            .isNotEqualTo(Optional.of(Shop.Allowance.REFUSED));
      }
    }
  }

  /** B13. */
  static void aLimitHoldsForWhatIsNewlyOrdered(Shop shop, Moment moment) {
    for (LedgerEntry entry : moment.entries()) {
      Optional<Shop.Item> item = item(shop, entry.sku());
      boolean limited = item.map(Shop.Item::allowance).equals(Optional.of(Shop.Allowance.LIMITED));
      ItemLevels levels = moment.now().items().get(entry.sku());
      if (entry instanceof LedgerEntry.Backordered && limited && levels != null) {
        assertThat(levels.backordered().units())
            .isLessThanOrEqualTo(item.orElseThrow().limit());
      }
    }
  }

  /** B8: a document that changes nothing fills nobody, since whoever could be filled has been. */
  @Property(seed = Histories.SEED)
  void askingAgainGivesNobodyMore(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.post(new Paper.Expire());
    for (Sku sku : bench.kernel.skus()) {
      Inventory inventory = bench.kernel.inventory;
      for (StockLevel level : List.copyOf(inventory.item(sku).locations())) {
        Paper.Units same = new Paper.Units(
            sku.value(), level.location().value(), level.onHand().units());
        bench.post(new Paper.Count("again " + level.location() + sku, List.of(same)));
        assertThat(bench.kernel.events).isEmpty();
      }
    }
  }

  /** A2: for any stock, by any rule about shortage that lets the order stand. */
  @Property
  void aCompleteOrderReservesEveryLineOrNone(
      @ForAll @LongRange(max = 6) long stockOfA,
      @ForAll @LongRange(max = 6) long stockOfB,
      @ForAll @LongRange(min = 1, max = 5) long needOfA,
      @ForAll @LongRange(min = 1, max = 5) long needOfB) {
    Shop shop = new Shop(
        Shop.Policy.FIFO,
        Shop.Sourcing.RANK,
        List.of(Shop.Place.open("MAIN")),
        List.of(Shop.Item.standard("A"), Shop.Item.standard("B")));
    for (Paper.Shortage shortage :
        List.of(Paper.Shortage.BACKORDER, Paper.Shortage.ACCEPT_AVAILABLE)) {
      Kernel kernel = new Kernel(shop);
      kernel.post(new Paper.Count(
          "C",
          List.of(new Paper.Units("A", "MAIN", stockOfA), new Paper.Units("B", "MAIN", stockOfB))));
      Paper.Rules whole = new Paper.Rules(Paper.Delivery.COMPLETE_ORDER, shortage);
      kernel.post(new Paper.Place(
          "O",
          List.of(new Paper.Ask("1", "A", needOfA, 0), new Paper.Ask("2", "B", needOfB, 0)),
          new Paper.Terms(1, "", "", whole)));
      boolean all = needOfA <= stockOfA && needOfB <= stockOfB;
      Order order = kernel.inventory.order(OrderId.of("O")).orElseThrow();
      assertThat(order.lines().stream().map(LineStatus::reserved))
          .containsExactly(Quantity.of(all ? needOfA : 0), Quantity.of(all ? needOfB : 0));
    }
  }
}
