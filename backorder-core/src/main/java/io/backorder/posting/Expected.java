package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions at which items must stand for a document to be posted: whoever decided it had read the
 * items at these versions, and nothing has happened to them since.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param versions the version of each item, zero or more
 */
public record Expected(Map<Sku, Long> versions) {

  /** Nothing is expected. */
  static final Expected NOTHING = new Expected(Map.of());

  /** Rejects a negative version. */
  public Expected {
    versions = Map.copyOf(requireNonNull(versions, "versions"));
    versions.forEach((sku, version) -> {
      if (version < 0) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "version of %s must not be negative: %d".formatted(sku, version),
            Facts.of("sku", sku).and("asked", version));
      }
    });
  }

  /**
   * Returns the expectation of one item.
   *
   * @param sku the item
   * @param version its version, as {@code inventory.version(sku)} told it
   * @return the expectation
   */
  public static Expected of(Sku sku, long version) {
    return new Expected(Map.of(requireNonNull(sku, "sku"), version));
  }

  /** Refuses what was decided on a state that has changed since. The items are locked. */
  void require(StockStore store) {
    new TreeMap<>(versions).forEach((sku, version) -> {
      long found = store.version(sku);
      if (found != version) {
        throw new RefusedDocumentException(
            ErrorCode.STALE_VERSION,
            "version of %s must be %d: %d; read it again and decide anew"
                .formatted(sku, version, found),
            Facts.of("sku", sku).and("asked", version).and("allowed", found));
      }
    });
  }
}
