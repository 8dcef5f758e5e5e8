package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import java.util.Comparator;

/**
 * How a supply stands in an inventory: what is announced now, what came of it, and what will still come.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param supply what is announced, as it was last rescheduled
 * @param announcement its place among the supplies that were announced of its item, from 1
 * @param received the units that came, perhaps more than were ordered
 * @param progress whether more may come
 */
public record SupplyStatus(Supply supply, long announcement, Quantity received, Progress progress) {

  /** By due moment; of those that are due together, the one that was announced first. */
  public static final Comparator<SupplyStatus> IN_DUE_ORDER = Comparator.comparing(
          (SupplyStatus status) -> status.supply.due())
      .thenComparingLong(SupplyStatus::announcement);

  /** Rejects missing parts. */
  public SupplyStatus {
    requireNonNull(supply, "supply");
    requireNonNull(received, "received");
    requireNonNull(progress, "progress");
  }

  /** Whether more may come of a supply. */
  public enum Progress {

    /** It is open; whether a unit is still expected is told by the quantities. */
    OPEN,

    /** It was closed: nothing more will come. */
    CLOSED
  }

  /**
   * Returns a supply of which nothing has come yet.
   *
   * @param supply what is announced
   * @param announcement its place among the supplies that were announced of its item, from 1
   * @return the status
   */
  public static SupplyStatus announced(Supply supply, long announcement) {
    return new SupplyStatus(supply, announcement, Quantity.ZERO, Progress.OPEN);
  }

  /**
   * Returns what will still come.
   *
   * @return the units; none of a supply that is closed or has brought all
   */
  public Quantity expected() {
    return isClosed() ? Quantity.ZERO : supply.quantity().minusOrZero(received);
  }

  /**
   * Returns what came beyond what is announced.
   *
   * @return the units
   */
  public Quantity excess() {
    return received.minusOrZero(supply.quantity());
  }

  /**
   * Tells whether it was closed.
   *
   * @return true if nothing more will come, whatever was announced
   */
  public boolean isClosed() {
    return progress == Progress.CLOSED;
  }

  /**
   * Tells whether units will still come.
   *
   * @return true if at least one is expected
   */
  public boolean isExpected() {
    return !expected().isZero();
  }

  /**
   * Returns this status with another quantity and another due moment.
   *
   * @param next how much is to come in all, and when
   * @return the status
   * @throws io.backorder.refusal.InvalidValueException if it would be due before it was ordered
   */
  public SupplyStatus rescheduled(Supply.Schedule next) {
    return new SupplyStatus(supply.rescheduled(next), announcement, received, progress);
  }

  /**
   * Returns this status with other units that came.
   *
   * @param units all units that came
   * @return the status
   */
  public SupplyStatus withReceived(Quantity units) {
    return new SupplyStatus(supply, announcement, units, progress);
  }

  /**
   * Returns this status with another progress.
   *
   * @param next whether more may come
   * @return the status
   */
  public SupplyStatus withProgress(Progress next) {
    return new SupplyStatus(supply, announcement, received, next);
  }

  @Override
  public String toString() {
    return "%s, %s received, %s expected".formatted(supply, received, expected());
  }
}
