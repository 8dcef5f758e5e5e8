package io.backorder.replenishment;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.stock.Quantity;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The cheapest purchase against all purchases there are. */
final class PurchaseSplitProperties {

  private static SupplierOffer offer(
      SupplierOffer.Price price, OrderSizes sizes, int days, String supplier) {
    return new SupplierOffer(
        SupplierId.of(supplier),
        price,
        new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(days)), 0.9),
        sizes);
  }

  @Provide
  Arbitrary<List<SupplierOffer>> offers() {
    Arbitrary<SupplierOffer.Price> prices = Combinators.combine(
            Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 20))
        .as((unit, order) -> new SupplierOffer.Price(unit, order));
    Arbitrary<OrderSizes> sizes = Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 3))
        .as(PurchaseSplitProperties::sizes);
    return Combinators.combine(prices, sizes)
        .as((price, size) -> offer(price, size, 3, "S"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  /** Sizes with a most of so many packs beyond the smallest; three is none. */
  private static OrderSizes sizes(int minimum, int pack, int beyond) {
    OrderSizes sizes = OrderSizes.of(Quantity.of(minimum), Quantity.of(pack));
    return beyond == 3
        ? sizes
        : sizes.upTo(Quantity.of(sizes.smallest().units() + (long) beyond * pack));
  }

  @Property(tries = 500)
  void nothingCheaperCoversTheNeed(
      @ForAll("offers") List<SupplierOffer> offers, @ForAll @IntRange(min = 1, max = 25) int need) {
    PurchaseSplit.Need needed = new PurchaseSplit.Need(Quantity.of(need), Duration.ofDays(3), 0.5);

    Optional<PurchaseSplit> found = PurchaseSplit.cheapest(needed, offers);

    double least = leastCost(offers, 0, need);
    assertThat(found.isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
    found.ifPresent(split -> {
      assertThat(split.cost()).isCloseTo(least, within(1e-9));
      assertThat(split.quantity().units()).isGreaterThanOrEqualTo(need);
      for (PurchaseSplit.Part part : split.parts()) {
        assertThat(part.offer().sizes().covering(part.quantity())).isEqualTo(part.quantity());
      }
      assertThat(split.parts().stream()
              .mapToDouble(part -> part.offer().price().of(part.quantity().units()))
              .sum())
          .isCloseTo(split.cost(), within(1e-9));
    });
  }

  /** All there is: nothing, or any admitted number of packs, of each supplier. */
  private static double leastCost(List<SupplierOffer> offers, int index, long need) {
    if (need <= 0) {
      return 0;
    } else if (index == offers.size()) {
      return Double.POSITIVE_INFINITY;
    }
    SupplierOffer offer = offers.get(index);
    double least = leastCost(offers, index + 1, need);
    long pack = offer.sizes().pack().units();
    long most = offer.sizes().largest().map(Quantity::units).orElse(need + 20);
    for (long units = offer.sizes().smallest().units(); units <= most; units += pack) {
      least = Math.min(least, offer.price().of(units) + leastCost(offers, index + 1, need - units));
    }
    return least;
  }

  @Example
  void capacityForcesASplit() {
    List<SupplierOffer> offers = List.of(
        offer(new SupplierOffer.Price(2, 5), OrderSizes.any().upTo(Quantity.of(60)), 3, "CHEAP"),
        offer(
            new SupplierOffer.Price(3, 5),
            OrderSizes.of(Quantity.ZERO, Quantity.of(25)),
            3,
            "DEAR"));

    PurchaseSplit split = PurchaseSplit.cheapest(
            new PurchaseSplit.Need(Quantity.of(100), Duration.ofDays(9), 0.9), offers)
        .orElseThrow();

    assertThat(split.parts())
        .extracting(each -> each.supplier() + " " + each.quantity())
        .containsExactly("CHEAP 50", "DEAR 50");
    assertThat(split.cost()).isEqualTo(105 + 155);
  }

  @Example
  void whoIsTooLateOrTooUnreliableIsNotAsked() {
    List<SupplierOffer> offers = new ArrayList<>();
    offers.add(offer(new SupplierOffer.Price(1, 0), OrderSizes.any(), 9, "LATE"));
    PurchaseSplit.Need need = new PurchaseSplit.Need(Quantity.of(5), Duration.ofDays(8), 0.5);

    assertThat(PurchaseSplit.cheapest(need, offers)).isEmpty();
    assertThat(PurchaseSplit.cheapest(
            new PurchaseSplit.Need(need.quantity(), Duration.ofDays(9), 0.91), offers))
        .isEmpty();
    assertThat(PurchaseSplit.cheapest(
            new PurchaseSplit.Need(need.quantity(), Duration.ofDays(9), 0.9), offers))
        .isPresent();
    assertThat(PurchaseSplit.cheapest(need, List.of())).isEmpty();
  }

  @Example
  void aPackLargerThanAnyNeedIsBoughtOnce() {
    OrderSizes container = OrderSizes.of(Quantity.of(1), Quantity.of(1_000_000_000_000_000L));
    PurchaseSplit split = PurchaseSplit.cheapest(
            new PurchaseSplit.Need(Quantity.of(1), Duration.ofDays(9), 0),
            List.of(offer(new SupplierOffer.Price(0, 7), container, 1, "S")))
        .orElseThrow();

    assertThat(split.quantity()).isEqualTo(Quantity.of(1_000_000_000_000_000L));
  }

  @Example
  void aNeedOfTooManyMeasuresIsRefused() {
    List<SupplierOffer> offers =
        List.of(offer(new SupplierOffer.Price(1, 0), OrderSizes.any(), 1, "S"));

    assertRefused(
        () -> PurchaseSplit.cheapest(
            new PurchaseSplit.Need(Quantity.of(4_000_001), Duration.ofDays(9), 0), offers),
        INVALID_NUMBER,
        "units needed, in measures of 1, times 1 suppliers must be at most 4000000: 4000001.0");
    assertRefused(
        () -> new PurchaseSplit.Need(Quantity.ZERO, Duration.ofDays(9), 0),
        INVALID_NUMBER,
        "units needed must be in [1, 1e15]: 0");
  }
}
