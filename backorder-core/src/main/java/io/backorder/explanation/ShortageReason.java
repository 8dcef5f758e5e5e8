package io.backorder.explanation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.backorder.allocation.Guard;
import io.backorder.allocation.Reason;
import io.backorder.demand.HoldId;
import io.backorder.demand.ShortageRule;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is true of a short line and keeps units from it.
 *
 * <p>Units of the line are meant where no others are named; "its locations" are the active ones that
 * serve the channel of its order. Every case is immutable and thread-safe; its text is a clause that
 * follows the name of the line.
 */
public sealed interface ShortageReason {

  /**
   * Returns the code of this reason.
   *
   * @return the code; empty for what no code is given to, such as who stands before the line
   */
  default Optional<Reason> code() {
    return Optional.empty();
  }

  /**
   * No active location serves the line.
   *
   * @param channel the channel of the order, if it has one
   */
  record NotServed(Optional<ChannelId> channel) implements ShortageReason {

    /** Rejects missing parts. */
    public NotServed {
      requireNonNull(channel, "channel");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.NO_STOCK);
    }

    @Override
    public String toString() {
      return channel
          .map(each -> "no active location serves channel " + each)
          .orElse("no location is active");
    }
  }

  /**
   * Nothing is free at its locations.
   *
   * @param onHand the units that lie there
   * @param reserved those of them that belong to order lines, the line itself among them
   */
  record NothingFree(Quantity onHand, Quantity reserved) implements ShortageReason {

    /** Rejects missing parts. */
    public NothingFree {
      requireNonNull(onHand, "onHand");
      requireNonNull(reserved, "reserved");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.NO_STOCK);
    }

    @Override
    public String toString() {
      return onHand.isZero()
          ? "nothing is on hand"
          : "nothing is free (%s on hand, %s reserved)".formatted(onHand, reserved);
    }
  }

  /**
   * Units at its locations are held for carts.
   *
   * @param units the units held there
   * @param until the first instant at which none of these holds counts any more
   * @param holds the holds, the one that ends first first; at most ten are named
   */
  record Held(Quantity units, Instant until, List<HoldId> holds) implements ShortageReason {

    /** Copies the holds. */
    public Held {
      requireNonNull(units, "units");
      requireNonNull(until, "until");
      holds = List.copyOf(holds);
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.HELD);
    }

    @Override
    public String toString() {
      return "%s units are held for carts until %s".formatted(units, until);
    }
  }

  /**
   * Free units are withheld from sale.
   *
   * @param withheld the free units of the item, over all active locations, that are buffer
   * @param free the free units of the item, over all active locations
   */
  record Buffered(Quantity withheld, Quantity free) implements ShortageReason {

    /** Rejects missing parts. */
    public Buffered {
      requireNonNull(withheld, "withheld");
      requireNonNull(free, "free");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.BUFFER);
    }

    @Override
    public String toString() {
      return "%s of the %s free units are withheld as buffer".formatted(withheld, free);
    }
  }

  /**
   * Less than a lot is left.
   *
   * @param lot the units of a lot
   * @param left the free units at its locations, beyond the buffer; no location has a lot of them
   */
  record LessThanLot(Quantity lot, Quantity left) implements ShortageReason {

    /** Rejects missing parts. */
    public LessThanLot {
      requireNonNull(lot, "lot");
      requireNonNull(left, "left");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.LOT);
    }

    @Override
    public String toString() {
      return "no lot of %s is left (%s units are free)".formatted(lot, left);
    }
  }

  /**
   * Less is left than its order takes at once.
   *
   * @param least the fewest units that it takes
   * @param left the units that it could be given, whole lots
   */
  record MinimumShipment(Quantity least, Quantity left) implements ShortageReason {

    /** Rejects missing parts. */
    public MinimumShipment {
      requireNonNull(least, "least");
      requireNonNull(left, "left");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.LOT);
    }

    @Override
    public String toString() {
      return "its order takes no fewer than %s at once (%s are free)".formatted(least, left);
    }
  }

  /**
   * What is free is kept from it by a guard: a quota is exhausted, units are protected for others, or
   * stay above a critical level.
   *
   * @param limit which limit, with its numbers
   * @param left the units that the guard still lets the order draw
   */
  record Rationed(Guard.Limit limit, Quantity left) implements ShortageReason {

    /** Rejects missing parts. */
    public Rationed {
      requireNonNull(limit, "limit");
      requireNonNull(left, "left");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.RATIONED);
    }

    @Override
    public String toString() {
      return "%s (%s left for it)".formatted(limit, left);
    }
  }

  /**
   * It is filled whole or not at all, by its terms or by the policy, and less than it needs is left.
   *
   * @param needed the units that it waits for
   * @param left the units that it could be given
   */
  record WaitsForLine(Quantity needed, Quantity left) implements ShortageReason {

    /** Rejects missing parts. */
    public WaitsForLine {
      requireNonNull(needed, "needed");
      requireNonNull(left, "left");
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.WAITS_FOR_LINE);
    }

    @Override
    public String toString() {
      return "it is filled whole or not at all (%s of %s units are free)".formatted(left, needed);
    }
  }

  /**
   * Its order is filled whole or not at all, and lines of the order lack units.
   *
   * @param holding the lines that hold the order back, with the units that each lacks
   */
  record WaitsForOrder(List<LineUnits> holding) implements ShortageReason {

    /** Copies the lines. */
    public WaitsForOrder {
      holding = List.copyOf(holding);
    }

    @Override
    public Optional<Reason> code() {
      return Optional.of(Reason.WAITS_FOR_ORDER);
    }

    @Override
    public String toString() {
      return holding.stream()
          .map(each -> ", and %s lacks %s %s".formatted(each.line(), each.units(), each.sku()))
          .collect(joining("", "its order is filled whole or not at all", ""));
    }
  }

  /**
   * Units lie free and go to who waits with the next document that touches the item: a hold is over, a
   * time has begun or ended, or the terms of the item have changed, and nothing was posted since.
   *
   * @param own the units that the line itself will get
   * @param all the units that all lines will get that wait for the item
   */
  record NextDocument(Quantity own, Quantity all) implements ShortageReason {

    /** Rejects missing parts. */
    public NextDocument {
      requireNonNull(own, "own");
      requireNonNull(all, "all");
    }

    @Override
    public String toString() {
      return "%s free units go to who waits with the next document, %s of them to it"
          .formatted(all, own);
    }
  }

  /**
   * The policy fails when it is asked, so that nobody is served.
   *
   * @param policy the policy
   * @param problem how it fails
   */
  record PolicyFailed(String policy, String problem) implements ShortageReason {

    /** Rejects missing parts. */
    public PolicyFailed {
      requireNonNull(policy, "policy");
      requireNonNull(problem, "problem");
    }

    @Override
    public String toString() {
      return "policy %s fails: %s".formatted(policy, problem);
    }
  }

  /**
   * Units that it could be given are free, and the policy leaves them there: only the policy knows why.
   *
   * @param policy the policy
   * @param left the units
   */
  record LeftByPolicy(String policy, Quantity left) implements ShortageReason {

    /** Rejects missing parts. */
    public LeftByPolicy {
      requireNonNull(policy, "policy");
      requireNonNull(left, "left");
    }

    @Override
    public String toString() {
      return "policy %s leaves %s free units that it could use".formatted(policy, left);
    }
  }

  /**
   * Other lines have units reserved at its locations.
   *
   * @param lines some of the lines, last in line first; at most ten are named
   * @param units the units reserved there for all other lines
   * @param behind those of the lines that were looked at and stand behind the line: it would be served
   *     before them if they were served now
   */
  record ReservedForOthers(List<LineUnits> lines, Quantity units, Quantity behind)
      implements ShortageReason {

    /** Copies the lines. */
    public ReservedForOthers {
      lines = List.copyOf(lines);
      requireNonNull(units, "units");
      requireNonNull(behind, "behind");
    }

    @Override
    public String toString() {
      return "%s units are reserved for others, as for %s".formatted(units, listed(lines));
    }
  }

  /**
   * Other lines stand before it in line and wait for units that it could use. Where units are served in
   * turn, they come first; where they are shared, they share.
   *
   * @param lines some of the lines, first in line first; at most ten are named
   * @param units the units that the lines before it wait for
   * @param extent whether all of these lines were read
   */
  record Outranked(List<LineUnits> lines, Quantity units, Extent extent) implements ShortageReason {

    /** Copies the lines. */
    public Outranked {
      lines = List.copyOf(lines);
      requireNonNull(units, "units");
      requireNonNull(extent, "extent");
    }

    @Override
    public String toString() {
      return "it is outranked for %s units by %s%s"
          .formatted(
              extent.before(units), listed(lines), extent == Extent.EXACT ? "" : " and others");
    }
  }

  /**
   * Units that were asked for were never accepted.
   *
   * @param units the units refused; they do not wait
   * @param rule the rule of the order by which they were refused
   */
  record Refused(Quantity units, ShortageRule rule) implements ShortageReason {

    /** Rejects missing parts. */
    public Refused {
      requireNonNull(units, "units");
      requireNonNull(rule, "rule");
    }

    @Override
    public String toString() {
      return "%s units were refused by its terms (%s)"
          .formatted(units, rule.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private static String listed(List<LineUnits> lines) {
    return lines.stream().map(LineUnits::toString).collect(joining(", "));
  }
}
