package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a supply so far.
 *
 * <p>A delivery is <i>complete</i> from the receipt that brings the last ordered unit on, and <i>closed</i>
 * when the host expects no more, complete or not. It is in time if it was finished when the supply was due:
 * a delivery in parts is as late as its last ordered unit, and one that was closed short is as late as its
 * last receipt. What comes beyond the ordered units is counted and makes nothing later. Receipts may come in
 * any order of time; the latest of those up to completion counts. Lateness is against the supply as it was
 * first announced: a supplier who puts off the date is late all the same.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Delivery {

  private final Supply supply;
  private final Quantity received;
  private final @Nullable Instant latestAt;
  private final State state;

  private enum State {
    EXPECTED,
    CLOSED
  }

  private Delivery(Supply supply, Quantity received, @Nullable Instant latestAt, State state) {
    this.supply = supply;
    this.received = received;
    this.latestAt = latestAt;
    this.state = state;
  }

  /**
   * Returns the delivery of which nothing has come yet.
   *
   * @param supply what was ordered
   * @return the delivery
   */
  public static Delivery of(Supply supply) {
    return new Delivery(requireNonNull(supply, "supply"), Quantity.ZERO, null, State.EXPECTED);
  }

  /**
   * Returns this delivery after a receipt. A closed delivery takes one too: the goods are there.
   *
   * @param receipt what came
   * @return the delivery
   * @throws UnknownReferenceException with {@code UNKNOWN_SUPPLY} if it came of another supply
   */
  public Delivery plus(Receipt receipt) {
    if (!receipt.supply().equals(supply.id())) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_SUPPLY,
          "receipt must be of supply %s: %s".formatted(supply.id(), receipt.supply()),
          Facts.of("supply", receipt.supply()).and("allowed", supply.id()));
    }
    Instant at = isComplete() ? latestAt : latest(receipt.receivedAt());
    return new Delivery(supply, received.plus(receipt.quantity()), at, state);
  }

  private Instant latest(Instant next) {
    return latestAt != null && latestAt.isAfter(next) ? latestAt : next;
  }

  /**
   * Returns this delivery with nothing more expected of it.
   *
   * @return the delivery
   */
  public Delivery closed() {
    return new Delivery(supply, received, latestAt, State.CLOSED);
  }

  /**
   * Returns what was ordered.
   *
   * @return the supply
   */
  public Supply supply() {
    return supply;
  }

  /**
   * Returns what has come.
   *
   * @return the units, perhaps more than were ordered
   */
  public Quantity received() {
    return received;
  }

  /**
   * Returns what is still expected.
   *
   * @return the units; none of a delivery that is complete or closed
   */
  public Quantity outstanding() {
    return state == State.CLOSED ? Quantity.ZERO : supply.quantity().minusOrZero(received);
  }

  /**
   * Tells whether all ordered units have come.
   *
   * @return true if they have
   */
  public boolean isComplete() {
    return received.compareTo(supply.quantity()) >= 0;
  }

  /**
   * Tells whether nothing more is expected.
   *
   * @return true if it is complete or closed
   */
  public boolean isFinished() {
    return outstanding().isZero();
  }

  /**
   * Returns when the last unit came that counts.
   *
   * @return the moment; empty while more is expected, and if it was closed before anything came
   */
  public Optional<Instant> finishedAt() {
    return isFinished() ? Optional.ofNullable(latestAt) : Optional.empty();
  }

  /**
   * Returns by how much it came late.
   *
   * @return the time from due to finished, negative if it came early; empty as {@link #finishedAt} is
   */
  public Optional<Duration> lateness() {
    return finishedAt().map(at -> Duration.between(supply.due(), at));
  }

  /**
   * Returns how long it took.
   *
   * @return the time from ordered to finished; empty as {@link #finishedAt} is, if the moment of ordering is
   *     not known, and if the goods are said to have come before they were ordered: one of the two is wrong
   */
  public Optional<Duration> leadTime() {
    return supply
        .orderedAt()
        .flatMap(from -> finishedAt().map(at -> Duration.between(from, at)))
        .filter(time -> !time.isNegative());
  }

  /**
   * Tells whether it was finished when it was due.
   *
   * @return true if it was; false also while more is expected, and if nothing ever came
   */
  public boolean isOnTime() {
    return finishedAt().filter(at -> !at.isAfter(supply.due())).isPresent();
  }

  /**
   * Returns what will never come.
   *
   * @return the units that a closed delivery lacks; none while more is expected
   */
  public Quantity missing() {
    return isFinished() ? supply.quantity().minusOrZero(received) : Quantity.ZERO;
  }

  /**
   * Returns what came beyond the order.
   *
   * @return the units
   */
  public Quantity excess() {
    return received.minusOrZero(supply.quantity());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Delivery delivery
        && supply.equals(delivery.supply)
        && received.equals(delivery.received)
        && Objects.equals(latestAt, delivery.latestAt)
        && state == delivery.state;
  }

  @Override
  public int hashCode() {
    return Objects.hash(supply, received, latestAt, state);
  }

  @Override
  public String toString() {
    return "%s, %s received, %s outstanding".formatted(supply, received, outstanding());
  }
}
