package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import java.util.List;

/**
 * Why a line has less under a plan than it asks for. The first that is true is the one that is told.
 *
 * <p>The set of reasons is closed. Each is immutable, and a sentence by its {@code toString}.
 */
public sealed interface ShortReason {

  /** Its picking has begun, so that the run left it alone. */
  record Frozen() implements ShortReason {

    @Override
    public String toString() {
      return "its picking has begun";
    }
  }

  /** It is part of a kit, or delivered complete with one: a run leaves parts of kits alone. */
  record PartOfKit() implements ShortReason {

    @Override
    public String toString() {
      return "parts of kits, and what is delivered complete with them, are left alone";
    }
  }

  /** Its order is delivered complete and needs items that the run did not look at. */
  record ReachesBeyond() implements ShortReason {

    @Override
    public String toString() {
      return "its order is delivered complete and needs items that are not in the run";
    }
  }

  /**
   * Its strategy gives it no more.
   *
   * @param strategy the strategy
   */
  record CeilingReached(ConfirmationStrategy strategy) implements ShortReason {

    /** Rejects a missing strategy. */
    public CeilingReached {
      requireNonNull(strategy, "strategy");
    }

    @Override
    public String toString() {
      return "strategy " + strategy + " gives it no more";
    }
  }

  /**
   * Giving it more would make more promises worse than the budget allows.
   *
   * @param units the units that it would have got without the budget
   */
  record OverBudget(Quantity units) implements ShortReason {

    /** Rejects missing units. */
    public OverBudget {
      requireNonNull(units, "units");
    }

    @Override
    public String toString() {
      return units + " more units would make too many promises worse";
    }
  }

  /**
   * The policy's guard does not let it take more: a quota, a protection or a critical level keeps units for
   * others, or only whole lines are filled.
   *
   * @param units the units that it may not take
   */
  record Rationed(Quantity units) implements ShortReason {

    /** Rejects missing units. */
    public Rationed {
      requireNonNull(units, "units");
    }

    @Override
    public String toString() {
      return "it may not take %s more units".formatted(units);
    }
  }

  /**
   * What is left is less than it takes at once: a lot, its least quantity, or all of a line that is
   * delivered complete.
   *
   * @param left the units that are left
   * @param step the units that it would take at once
   */
  record TooFew(Quantity left, Quantity step) implements ShortReason {

    /** Rejects missing units. */
    public TooFew {
      requireNonNull(left, "left");
      requireNonNull(step, "step");
    }

    @Override
    public String toString() {
      return "%s units are left and it takes %s at once".formatted(left, step);
    }
  }

  /**
   * Its order is delivered complete, and another line of it lacks units.
   *
   * @param line the other line
   */
  record WaitsForOrder(OrderLineId line) implements ShortReason {

    /** Rejects a missing line. */
    public WaitsForOrder {
      requireNonNull(line, "line");
    }

    @Override
    public String toString() {
      return "line %s of its order lacks units".formatted(line);
    }
  }

  /**
   * Lines that are served before it have the units.
   *
   * @param lines the first of these lines, at most {@value #MOST}
   * @param units the units that all of them have where they could serve this line
   */
  record Outranked(List<OrderLineId> lines, Quantity units) implements ShortReason {

    /** The most lines that are named. */
    public static final int MOST = 5;

    /** Copies the lines. */
    public Outranked {
      lines = List.copyOf(lines);
      requireNonNull(units, "units");
    }

    @Override
    public String toString() {
      return "%s units go to lines before it: %s".formatted(units, lines);
    }
  }

  /**
   * What is free is buffer.
   *
   * @param units the free units that are withheld
   */
  record Withheld(Quantity units) implements ShortReason {

    /** Rejects missing units. */
    public Withheld {
      requireNonNull(units, "units");
    }

    @Override
    public String toString() {
      return units + " free units are buffer";
    }
  }

  /** There is no unit at a location that may serve it. */
  record NoStock() implements ShortReason {

    @Override
    public String toString() {
      return "no unit lies where it may be served from";
    }
  }
}
