package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units in line that follow one another.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param from the units before the first one
 * @param to the units up to the last one and with it, more than {@code from}
 */
public record Stretch(Quantity from, Quantity to) {

  /** Rejects a stretch of nothing. */
  public Stretch {
    requireNonNull(from, "from");
    if (requireNonNull(to, "to").compareTo(from) <= 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "end of a stretch must be above its start %s: %s".formatted(from, to),
          Facts.of("asked", to).and("allowed", from));
    }
  }

  /**
   * Tells whether a line has units here.
   *
   * @param ahead the units before the line
   * @param need the units of the line
   * @return true if one of its units lies in this stretch
   */
  public boolean concerns(Quantity ahead, Quantity need) {
    boolean endsAfter = need.units() > from.units() - ahead.units();
    return ahead.compareTo(to) < 0 && endsAfter && !need.isZero();
  }

  /** Returns the part of this stretch that lies between two units. */
  Optional<Stretch> within(long first, long end) {
    long start = Math.max(first, from.units());
    long stop = Math.min(end, to.units());
    return start < stop
        ? Optional.of(new Stretch(Quantity.of(start), Quantity.of(stop)))
        : Optional.empty();
  }

  /** Returns the stretches in which two lists of arrivals differ. */
  static List<Stretch> between(List<Arrival> before, List<Arrival> after) {
    List<Stretch> found = new ArrayList<>();
    Walk here = new Walk(before);
    Walk there = new Walk(after);
    long from = 0;
    while (here.isInside() || there.isInside()) {
      boolean differs = here.differs(there);
      long to = Math.min(here.end(), there.end());
      if (differs) {
        add(found, from, to);
      }
      here.passTo(to);
      there.passTo(to);
      from = to;
    }
    return List.copyOf(found);
  }

  private static void add(List<Stretch> found, long from, long to) {
    int last = found.size() - 1;
    if (last >= 0 && found.get(last).to.units() == from) {
      found.set(last, new Stretch(found.get(last).from, Quantity.of(to)));
    } else {
      found.add(new Stretch(Quantity.of(from), Quantity.of(to)));
    }
  }

  /** A place in a list of arrivals. */
  private static final class Walk {

    private final List<Arrival> arrivals;
    private int index;
    private long passed;

    Walk(List<Arrival> arrivals) {
      this.arrivals = arrivals;
    }

    boolean isInside() {
      return index < arrivals.size();
    }

    private @Nullable Arrival here() {
      return isInside() ? arrivals.get(index) : null;
    }

    /** Returns the number of the unit behind the arrival here. */
    long end() {
      return isInside() ? passed + arrivals.get(index).quantity().units() : Long.MAX_VALUE;
    }

    boolean differs(Walk other) {
      Arrival mine = here();
      Arrival its = other.here();
      return mine == null
          || its == null
          || !mine.supply().equals(its.supply())
          || !mine.day().equals(its.day());
    }

    void passTo(long unit) {
      if (isInside() && end() == unit) {
        passed = unit;
        index++;
      }
    }
  }
}
