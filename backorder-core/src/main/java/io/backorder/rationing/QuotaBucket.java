package io.backorder.rationing;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The quotas of one stretch of time: a tree, or several.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param time when they hold, and from when on unused units go back to the parents
 * @param spill what a group may draw on when its own quota is used up
 * @param quotas the quotas, each of another group; a parent may stand before or behind its parts
 */
public record QuotaBucket(Time time, Spill spill, List<Quota> quotas) {

  /** Copies the quotas; rejects a group twice, a parent that is not there, and cycles. */
  public QuotaBucket {
    requireNonNull(time, "time");
    requireNonNull(spill, "spill");
    quotas = List.copyOf(quotas);
    requireTree(quotas);
  }

  /** What a group may draw on when its own quota is used up, beside nothing. */
  public enum Spill {

    /** Nothing: the cap of each group stands for itself. */
    NONE,

    /** The quotas of the larger groups above it, nearest first. */
    PARENTS,

    /**
     * The same, then the groups under the same parent that are less important than it, the least
     * important first, then those that are less important than its parent, and so on upward.
     */
    PARENTS_AND_SIBLINGS
  }

  /**
   * When quotas hold.
   *
   * @param from the beginning
   * @param backFrom the moment from which what a part has not used is its parent's; the end, if never
   * @param until the end, itself not in the time
   */
  public record Time(Instant from, Instant backFrom, Instant until) {

    /** Rejects times in another order. */
    public Time {
      requireNonNull(from, "from");
      requireNonNull(backFrom, "backFrom");
      requireNonNull(until, "until");
      if (!from.isBefore(until) || backFrom.isBefore(from) || until.isBefore(backFrom)) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "times of a bucket must follow each other: %s, %s, %s".formatted(from, backFrom, until),
            Facts.of("asked", from).and("allowed", until));
      }
    }

    /**
     * Returns a time without a moment of giving back.
     *
     * @param from the beginning
     * @param until the end, itself not in the time
     * @return the time
     */
    public static Time of(Instant from, Instant until) {
      return new Time(from, until, until);
    }

    boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    boolean givesBack(Instant now) {
      return !now.isBefore(backFrom);
    }
  }

  private static void requireTree(List<Quota> quotas) {
    Map<String, Quota> byGroup = new HashMap<>();
    for (Quota quota : quotas) {
      if (byGroup.put(quota.group(), quota) != null) {
        throw refused(ErrorCode.DUPLICATE_LINE, quota, "must stand once in its bucket");
      }
    }
    for (Quota quota : quotas) {
      Quota above = quota;
      for (int height = 0; above.parent().isPresent(); height++) {
        Quota parent = byGroup.get(above.parent().orElseThrow());
        if (parent == null) {
          throw refused(ErrorCode.INVALID_IDENTIFIER, above, "must have a parent in its bucket");
        } else if (height > quotas.size()) {
          throw refused(ErrorCode.INVALID_IDENTIFIER, quota, "must not be above itself");
        }
        above = parent;
      }
    }
  }

  private static InvalidValueException refused(ErrorCode code, Quota quota, String rule) {
    return new InvalidValueException(
        code, "quota %s: %s".formatted(rule, quota), Facts.of("group", quota.group()));
  }
}
