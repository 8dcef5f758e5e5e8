package io.backorder.fulfilment;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.UnitPrice;
import io.backorder.fulfilment.ShipmentOption.Dispatch;
import io.backorder.fulfilment.ShipmentPart.Goods;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan of shipments. */
final class ShipmentProperties {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final long PARCEL = 1000;

  private record Wish(Goods goods, int available, int promised) {}

  @Provide
  Arbitrary<List<ShipmentPart>> parts() {
    Arbitrary<Goods> goods = Combinators.combine(
            Arbitraries.longs().between(1, 7), Arbitraries.longs().between(0, PARCEL))
        .as((units, grams) -> new Goods(Quantity.of(units), grams));
    return Combinators.combine(
            goods, Arbitraries.integers().between(-3, 6), Arbitraries.integers().between(-4, 12))
        .as(Wish::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(ShipmentProperties::parts);
  }

  /** A promise of day 10 and later is none. */
  private static List<ShipmentPart> parts(List<Wish> wishes) {
    List<ShipmentPart> parts = new ArrayList<>();
    for (Wish wish : wishes) {
      ShipmentPart part = ShipmentPart.of(
          OrderLineId.of("O", "" + parts.size()), wish.goods, TODAY.plusDays(wish.available));
      parts.add(wish.promised >= 10 ? part : part.promisedBy(TODAY.plusDays(wish.promised)));
    }
    return parts;
  }

  @Provide
  Arbitrary<ShippingService> services() {
    Arbitrary<UnitPrice> prices = Arbitraries.of("0", "0.125", "1", "4.90", "20")
        .map(price -> UnitPrice.of(new BigDecimal(price), Currency.getInstance("EUR")));
    Arbitrary<BigDecimal> factors = Arbitraries.of("0", "0.5", "120", "480").map(BigDecimal::new);
    return Combinators.combine(prices, prices, prices, factors, factors)
        .as((dispatch, parcel, kilogram, perParcel, perKilogram) -> new ShippingService(
            PARCEL,
            new ShippingService.Tariff(dispatch, parcel, kilogram),
            new ShippingService.Emissions(perParcel, perKilogram)));
  }

  /** A part leaves by its day, or on the day on which it comes if that is later. */
  @Property
  void theDefaultIsNeverLaterThanPromised(
      @ForAll("parts") List<ShipmentPart> parts, @ForAll("services") ShippingService service) {
    ShipmentOption chosen = ShipmentPlan.of(TODAY, parts, service).chosen();

    for (Dispatch dispatch : chosen.dispatches()) {
      for (ShipmentPart part : dispatch.parts()) {
        LocalDate there = part.available();
        assertThat(part.promised().filter(day -> dispatch.day().isAfter(day)).isEmpty()
                || dispatch.day().equals(there))
            .as("%s on %s", part, dispatch.day())
            .isTrue();
      }
    }
  }

  @Property
  void noPunctualOptionIsCheaperThanTheDefault(
      @ForAll("parts") List<ShipmentPart> parts, @ForAll("services") ShippingService service) {
    ShipmentPlan plan = ShipmentPlan.of(TODAY, parts, service);

    assertThat(plan.options())
        .filteredOn(ShipmentOption::isPunctual)
        .contains(plan.chosen(), plan.asItComes())
        .allSatisfy(option ->
            assertThat(option.cost()).isGreaterThanOrEqualTo(plan.chosen().cost()));
  }

  @Property
  void everyOptionShipsEachPartOnceAndNotBeforeItIsThere(
      @ForAll("parts") List<ShipmentPart> parts, @ForAll("services") ShippingService service) {
    ShipmentPlan plan = ShipmentPlan.of(TODAY, parts, service);

    for (ShipmentOption option : plan.options()) {
      assertThat(option.dispatches().stream()
              .flatMap(each -> each.parts().stream().map(ShipmentPart::line))
              .toList())
          .containsExactlyInAnyOrderElementsOf(
              parts.stream().map(ShipmentPart::line).toList());
      for (Dispatch dispatch : option.dispatches()) {
        assertThat(dispatch.day()).isAfterOrEqualTo(TODAY);
        assertThat(dispatch.parts())
            .isNotEmpty()
            .allSatisfy(part -> assertThat(part.available()).isBeforeOrEqualTo(dispatch.day()));
      }
    }
    assertThat(new HashSet<>(plan.options())).hasSameSizeAs(plan.options());
    long days = plan.asItComes().dispatches().size();
    assertThat(plan.options()).hasSize(1 << (days - 1));
    assertThat(plan.together().dispatches()).hasSize(1);
    assertThat(plan.together().lastDay()).isEqualTo(plan.asItComes().lastDay());
  }

  /** Computed anew, from the parts and the parcels of the option. */
  @Property
  void costAndCarbonAddUp(
      @ForAll("parts") List<ShipmentPart> parts, @ForAll("services") ShippingService service) {
    BigDecimal kilograms = BigDecimal.valueOf(
        parts.stream()
            .mapToLong(each -> each.goods().units().units() * each.goods().grams())
            .sum(),
        3);
    for (ShipmentOption option : ShipmentPlan.of(TODAY, parts, service).options()) {
      BigDecimal parcels = BigDecimal.valueOf(option.parcels());
      BigDecimal dispatches = BigDecimal.valueOf(option.dispatches().size());
      ShippingService.Tariff tariff = service.tariff();
      assertThat(option.cost().amount())
          .isEqualByComparingTo(dispatches
              .multiply(tariff.perDispatch().amount())
              .add(parcels.multiply(tariff.perParcel().amount()))
              .add(kilograms.multiply(tariff.perKilogram().amount()))
              .setScale(2, RoundingMode.HALF_EVEN));
      assertThat(option.co2eGrams())
          .isEqualByComparingTo(parcels
              .multiply(service.emissions().perParcel())
              .add(kilograms.multiply(service.emissions().perKilogram())));
    }
  }

  /** The plain algorithm, unit by unit. */
  @Property
  void parcelsAreThoseOfFirstFitDecreasing(@ForAll("parts") List<ShipmentPart> parts) {
    List<Goods> goods = parts.stream().map(ShipmentPart::goods).toList();
    List<Long> units = new ArrayList<>();
    goods.forEach(
        each -> units.addAll(Collections.nCopies((int) each.units().units(), each.grams())));
    units.sort(Comparator.reverseOrder());
    List<Long> rooms = new ArrayList<>();
    for (long grams : units) {
      int fit = 0;
      while (fit < rooms.size() && rooms.get(fit) < grams) {
        fit++;
      }
      if (fit == rooms.size()) {
        rooms.add(PARCEL);
      }
      rooms.set(fit, rooms.get(fit) - grams);
    }

    assertThat(Parcels.of(goods, PARCEL)).isEqualTo(rooms.size());
  }

  @Property
  void theOrderOfPartsDoesNotMatter(
      @ForAll("parts") List<ShipmentPart> parts,
      @ForAll("services") ShippingService service,
      @ForAll long seed) {
    List<ShipmentPart> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(ShipmentPlan.of(TODAY, shuffled, service))
        .isEqualTo(ShipmentPlan.of(TODAY, parts, service));
  }

  @Provide
  Arbitrary<List<String>> places() {
    return Arbitraries.of("EAST", "WEST", "").list().ofSize(8);
  }

  private static List<ShipmentPart> placed(List<ShipmentPart> parts, List<String> places) {
    List<ShipmentPart> placed = new ArrayList<>();
    for (ShipmentPart part : parts) {
      String place = places.get(placed.size());
      placed.add(place.isEmpty() ? part : part.at(LocationId.of(place)));
    }
    return placed;
  }

  /** What two locations ship is what each ships alone: no parcel is shared, and nobody waits for the other. */
  @Property(tries = 300)
  void locationsShipEachForItself(
      @ForAll("parts") List<ShipmentPart> parts,
      @ForAll("places") List<String> places,
      @ForAll("services") ShippingService service) {
    List<ShipmentPart> placed = placed(parts, places);
    long days = placed.stream()
        .map(each -> List.of(each.location(), notBefore(each.available())))
        .distinct()
        .count();
    if (days > ShipmentPlan.MOST_DAYS) {
      return;
    }

    ShipmentPlan plan = ShipmentPlan.of(TODAY, placed, service);

    Set<Dispatch> apart = new HashSet<>();
    long options = 1;
    Map<Optional<LocationId>, List<ShipmentPart>> byPlace =
        placed.stream().collect(groupingBy(ShipmentPart::location));
    for (List<ShipmentPart> there : byPlace.values()) {
      ShipmentPlan alone = ShipmentPlan.of(TODAY, there, service);
      options *= alone.options().size();
      apart.addAll(alone.asItComes().dispatches());
    }
    assertThat(plan.options()).hasSize((int) options);
    assertThat(plan.asItComes().dispatches()).containsExactlyInAnyOrderElementsOf(apart);
    assertThat(plan.together().dispatches()).hasSize(byPlace.size());
    assertThat(plan.options())
        .allSatisfy(option -> assertThat(option.dispatches())
            .isSortedAccordingTo(Comparator.comparing(Dispatch::day))
            .allSatisfy(dispatch -> assertThat(dispatch.parts())
                .allSatisfy(part -> assertThat(part.location()).isEqualTo(dispatch.location()))));
  }

  private static LocalDate notBefore(LocalDate day) {
    return day.isBefore(TODAY) ? TODAY : day;
  }
}
