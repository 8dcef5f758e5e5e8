package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.CustomerId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.List;

/**
 * All that one change means to one customer.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param id what tells it from every other notice
 * @param at when the change happened
 * @param news what the customer should hear, at least one piece, in the order of what happened
 */
public record Notice(Id id, Instant at, List<News> news) {

  /**
   * What tells a notice from every other one: there is one for each customer and change. Made anew of the same
   * change it is the same, so that whoever receives a notice twice can tell.
   *
   * @param change the change, such as the number of a document: 1 to 200 characters
   * @param customer the customer
   */
  public record Id(String change, CustomerId customer) {

    private static final int LONGEST = 200;

    /** Rejects a change without a name, or with one that is too long. */
    public Id {
      requireNonNull(change, "change");
      requireNonNull(customer, "customer");
      if (change.isBlank() || change.length() > LONGEST) {
        throw new InvalidValueException(
            ErrorCode.INVALID_IDENTIFIER,
            "change must have 1 to %d characters: %d".formatted(LONGEST, change.length()),
            Facts.of("field", "change").and("asked", change.length()).and("allowed", LONGEST));
      }
    }
  }

  /** Copies the news, and rejects a notice of nothing. */
  public Notice {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    news = List.copyOf(requireNonNull(news, "news"));
    Numbers.atLeast("number of news", news.size(), 1);
  }

  /**
   * Returns who should hear of it.
   *
   * @return the customer
   */
  public CustomerId customer() {
    return id.customer();
  }
}
