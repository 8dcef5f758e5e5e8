package io.backorder.review;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * How much to order, in whole units, when the inventory position is looked at.
 *
 * <p>The position is on hand less reserved, plus on order, less backordered. The set of rules is closed, and
 * every rule is immutable and thread-safe.
 */
public sealed interface OrderRule {

  /**
   * Returns the highest position at which something is ordered.
   *
   * @return the reorder point, in units; perhaps negative
   */
  long reorderPoint();

  /**
   * Returns what to order.
   *
   * @param position the inventory position, in units, at most 1e17 in size
   * @return the units: zero above the reorder point, else as many as lift the position above it
   * @throws InvalidValueException if the position is out of range
   */
  long orderFrom(long position);

  /**
   * Returns the highest position that an order leads to.
   *
   * @return the position, in units
   */
  long highestPosition();

  /**
   * Returns the rule that orders up to a level whenever the position is below it: a base stock.
   *
   * @param level the level, in units, at most 1e15 in size
   * @return the rule
   * @throws InvalidValueException if the level is out of range
   */
  static OrderRule upTo(long level) {
    return new UpTo(level - 1, level);
  }

  /**
   * Returns the rule that orders up to a level once the position is at or below a reorder point: (s, S).
   *
   * @param reorderPoint the reorder point s, in units, at most 1e15 in size
   * @param level the level S, above s and at most 1e15 in size
   * @return the rule
   * @throws InvalidValueException if a figure is out of range
   */
  static OrderRule minMax(long reorderPoint, long level) {
    return new UpTo(reorderPoint, level);
  }

  /**
   * Returns the rule that orders lots once the position is at or below a reorder point: (r, nQ), with the
   * fewest lots that lift the position above it.
   *
   * @param reorderPoint the reorder point r, in units, at most 1e15 in size
   * @param lot the lot Q, in units, from 1 to 1e15
   * @return the rule
   * @throws InvalidValueException if a figure is out of range
   */
  static OrderRule lots(long reorderPoint, long lot) {
    return new Lots(reorderPoint, lot);
  }

  /**
   * Orders up to a level.
   *
   * @param reorderPoint the highest position at which something is ordered
   * @param level the level, above it
   */
  record UpTo(long reorderPoint, long level) implements OrderRule {

    /** Rejects levels out of order or range. */
    public UpTo {
      Limit.LEVEL.require("reorder point", reorderPoint);
      if (Limit.LEVEL.require("level", level) <= reorderPoint) {
        throw Numbers.refused("level", "be above the reorder point " + reorderPoint, level);
      }
    }

    @Override
    public long orderFrom(long position) {
      Limit.POSITION.require("position", position);
      return position > reorderPoint ? 0 : level - position;
    }

    @Override
    public long highestPosition() {
      return level;
    }
  }

  /**
   * Orders whole lots.
   *
   * @param reorderPoint the highest position at which something is ordered
   * @param lot the units of a lot
   */
  record Lots(long reorderPoint, long lot) implements OrderRule {

    /** Rejects figures out of range. */
    public Lots {
      Limit.LEVEL.require("reorder point", reorderPoint);
      if (Limit.LEVEL.require("lot", lot) < 1) {
        throw Numbers.refused("lot", "be at least 1", lot);
      }
    }

    @Override
    public long orderFrom(long position) {
      Limit.POSITION.require("position", position);
      return position > reorderPoint ? 0 : ((reorderPoint - position) / lot + 1) * lot;
    }

    @Override
    public long highestPosition() {
      return reorderPoint + lot;
    }
  }
}
