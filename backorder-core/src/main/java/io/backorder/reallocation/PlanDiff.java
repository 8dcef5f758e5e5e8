package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.ConfirmationCurve.Change;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of promises when confirmations are replaced by others.
 *
 * <p>The churn counts the units that change hands: with {@code a} the units that lines have on a day and
 * had not, and {@code r} those that they had on a day and have not, each summed over all lines and days,
 * it is {@code max(a, r)}. This type is immutable.
 *
 * @param lines the lines by what becomes of them, each in the order of the old confirmations
 * @param churn the units that change hands
 */
public record PlanDiff(Map<Change, List<OrderLineId>> lines, Quantity churn) {

  /** Copies the lists. */
  public PlanDiff {
    requireNonNull(churn, "churn");
    Map<Change, List<OrderLineId>> copy = new EnumMap<>(Change.class);
    for (Change change : Change.values()) {
      copy.put(change, List.copyOf(lines.getOrDefault(change, List.of())));
    }
    lines = Collections.unmodifiableMap(copy);
  }

  /**
   * Compares confirmations.
   *
   * @param before the old confirmation of each line
   * @param after the new one; a line that stands in one map alone has nothing in the other
   * @return the difference
   */
  public static PlanDiff between(
      Map<OrderLineId, ConfirmationCurve> before, Map<OrderLineId, ConfirmationCurve> after) {
    Tally tally = new Tally();
    Set<OrderLineId> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (OrderLineId line : all) {
      tally.count(
          line,
          before.getOrDefault(line, ConfirmationCurve.NOTHING),
          after.getOrDefault(line, ConfirmationCurve.NOTHING));
    }
    return tally.diff();
  }

  /**
   * Returns the lines that are better off.
   *
   * @return the lines
   */
  public List<OrderLineId> improved() {
    return lines.getOrDefault(Change.IMPROVED, List.of());
  }

  /**
   * Returns the lines that are worse off.
   *
   * @return the lines
   */
  public List<OrderLineId> worsened() {
    return lines.getOrDefault(Change.WORSENED, List.of());
  }

  /**
   * Returns the lines that have more on some day and less on another.
   *
   * @return the lines
   */
  public List<OrderLineId> incomparable() {
    return lines.getOrDefault(Change.INCOMPARABLE, List.of());
  }

  /**
   * Returns the lines that nothing happens to.
   *
   * @return the lines
   */
  public List<OrderLineId> unchanged() {
    return lines.getOrDefault(Change.UNCHANGED, List.of());
  }

  /** Counts lines one after the other. */
  static final class Tally {

    private final Map<Change, List<OrderLineId>> lines = new EnumMap<>(Change.class);
    private Quantity added = Quantity.ZERO;
    private Quantity removed = Quantity.ZERO;

    void count(OrderLineId line, ConfirmationCurve before, ConfirmationCurve after) {
      put(line, before.to(after));
      for (LocalDate day : before.daysWith(after)) {
        move(before.on(day), after.on(day));
      }
    }

    /** Counts a line of which both confirmations are for one day. */
    void count(OrderLineId line, Quantity before, Quantity after) {
      int more = after.compareTo(before);
      put(line, more == 0 ? Change.UNCHANGED : more > 0 ? Change.IMPROVED : Change.WORSENED);
      move(before, after);
    }

    private void put(OrderLineId line, Change change) {
      lines.computeIfAbsent(change, key -> new ArrayList<>()).add(line);
    }

    private void move(Quantity before, Quantity after) {
      added = added.plus(after.minusOrZero(before));
      removed = removed.plus(before.minusOrZero(after));
    }

    PlanDiff diff() {
      return new PlanDiff(lines, added.compareTo(removed) > 0 ? added : removed);
    }
  }
}
