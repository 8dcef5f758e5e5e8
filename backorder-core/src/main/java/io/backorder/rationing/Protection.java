package io.backorder.rationing;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.time.Instant;

/**
 * Units of each item that are kept for a group, until it has been granted so many or the time is over.
 * A protection is a floor and no cap: its group may take more, see {@link Quota}.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param group the group's name
 * @param least the units kept for it, less those that it is granted within the time
 * @param from the beginning of the time
 * @param until the end, from which on what is left is everybody's
 */
public record Protection(String group, Quantity least, Instant from, Instant until) {

  /** Rejects a name that is no identifier, and a time that ends before it begins. */
  public Protection {
    Identifiers.require("group", group);
    requireNonNull(least, "least");
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    if (!from.isBefore(until)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "protection of %s must end after it begins: %s, %s".formatted(group, from, until),
          Facts.of("group", group).and("asked", until).and("allowed", from));
    }
  }

  boolean holds(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }
}
