package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.PromiseRange;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
   * @param captureAt when to take the money: when the goods leave, which is then at the latest
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
    requireShorter("margin", margin);
    return new Plan(renewals(List.of(), shipment, margin), shipment);
  }

  /**
   * Returns how to stay covered all the time until the last day of a promise has ended.
   *
   * @param promised the days of shipment
   * @param zone the shop's time zone, in which its days begin
   * @param margin how long before its end an authorisation is renewed, positive and shorter than it lasts
   * @return the plan
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the margin is out of range, or more than 1000
   *     renewals would be needed
   */
  public Plan covered(PromiseRange promised, ZoneId zone, Duration margin) {
    return covered(endOf(promised, zone), margin);
  }

  private static Instant endOf(PromiseRange promised, ZoneId zone) {
    return requireNonNull(promised, "promised")
        .latest()
        .plusDays(1)
        .atStartOfDay(requireNonNull(zone, "zone"))
        .toInstant()
        .minus(1, ChronoUnit.MICROS);
  }

  private void requireShorter(String name, Duration duration) {
    requirePositive(name, requireNonNull(duration, name));
    if (duration.compareTo(validity) >= 0) {
      throw Numbers.refused(name, "be shorter than the validity " + validity, duration);
    }
  }

  /** Returns the renewals, with those that are needed after them until the latest shipment. */
  private List<Instant> renewals(List<Instant> first, Instant latest, Duration margin) {
    List<Instant> renewals = new ArrayList<>(first);
    Instant end = first.isEmpty() ? expiresAt() : first.get(0).plus(validity);
    while (!latest.isBefore(end)) {
      renewals.add(end.minus(margin));
      end = end.minus(margin).plus(validity);
      if (renewals.size() > MOST_RENEWALS) {
        throw Numbers.refused("renewals", "be at most " + MOST_RENEWALS, "more until " + latest);
      }
    }
    return renewals;
  }

  /**
   * Returns how to authorise as seldom as possible for a shipment whose instant is sure: let the authorisation
   * end, and ask again shortly before the goods leave. The card may be refused then.
   *
   * @param shipment the promised instant of shipment
   * @param lead how long before shipment to ask again, positive and shorter than an authorisation lasts
   * @return the plan
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the lead is out of range
   */
  public Plan beforeShipment(Instant shipment, Duration lead) {
    return between(requireNonNull(shipment, "shipment"), shipment, lead);
  }

  /**
   * Returns how to authorise as seldom as possible for a shipment on one of several days: let the authorisation
   * end, ask again shortly before the first of them begins, and stay covered from then until the last has
   * ended. The card may be refused meanwhile.
   *
   * @param promised the days of shipment
   * @param zone the shop's time zone, in which its days begin
   * @param lead how long before the first day, and before the end of each authorisation from then on, to ask
   *     again, positive and shorter than an authorisation lasts
   * @return the plan
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the lead is out of range, or more than 1000
   *     renewals would be needed
   */
  public Plan beforeShipment(PromiseRange promised, ZoneId zone, Duration lead) {
    Instant latest = endOf(promised, zone);
    return between(promised.earliest().atStartOfDay(zone).toInstant(), latest, lead);
  }

  private Plan between(Instant earliest, Instant latest, Duration lead) {
    requireShorter("lead", lead);
    List<Instant> first = lastsUntil(earliest) ? List.of() : List.of(earliest.minus(lead));
    return new Plan(renewals(first, latest, lead), latest);
  }
}
