package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplierId;
import java.time.Instant;

/**
 * A purchase that a buyer is advised to make.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sku the item
 * @param quantity the units, in a size that the supplier delivers
 * @param source of whom, and when it may be expected
 * @param reason why
 */
public record PurchaseProposal(Sku sku, Quantity quantity, Source source, ReorderReason reason) {

  /** Rejects missing parts. */
  public PurchaseProposal {
    requireNonNull(sku, "sku");
    requireNonNull(quantity, "quantity");
    requireNonNull(source, "source");
    requireNonNull(reason, "reason");
  }

  /**
   * Where a purchase comes from.
   *
   * @param supplier the supplier
   * @param expectedAt the moment by which every second such order has come, of those that come at all, if it is
   *     ordered at once
   */
  public record Source(SupplierId supplier, Instant expectedAt) {

    /** Rejects missing parts. */
    public Source {
      requireNonNull(supplier, "supplier");
      requireNonNull(expectedAt, "expectedAt");
    }
  }

  @Override
  public String toString() {
    return "buy %s %s of %s, expected %s: %s"
        .formatted(quantity, sku, source.supplier(), source.expectedAt(), reason);
  }
}
