package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderTerms;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The units of one item that belong to nobody, at active locations, while they are being allocated.
 * This is the one allocation step: whatever freed the units, they are granted here, and whoever asks
 * what is available asks here.
 */
final class FreeUnits {

  private final ItemState item;
  private final Rules rules;
  private final Instant now;
  private final ItemTerms terms;
  private final long[] free;
  private @Nullable List<Guard.Pools> pools;

  private FreeUnits(ItemState item, Rules rules, Instant now) {
    this.item = item;
    this.rules = rules;
    this.now = now;
    this.terms = rules.termsOf(item.sku());
    this.free = new long[rules.locations().count()];
  }

  /** The free units of an item at a moment; holds whose time is over do not count. */
  static FreeUnits of(ItemState item, Rules rules, Instant now) {
    FreeUnits units = new FreeUnits(item, rules, now);
    for (int rank = 0; rank < units.free.length; rank++) {
      units.free[rank] = rules.locations().at(rank).isActive() ? item.free(rank, now) : 0;
    }
    return units;
  }

  /** The same units, as they are now. */
  FreeUnits copy() {
    FreeUnits copy = new FreeUnits(item, rules, now);
    System.arraycopy(free, 0, copy.free, 0, free.length);
    return copy;
  }

  ItemTerms terms() {
    return terms;
  }

  ItemState item() {
    return item;
  }

  /** How many units may wait, as announced supply stands now. */
  BackorderAllowance allowance() {
    return terms.backorders().given(Quantity.of(item.inbound()));
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

  Shelf shelf() {
    return Shelf.of(rules.locations().all(), free)
        .withholding(terms.buffer())
        .inLotsOf(terms.lot())
        .rationedBy(pools())
        .sourcedBy(rules.sourcing());
  }

  /** What the policy's guard lets anybody draw on, as of when these units were first looked at. */
  private List<Guard.Pools> pools() {
    List<Guard.Pools> known = pools;
    if (known == null) {
      known = Rationing.pools(rules, situation());
      pools = known;
    }
    return known;
  }

  /**
   * Serves who is in the queue, and returns the checked plan. A complete order is served if it can be
   * filled whole; where several want the same units elsewhere, those that come too late are left out.
   */
  AllocationPlan serveQueue(WholeOrders orders) {
    if (item.claimsQueued() == 0 || isEmpty()) {
      return AllocationPlan.EMPTY;
    }
    WholeOrders.Turn turn = orders.turnAt(this);
    Backlog backlog = new ItemBacklog(item, now, new TurnReader(turn));
    AllocationPlan plan = propose(backlog);
    while (turn.leavesOut(plan)) {
      plan = propose(backlog);
    }
    plan.grants().forEach(this::takeOff);
    return plan;
  }

  /**
   * Serves those who stand between two claims, or before the second one, and may be filled without
   * regard to other items.
   */
  AllocationPlan serveBetween(@Nullable ClaimState from, ClaimState to, WholeOrders orders) {
    Predicate<ClaimState> between = each -> {
      orders.countRead();
      return !WholeOrders.goesInStep(each, now) && (from == null || !each.standsBefore(from));
    };
    return serve(new ItemBacklog(item, now, new Reader(between) {
      @Override
      public boolean endsAt(ClaimState each) {
        return !each.standsBefore(to);
      }
    }));
  }

  /** Leaves out what its order or its kit does, too. */
  private final class TurnReader extends Reader {

    private final WholeOrders.Turn turn;

    TurnReader(WholeOrders.Turn turn) {
      super(turn::admits);
      this.turn = turn;
    }

    @Override
    public long most(ClaimState claim) {
      return turn.most(claim);
    }
  }

  /** Leaves out whoever could not use a unit that is free. */
  private class Reader implements ItemBacklog.Reader {

    private final Predicate<ClaimState> read;

    Reader(Predicate<ClaimState> read) {
      this.read = read;
    }

    @Override
    public boolean reads(Optional<ChannelId> channel) {
      return reaches(channel);
    }

    @Override
    public boolean reads(ClaimState claim) {
      return read.test(claim);
    }
  }

  /** Serves a backlog, takes what it got off the free units, and returns the checked plan. */
  AllocationPlan serve(Backlog backlog) {
    AllocationPlan plan = isEmpty() ? AllocationPlan.EMPTY : propose(backlog);
    plan.grants().forEach(this::takeOff);
    return plan;
  }

  private AllocationPlan propose(Backlog backlog) {
    Shelf shelf = shelf();
    AllocationPlan plan =
        requireNonNull(rules.policy().allocate(backlog, shelf), () -> "plan of " + rules.policy());
    if (!plan.grants().isEmpty()) {
      new CheckedPlan(rules.policy(), item, shelf(), now).require(plan);
    }
    return plan;
  }

  /** The units of some number that a claim in the queue could be granted now. */
  long usableBy(ClaimState claim, long units) {
    return shelf().usableBy(QueuedLine.of(claim, units, now)).units();
  }

  /** Takes units for a claim in the queue, or nothing if they are not all there. */
  Optional<List<Grant>> takeExactly(ClaimState claim, long units) {
    QueuedLine line = QueuedLine.of(claim, units, now);
    return usableBy(claim, units) == units
        ? Optional.of(take(line, line.waiting()))
        : Optional.empty();
  }

  /** Whether what is free suffices for all that lines wait for, together. */
  boolean sufficeFor(List<LineState> lines) {
    return grantWhole(lines).isPresent();
  }

  /** Takes all that lines wait for, or nothing if it does not suffice for each of them. */
  Optional<List<Grant>> takeWhole(List<LineState> lines) {
    Optional<List<Grant>> grants = grantWhole(lines);
    grants.ifPresent(each -> each.forEach(this::takeOff));
    return grants;
  }

  private Optional<List<Grant>> grantWhole(List<LineState> lines) {
    Shelf shelf = shelf();
    for (LineState line : lines) {
      QueuedLine queued = QueuedLine.of(line.claims().get(0), line.queued(), now);
      if (!shelf.usableBy(queued).equals(queued.waiting())) {
        return Optional.empty();
      }
      shelf.grant(queued, queued.waiting());
    }
    return Optional.of(shelf.plan().grants());
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
    pools().forEach(each -> each.take(grant.line().terms(), grant.quantity().units()));
    free[rules.locations().rankOf(grant.location())] -= grant.quantity().units();
  }

  /** The units that a newcomer of a channel could get, once who waits has been served. */
  long available(Optional<ChannelId> channel) {
    OrderTerms newcomer = OrderTerms.standard();
    return available(channel.map(newcomer::through).orElse(newcomer));
  }

  /** The units that an order could get if it came now, in whole lots. */
  long available(OrderTerms order) {
    long units = Math.min(unrationed(order.channel()), leftByGuard(order));
    return units - units % terms.lot().units();
  }

  /** The units that a newcomer could get if nothing were kept for others. */
  long unrationed(Optional<ChannelId> channel) {
    long usable = beyondBuffer();
    usable -= usable % terms.lot().units();
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
    return Math.max(0, lying() - terms.buffer().units());
  }

  /** The units free at active locations, buffer and lots left aside. */
  long lying() {
    long units = 0;
    for (long each : free) {
      units += each;
    }
    return units;
  }

  /** The item as a guard sees it. */
  Guard.Situation situation() {
    return new Guard.Situation(item.sku(), Quantity.of(beyondBuffer()), now, item.tallies());
  }

  /** The units that an order may still draw, as far as the guard tells. */
  long leftByGuard(OrderTerms order) {
    return Rationing.left(rules, item.sku(), pools(), order);
  }

  /** Whether less than a lot is left that could be granted. */
  boolean isEmpty() {
    return beyondBuffer() < terms.lot().units();
  }
}
