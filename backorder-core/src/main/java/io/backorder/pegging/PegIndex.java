package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pegs of every line of a queue, found from where the line stands in it.
 *
 * <p>Of the lines that may come bit by bit the index knows nothing: such a line is asked for by the units that
 * others of its kind need before it, and by how many whole lines are before it. An answer takes time in the
 * logarithm of the number of supplies and whatever the length of the queue. Only whole lines are walked, once,
 * when the index is made: there is a {@link SupplySchedule} behind each of them, of which all but the supplies
 * that the line took is shared with the one before.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PegIndex {

  /**
   * A line that is filled whole, and where it stands.
   *
   * @param ahead the units that lines before it need which may come bit by bit
   * @param need the units of the line, at least 1
   */
  public record Whole(Quantity ahead, Quantity need) {

    /** Rejects missing parts, and a line of nothing. */
    public Whole {
      requireNonNull(ahead, "ahead");
      if (requireNonNull(need, "need").isZero()) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units of a whole line must be positive: 0",
            Facts.of("field", "need").and("asked", 0));
      }
    }
  }

  private final List<Whole> wholes;
  private final List<SupplySchedule> behind;

  private PegIndex(List<Whole> wholes, List<SupplySchedule> behind) {
    this.wholes = wholes;
    this.behind = behind;
  }

  /**
   * Returns the index of a queue.
   *
   * @param schedule what is to come of the item
   * @param wholes the lines that are filled whole, in the order in which they are served
   * @return the index
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if a line has fewer units ahead than one before
   */
  public static PegIndex of(SupplySchedule schedule, List<Whole> wholes) {
    List<SupplySchedule> behind = new ArrayList<>();
    SupplySchedule left = requireNonNull(schedule, "schedule");
    Quantity passed = Quantity.ZERO;
    behind.add(left);
    for (Whole each : requireNonNull(wholes, "wholes")) {
      requireOrder(passed, each.ahead());
      passed = each.ahead();
      left = left.afterWhole(each.ahead(), each.need());
      behind.add(left);
    }
    return new PegIndex(List.copyOf(wholes), behind);
  }

  private static void requireOrder(Quantity passed, Quantity ahead) {
    if (ahead.compareTo(passed) < 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units ahead of a whole line must be at least the %s of the one before: %s"
              .formatted(passed, ahead),
          Facts.of("field", "ahead").and("asked", ahead).and("allowed", passed));
    }
  }

  /**
   * Returns what whole lines leave to a line behind them.
   *
   * @param wholesAhead how many whole lines are before it, from 0 to all
   * @return the schedule, in which its units are found by {@link SupplySchedule#earliest} and {@link
   *     SupplySchedule#day}
   * @throws InvalidValueException with {@code INVALID_NUMBER} if there are not so many
   */
  public SupplySchedule behind(int wholesAhead) {
    requireIndex(wholesAhead, behind.size());
    return behind.get(wholesAhead);
  }

  private static void requireIndex(int index, int size) {
    if (index < 0 || index >= size) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "number of whole lines ahead must be in [0, %d]: %d".formatted(size - 1, index),
          Facts.of("asked", index).and("allowed", size - 1));
    }
  }

  /**
   * Returns the units of a whole line.
   *
   * @param wholesAhead how many whole lines are before it, from 0 to all but itself
   * @return so many units of each supply, in the order of days; none as long as one unit has no supply
   * @throws InvalidValueException with {@code INVALID_NUMBER} if there are not so many
   */
  public List<Arrival> whole(int wholesAhead) {
    requireIndex(wholesAhead, wholes.size());
    Whole line = wholes.get(wholesAhead);
    return behind.get(wholesAhead).whole(line.ahead(), line.need());
  }

  /**
   * Returns this index with another schedule: the same queue after supply has changed.
   *
   * @param schedule what is to come of the item
   * @return the index
   */
  public PegIndex with(SupplySchedule schedule) {
    return of(schedule, wholes);
  }

  /**
   * Finds the whole lines of which a change of supply moved a unit.
   *
   * @param after the same queue after the change
   * @return for each how many whole lines are before it, in order
   */
  public List<Integer> changedWholes(PegIndex after) {
    requireNonNull(after, "after");
    return IntStream.range(0, Math.min(wholes.size(), after.wholes.size()))
        .filter(i -> !whole(i).equals(after.whole(i)))
        .boxed()
        .toList();
  }

  /**
   * Finds the units that may come bit by bit of which a change of supply moved one.
   *
   * @param after the same queue after the change
   * @return stretches of such units, counted without those of whole lines, in order: the lines that own one of
   *     them are concerned, and no other line of this kind
   */
  public List<Stretch> changed(PegIndex after) {
    requireNonNull(after, "after");
    List<Stretch> found = new ArrayList<>();
    long from = 0;
    for (int i = 0; i < behind.size(); i++) {
      long to = i < wholes.size() ? wholes.get(i).ahead().units() : Long.MAX_VALUE;
      if (from < to) {
        for (Stretch each : behind.get(i).changed(after.behind(i))) {
          each.within(from, to).ifPresent(found::add);
        }
      }
      from = to;
    }
    return List.copyOf(found);
  }
}
