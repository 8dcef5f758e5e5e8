package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;

/** What a device says of a task. The set of answers is closed, and every answer is immutable. */
public sealed interface LightAnswer {

  /**
   * Returns the number of the task.
   *
   * @return the number
   */
  String task();

  /**
   * Returns the units that were taken.
   *
   * @return the units
   */
  Quantity taken();

  /**
   * All units were taken.
   *
   * @param task the number of the task
   * @param taken the units taken: all that were shown
   */
  record Confirmed(String task, Quantity taken) implements LightAnswer {

    /** Rejects missing parts. */
    public Confirmed {
      requireNonNull(task, "task");
      requireNonNull(taken, "taken");
    }
  }

  /**
   * The bin held too little.
   *
   * @param task the number of the task
   * @param taken the units taken, fewer than were shown
   */
  record PickedShort(String task, Quantity taken) implements LightAnswer {

    /** Rejects missing parts. */
    public PickedShort {
      requireNonNull(task, "task");
      requireNonNull(taken, "taken");
    }
  }
}
