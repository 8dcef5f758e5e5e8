package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.store.ItemState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The units of one item that belong to nobody, at active locations, while they are being allocated.
 * This is the one allocation step: whatever freed the units, they are granted here, and whoever asks
 * what is available asks here.
 */
final class FreeUnits {

  private final ItemState item;
  private final Rules rules;
  private final ItemTerms terms;
  private final long[] free;

  private FreeUnits(ItemState item, Rules rules, long[] free) {
    this.item = item;
    this.rules = rules;
    this.terms = rules.termsOf(item.sku());
    this.free = free;
  }

  /** The free units of an item at a moment; holds whose time is over do not count. */
  static FreeUnits of(ItemState item, Rules rules, Instant now) {
    long[] free = new long[rules.locations().count()];
    for (int rank = 0; rank < free.length; rank++) {
      free[rank] = rules.locations().at(rank).isActive() ? item.free(rank, now) : 0;
    }
    return new FreeUnits(item, rules, free);
  }

  ItemTerms terms() {
    return terms;
  }

  /** Whether a channel could use a unit. */
  private boolean reaches(Optional<ChannelId> channel) {
    for (int rank = 0; rank < free.length; rank++) {
      if (free[rank] > 0 && rules.locations().serves(rank, channel)) {
        return true;
      }
    }
    return false;
  }

  private Shelf shelf() {
    return Shelf.of(rules.locations().all(), free)
        .withholding(terms.buffer())
        .inLotsOf(terms.lot())
        .sourcedBy(rules.sourcing());
  }

  /** Serves who is in the queue, and returns the checked plan. */
  AllocationPlan serveQueue() {
    return item.claimsQueued() == 0
        ? AllocationPlan.EMPTY
        : serve(new ItemBacklog(item, this::reaches));
  }

  /** Serves a backlog, takes what it got off the free units, and returns the checked plan. */
  AllocationPlan serve(Backlog backlog) {
    if (isEmpty()) {
      return AllocationPlan.EMPTY;
    }
    Shelf shelf = shelf();
    AllocationPlan plan =
        requireNonNull(rules.policy().allocate(backlog, shelf), () -> "plan of " + rules.policy());
    if (!plan.grants().isEmpty()) {
      new CheckedPlan(rules.policy(), item, shelf()).require(plan);
    }
    plan.grants().forEach(this::takeOff);
    return plan;
  }

  /** Takes units for one who does not stand in the queue, and tells where they lie. */
  List<Grant> take(WaitingLine taker, Quantity units) {
    Shelf shelf = shelf();
    shelf.grant(taker, units);
    List<Grant> grants = shelf.plan().grants();
    grants.forEach(this::takeOff);
    return grants;
  }

  private void takeOff(Grant grant) {
    free[rules.locations().rankOf(grant.location())] -= grant.quantity().units();
  }

  /** The units that a newcomer of a channel could get, once who waits has been served. */
  long available(Optional<ChannelId> channel) {
    long usable = shelf().usable().units();
    long there = 0;
    long lot = terms.lot().units();
    for (int rank = 0; rank < free.length; rank++) {
      if (rules.locations().serves(rank, channel)) {
        there += free[rank] - free[rank] % lot;
      }
    }
    return Math.min(usable, there);
  }

  /** The units free at locations that serve a channel, buffer and lots left aside. */
  long lyingFree(Optional<ChannelId> channel) {
    long units = 0;
    for (int rank = 0; rank < free.length; rank++) {
      units += rules.locations().serves(rank, channel) ? free[rank] : 0;
    }
    return units;
  }

  /** The units held for carts at locations that serve a channel. */
  long lyingHeld(Optional<ChannelId> channel, Instant now) {
    long units = 0;
    for (int rank = 0; rank < free.length; rank++) {
      if (rules.locations().serves(rank, channel)) {
        long unreserved = item.at(rank).onHand() - item.at(rank).reserved();
        units += unreserved - item.free(rank, now);
      }
    }
    return units;
  }

  /** The units that the buffer leaves, over all active locations. */
  long beyondBuffer() {
    long units = 0;
    for (long each : free) {
      units += each;
    }
    return Math.max(0, units - terms.buffer().units());
  }

  /** Whether less than a lot is left that could be granted. */
  boolean isEmpty() {
    return beyondBuffer() < terms.lot().units();
  }
}
