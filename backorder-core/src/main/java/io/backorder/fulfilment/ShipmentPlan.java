package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.backorder.fulfilment.ShipmentOption.Dispatch;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Ship now, or wait and put together: every way to ship some parts, and the one to take.
 *
 * <p>What lies at different locations leaves in different parcels, and each location has dispatches of its own;
 * parts whose location is not named are taken to lie together. From a location something leaves only on days
 * on which something comes there, since waiting longer gains nothing; each part leaves with the first dispatch
 * after it is there; and the last dispatch takes the rest. So with {@code d} days there are {@code 2^(d-1)}
 * options for a location, and for several locations the product of theirs. The first of them, which is the default, is never later than
 * promised: only those count that are {@linkplain ShipmentOption#isPunctual punctual}, and shipping each
 * part as it comes always is. Among these it is the one that costs least, then emits least, then keeps
 * units in the house for the fewest days. This type is immutable and thread-safe.
 *
 * @param options the options: the punctual ones first, the cheapest first
 */
public record ShipmentPlan(List<ShipmentOption> options) {

  /**
   * The most days on which something comes, summed over locations; a host with more puts some of them
   * together.
   */
  public static final int MOST_DAYS = 12;

  private static final Comparator<ShipmentOption> BEST_FIRST = Comparator.comparing(
          (ShipmentOption option) -> !option.isPunctual())
      .thenComparing(ShipmentOption::cost)
      .thenComparing(ShipmentOption::co2eGrams)
      .thenComparing(ShipmentOption::waitingUnitDays)
      .thenComparing(option -> option.dispatches().size())
      .thenComparing(option -> option.dispatches().toString());

  /**
   * Rejects no option.
   *
   * @throws InvalidValueException with {@code NOTHING_TO_SHIP} if there is none
   */
  public ShipmentPlan {
    options = List.copyOf(options);
    requireParts(options.size());
  }

  private static void requireParts(int count) {
    if (count == 0) {
      throw new InvalidValueException(
          ErrorCode.NOTHING_TO_SHIP,
          "parts of a shipment must be at least 1: 0",
          Facts.of("asked", 0));
    }
  }

  /**
   * Returns the plan of some parts.
   *
   * @param today the first day on which something can leave; units that were there before are taken to be
   *     there from this day on
   * @param parts the parts, at least one, in any order
   * @param service what the carrier takes
   * @return the plan
   * @throws InvalidValueException with {@code NOTHING_TO_SHIP} if there is no part, with {@code
   *     LIMIT_EXCEEDED} if a unit fits in no parcel or parts come on more than {@value #MOST_DAYS} days,
   *     each counted for each location, with {@code QUANTITY_OVERFLOW} if the weight of all is beyond a {@code long}
   */
  public static ShipmentPlan of(
      LocalDate today, List<ShipmentPart> parts, ShippingService service) {
    requireNonNull(service, "service");
    requireParts(parts.size());
    return new ShipmentPlan(new Choice(sorted(parts, today), service).options());
  }

  private static List<ShipmentPart> sorted(List<ShipmentPart> parts, LocalDate today) {
    return parts.stream()
        .map(each -> each.notBefore(today))
        .sorted(Comparator.comparing(ShipmentPart::available)
            .thenComparing(each -> each.line().order())
            .thenComparing(each -> each.line().line())
            .thenComparing(ShipmentPart::toString))
        .toList();
  }

  /** All ways to ship some parts. */
  private static final class Choice {

    private static final Comparator<Dispatch> BY_DAY = Comparator.comparing(Dispatch::day)
        .thenComparing(each -> each.location().map(LocationId::value).orElse(""));

    private final List<Place> places;
    private final ShippingService service;
    private final long grams;
    private final int waits;

    Choice(List<ShipmentPart> parts, ShippingService service) {
      this.places = parts.stream()
          .collect(groupingBy(ShipmentPart::location, LinkedHashMap::new, toList()))
          .values()
          .stream()
          .map(there -> new Place(there, service.parcelGrams()))
          .toList();
      this.service = service;
      this.grams = parts.stream()
          .map(each -> each.goods().totalGrams())
          .reduce(Quantity.ZERO, Quantity::plus)
          .units();
      int days = places.stream().mapToInt(place -> place.days.size()).sum();
      requireFew(days);
      this.waits = days - places.size();
    }

    private static void requireFew(int days) {
      if (days > MOST_DAYS) {
        throw new InvalidValueException(
            ErrorCode.LIMIT_EXCEEDED,
            "days on which parts come must be at most %d: %d; put parts of neighbouring days together"
                .formatted(MOST_DAYS, days),
            Facts.of("asked", days).and("allowed", MOST_DAYS));
      }
    }

    List<ShipmentOption> options() {
      List<ShipmentOption> options = new ArrayList<>();
      for (int chosen = 0; chosen < 1 << waits; chosen++) {
        options.add(option(chosen));
      }
      options.sort(BEST_FIRST);
      return options;
    }

    /** Each place takes as many bits as it has days but its last. */
    private ShipmentOption option(int chosen) {
      List<Dispatch> dispatches = new ArrayList<>();
      int left = chosen;
      for (Place place : places) {
        place.addDispatches(left, dispatches);
        left >>= place.days.size() - 1;
      }
      dispatches.sort(BY_DAY);
      long parcels = dispatches.stream().mapToLong(Dispatch::parcels).sum();
      return new ShipmentOption(
          dispatches,
          service.cost(dispatches.size(), parcels, grams),
          service.emissions(parcels, grams));
    }
  }

  /** Parts that leave from one location, and the days on which they come. */
  private static final class Place {

    private final List<ShipmentPart> parts;
    private final List<LocalDate> days;
    private final long parcelGrams;

    Place(List<ShipmentPart> parts, long parcelGrams) {
      this.parts = parts;
      this.days =
          List.copyOf(new TreeSet<>(parts.stream().map(ShipmentPart::available).toList()));
      this.parcelGrams = parcelGrams;
    }

    /** Bit i tells whether something leaves on day i; on the last day something always does. */
    void addDispatches(int chosen, List<Dispatch> dispatches) {
      LocalDate before = LocalDate.MIN;
      for (int day = 0; day < days.size(); day++) {
        if (day == days.size() - 1 || (chosen >> day & 1) == 1) {
          dispatches.add(dispatch(before, days.get(day)));
          before = days.get(day);
        }
      }
    }

    private Dispatch dispatch(LocalDate after, LocalDate day) {
      List<ShipmentPart> leaving = parts.stream()
          .filter(each -> each.available().isAfter(after) && !each.available().isAfter(day))
          .toList();
      long parcels = Parcels.of(leaving.stream().map(ShipmentPart::goods).toList(), parcelGrams);
      return new Dispatch(day, leaving, parcels);
    }
  }

  /**
   * Returns the option to take unless somebody decides otherwise.
   *
   * @return the first option: never later than promised
   */
  public ShipmentOption chosen() {
    return options.get(0);
  }

  /**
   * Returns the option that ships each part as it comes.
   *
   * @return the option with the most dispatches
   */
  public ShipmentOption asItComes() {
    return options.stream()
        .max(Comparator.comparingInt(option -> option.dispatches().size()))
        .orElseThrow();
  }

  /**
   * Returns the option that waits for the last part at each location.
   *
   * @return the option with one dispatch from each location
   */
  public ShipmentOption together() {
    return options.stream()
        .min(Comparator.comparingInt(option -> option.dispatches().size()))
        .orElseThrow();
  }
}
