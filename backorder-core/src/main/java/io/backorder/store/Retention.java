package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * For how long documents and closed orders are remembered in full.
 *
 * <p>Choose a window longer than any sender repeats a document, and longer than any customer returns
 * goods. This type is immutable and thread-safe.
 *
 * @param documents how long the content of a document is remembered, zero or more
 * @param orders how long a closed order can be read and named after its last entry, zero or more
 */
public record Retention(Duration documents, Duration orders) {

  /** Rejects a negative window. */
  public Retention {
    requireNotNegative("documents", documents);
    requireNotNegative("orders", orders);
  }

  private static void requireNotNegative(String name, Duration window) {
    if (requireNonNull(window, name).isNegative()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "%s must not be negative: %s".formatted(name, window),
          Facts.of("field", name).and("asked", window));
    }
  }

  /**
   * Returns the retention with one window for both.
   *
   * @param window how long, zero or more
   * @return the retention
   */
  public static Retention of(Duration window) {
    return new Retention(requireNonNull(window, "window"), window);
  }

  /**
   * Returns what is remembered at a time.
   *
   * @param now the ledger's time
   * @return the horizon
   */
  public Horizon horizonAt(Instant now) {
    requireNonNull(now, "now");
    return new Horizon(before(now, documents), before(now, orders));
  }

  private static Instant before(Instant now, Duration window) {
    Duration most = Duration.between(Horizon.NONE.documents, now);
    return most.compareTo(window) < 0
        ? Horizon.NONE.documents
        : now.minus(window).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * From when on things are remembered in full.
   *
   * @param documents the first instant whose documents are remembered, in whole microseconds
   * @param orders the first instant at which an entry keeps its closed order, in whole microseconds
   */
  public record Horizon(Instant documents, Instant orders) {

    /** Everything is remembered. */
    public static final Horizon NONE =
        new Horizon(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("0001-01-01T00:00:00Z"));

    /** Rejects missing parts. */
    public Horizon {
      requireNonNull(documents, "documents");
      requireNonNull(orders, "orders");
    }

    /**
     * Returns the horizon that forgets what this one or another forgets.
     *
     * @param other the other horizon
     * @return the later instants of both
     */
    public Horizon or(Horizon other) {
      return new Horizon(later(documents, other.documents), later(orders, other.orders));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }

  /**
   * How much one call archived.
   *
   * @param documents the documents whose content was forgotten
   * @param orders the closed orders that can no longer be read and named
   */
  public record Archived(long documents, long orders) {}
}
