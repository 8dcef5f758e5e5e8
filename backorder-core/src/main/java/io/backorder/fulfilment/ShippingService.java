package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.math.BigDecimal;

/**
 * What a carrier takes, for how much money and carbon.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param parcelGrams the most grams that a parcel may weigh, at least 1
 * @param tariff what it costs
 * @param emissions what it emits
 */
public record ShippingService(long parcelGrams, Tariff tariff, Emissions emissions) {

  /**
   * Rejects a parcel that holds nothing.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it does
   */
  public ShippingService {
    requireNonNull(tariff, "tariff");
    requireNonNull(emissions, "emissions");
    if (parcelGrams < 1) {
      throw Numbers.refused("parcelGrams", "be at least 1", parcelGrams);
    }
  }

  /**
   * What a carrier asks for, and what each dispatch costs in the house.
   *
   * @param perDispatch for each day on which something of an order leaves a location: picking, packing,
   *     papers
   * @param perParcel for each parcel
   * @param perKilogram for each kilogram of goods; it may be finer than a coin
   */
  public record Tariff(UnitPrice perDispatch, UnitPrice perParcel, UnitPrice perKilogram) {

    /**
     * Rejects several currencies.
     *
     * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if there are several
     */
    public Tariff {
      nothing(requireNonNull(perDispatch, "perDispatch"))
          .plus(nothing(requireNonNull(perParcel, "perParcel")))
          .plus(nothing(requireNonNull(perKilogram, "perKilogram")));
    }

    private static Money nothing(UnitPrice price) {
      return Money.zero(price.currency());
    }
  }

  /**
   * The host's factors for greenhouse gases, in grams of CO2 equivalent.
   *
   * @param perParcel for each parcel: its packaging and its stop at the door, zero or more
   * @param perKilogram for each kilogram of goods over the way, zero or more
   */
  public record Emissions(BigDecimal perParcel, BigDecimal perKilogram) {

    /**
     * Rejects negative factors.
     *
     * @throws InvalidValueException with {@code INVALID_NUMBER} if one is
     */
    public Emissions {
      requireNotNegative("perParcel", perParcel);
      requireNotNegative("perKilogram", perKilogram);
    }

    private static void requireNotNegative(String name, BigDecimal factor) {
      if (requireNonNull(factor, name).signum() < 0) {
        throw Numbers.refused(name, "be zero or more", factor);
      }
    }
  }

  /** The cost of so many dispatches and parcels of that weight together, rounded once. */
  Money cost(long dispatches, long parcels, long grams) {
    BigDecimal exact = times(tariff.perDispatch, BigDecimal.valueOf(dispatches))
        .add(times(tariff.perParcel, BigDecimal.valueOf(parcels)))
        .add(times(tariff.perKilogram, kilograms(grams)));
    return Money.rounded(exact, tariff.perDispatch.currency());
  }

  private static BigDecimal times(UnitPrice price, BigDecimal factor) {
    return price.amount().multiply(factor);
  }

  /** The grams of CO2 equivalent of so many parcels of that weight together, exactly. */
  BigDecimal emissions(long parcels, long grams) {
    return emissions
        .perParcel
        .multiply(BigDecimal.valueOf(parcels))
        .add(emissions.perKilogram.multiply(kilograms(grams)));
  }

  private static BigDecimal kilograms(long grams) {
    return BigDecimal.valueOf(grams, 3);
  }
}
