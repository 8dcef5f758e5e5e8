package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplierId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One purchase, spread over suppliers.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param parts what is bought of whom, in the order of the offers; suppliers of whom nothing is bought are not
 *     listed
 * @param cost what it costs
 */
public record PurchaseSplit(List<Part> parts, double cost) {

  /** More units than anybody orders, and few enough to be reckoned with exactly. */
  static final long MOST_UNITS = 1_000_000_000_000_000L;

  /** Copies the parts. */
  public PurchaseSplit {
    parts = List.copyOf(parts);
    Numbers.notNegative("cost", cost);
  }

  /**
   * What is bought of one supplier.
   *
   * @param offer his terms
   * @param quantity the units
   */
  public record Part(SupplierOffer offer, Quantity quantity) {

    /** Rejects missing parts. */
    public Part {
      requireNonNull(offer, "offer");
      requireNonNull(quantity, "quantity");
    }

    /**
     * Returns of whom it is bought.
     *
     * @return the supplier
     */
    public SupplierId supplier() {
      return offer.supplier();
    }
  }

  /**
   * What a purchase must bring.
   *
   * @param quantity the units, at least 1
   * @param within the time in which they must be there
   * @param reliability the least probability with which each supplier must deliver in that time, in [0, 1)
   */
  public record Need(Quantity quantity, Duration within, double reliability) {

    /** Rejects figures out of range. */
    public Need {
      if (quantity.isZero() || quantity.units() > MOST_UNITS) {
        throw Numbers.refused("units needed", "be in [1, 1e15]", quantity);
      }
      requireNonNull(within, "within");
      if (!(reliability >= 0 && reliability < 1)) { // also rejects NaN
        throw Numbers.refused("reliability", "be in [0, 1)", reliability);
      }
    }

    private boolean isMetBy(SupplierOffer offer) {
      return offer.reliability().within(within) >= reliability;
    }
  }

  /**
   * Returns the cheapest purchase that brings at least the units needed, of those suppliers who are reliable
   * enough. Minimum, pack and maximum of each are kept, so that it may bring a few units more. It is exact, by
   * dynamic programming over the units counted in the largest measure that divides all packs; of purchases
   * that cost the same always the same one is answered.
   *
   * @param need what is needed
   * @param offers the suppliers' terms
   * @return the purchase; empty if those who are reliable enough cannot deliver so much
   * @throws InvalidValueException if the need, in such measures, times the number of suppliers is above
   *     4,000,000
   */
  public static Optional<PurchaseSplit> cheapest(Need need, List<SupplierOffer> offers) {
    List<SupplierOffer> reliable = offers.stream().filter(need::isMetBy).toList();
    return reliable.isEmpty() ? Optional.empty() : new SplitSearch(need, reliable).cheapest();
  }

  /**
   * Returns all that is bought.
   *
   * @return the units
   */
  public Quantity quantity() {
    return parts.stream().map(Part::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }
}
