package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The permission to take money from a card until an instant; a backorder outlives it easily. How long it
 * lasts is the card scheme's rule, and the host's to know.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param amount what may be taken
 * @param from when it was given
 * @param validity how long it lasts, positive
 */
public record CardAuthorisation(Money amount, Instant from, Duration validity) {

  private static final int MOST_RENEWALS = 1000;

  /** Rejects an authorisation of nothing, or one that has no end after its start. */
  public CardAuthorisation {
    if (requireNonNull(amount, "amount").signum() <= 0) {
      throw Numbers.refused("amount authorised", "be positive", amount);
    }
    requireNonNull(from, "from");
    requirePositive("validity of an authorisation", requireNonNull(validity, "validity"));
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw Numbers.refused(name, "be positive", duration);
    }
  }

  /**
   * What to do until the goods leave.
   *
   * @param renewals when to authorise anew, earliest first; empty if the authorisation lasts
   * @param captureAt when to take the money: when the goods leave
   */
  public record Plan(List<Instant> renewals, Instant captureAt) {

    /** Copies the instants. */
    public Plan {
      renewals = List.copyOf(requireNonNull(renewals, "renewals"));
      requireNonNull(captureAt, "captureAt");
    }
  }

  /**
   * Returns when it ends.
   *
   * @return the first instant at which money can no longer be taken
   */
  public Instant expiresAt() {
    return from.plus(validity);
  }

  /**
   * Tells whether the money can be taken when the goods leave.
   *
   * @param shipment the promised instant of shipment; the latest one, if the promise is a range
   * @return true if it is before the authorisation ends
   */
  public boolean lastsUntil(Instant shipment) {
    return requireNonNull(shipment, "shipment").isBefore(expiresAt());
  }

  /**
   * Returns how to stay covered all the time: renew shortly before each end, with the fewest renewals.
   *
   * @param shipment the promised instant of shipment; the latest one, if the promise is a range
   * @param margin how long before its end an authorisation is renewed, positive and shorter than it lasts
   * @return the plan
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the margin is out of range, or more than 1000
   *     renewals would be needed
   */
  public Plan covered(Instant shipment, Duration margin) {
    requireNonNull(shipment, "shipment");
    requirePositive("margin", requireNonNull(margin, "margin"));
    if (margin.compareTo(validity) >= 0) {
      throw Numbers.refused("margin", "be shorter than the validity " + validity, margin);
    }
    List<Instant> renewals = new ArrayList<>();
    CardAuthorisation last = this;
    while (!last.lastsUntil(shipment)) {
      last = new CardAuthorisation(amount, last.expiresAt().minus(margin), validity);
      renewals.add(last.from);
      if (renewals.size() > MOST_RENEWALS) {
        throw Numbers.refused("renewals", "be at most " + MOST_RENEWALS, "more until " + shipment);
      }
    }
    return new Plan(renewals, shipment);
  }

  /**
   * Returns how to authorise as seldom as possible: let the authorisation end, and ask again shortly before the
   * goods leave. The card may be refused then.
   *
   * @param shipment the promised instant of shipment; the earliest one, if the promise is a range
   * @param lead how long before shipment to ask again, positive and shorter than an authorisation lasts
   * @return the plan
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the lead is out of range
   */
  public Plan beforeShipment(Instant shipment, Duration lead) {
    requirePositive("lead", requireNonNull(lead, "lead"));
    if (lead.compareTo(validity) >= 0) {
      throw Numbers.refused("lead", "be shorter than the validity " + validity, lead);
    }
    List<Instant> renewals = lastsUntil(shipment) ? List.of() : List.of(shipment.minus(lead));
    return new Plan(renewals, shipment);
  }
}
