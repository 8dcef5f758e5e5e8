package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Guard;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.explanation.ShortageReason;
import io.backorder.explanation.ShortageReason.Buffered;
import io.backorder.explanation.ShortageReason.Held;
import io.backorder.explanation.ShortageReason.LeftByPolicy;
import io.backorder.explanation.ShortageReason.LessThanLot;
import io.backorder.explanation.ShortageReason.MinimumShipment;
import io.backorder.explanation.ShortageReason.NextDocument;
import io.backorder.explanation.ShortageReason.NotServed;
import io.backorder.explanation.ShortageReason.PolicyFailed;
import io.backorder.explanation.ShortageReason.Rationed;
import io.backorder.explanation.ShortageReason.WaitsForLine;
import io.backorder.explanation.ShortageReason.WaitsForOrder;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import java.util.List;
import java.util.Optional;

/** Finds the reason that decides why units of a line wait: the first that is true of them. */
final class Shortfall {

  /** The most claims that are read to see what the next document would do. */
  static final int MOST_CLAIMS = 1_024;

  private final LineState line;
  private final Rules rules;
  private final WholeOrders orders;
  private final OrderTerms terms;
  private final FreeUnits free;

  Shortfall(LineState line, Rules rules, WholeOrders orders) {
    this.line = line;
    this.rules = rules;
    this.orders = orders;
    this.terms = line.order().terms().at(orders.now());
    this.free = FreeUnits.of(line.item(), rules, orders.now());
  }

  /** The terms of the order as they stand. */
  OrderTerms terms() {
    return terms;
  }

  /** What is free of the item. */
  FreeUnits free() {
    return free;
  }

  /** The locations that serve the line. */
  Places places() {
    return new Places(line.item(), rules.locations(), terms.channel());
  }

  /** The reason that decides, for a line of which units wait. */
  ShortageReason decisive() {
    long unrationed = free.unrationed(terms.channel());
    if (places().ranks().isEmpty()) {
      return new NotServed(terms.channel());
    } else if (free.lyingFree(terms.channel()) == 0) {
      return nothingFree();
    } else if (free.beyondBuffer() == 0) {
      return buffered();
    } else if (unrationed < leastStep()) {
      return unrationed == 0
          ? new LessThanLot(free.terms().lot(), beyondBuffer())
          : new MinimumShipment(Quantity.of(leastStep()), Quantity.of(unrationed));
    }
    try {
      return asThePolicyHasIt();
    } catch (PolicyViolationException e) {
      return new PolicyFailed(rules.policy().toString(), String.valueOf(e.getMessage()));
    }
  }

  private Quantity beyondBuffer() {
    return Quantity.of(Math.min(free.beyondBuffer(), free.lyingFree(terms.channel())));
  }

  private ShortageReason nothingFree() {
    List<Held> held = places().held(orders.now()).stream().toList();
    return held.isEmpty() ? places().nothingFree() : held.get(0);
  }

  Buffered buffered() {
    long withheld = Math.min(free.lying(), free.terms().buffer().units());
    return new Buffered(Quantity.of(withheld), Quantity.of(free.lying()));
  }

  private long leastStep() {
    long perKit = line.isPart() ? KitLine.around(line).perKit(line) : 1;
    return terms.delivery() == DeliveryRule.PARTIAL
        ? perKit * Math.max(1, Math.min(line.waiting() / perKit, terms.atLeast().units()))
        : 1;
  }

  private ShortageReason asThePolicyHasIt() {
    long usable = free.available(terms);
    Optional<ShortageReason> next = nextDocument(usable);
    if (next.isPresent()) {
      return next.orElseThrow();
    } else if (usable < leastStep()) {
      return rationed(usable);
    } else if (usable < line.waiting() && isFilledWhole(usable)) {
      return new WaitsForLine(Quantity.of(line.waiting()), Quantity.of(usable));
    }
    return terms.delivery() == DeliveryRule.COMPLETE_ORDER && usable >= line.waiting()
        ? new WaitsForOrder(List.of())
        : new LeftByPolicy(rules.policy().toString(), Quantity.of(usable));
  }

  /**
   * What the next document would do about what is free. Where the policy reads too much of a queue it is
   * taken that nothing is left to do: every document before has served the queue.
   */
  private Optional<ShortageReason> nextDocument(long usable) {
    FreeUnits rest = FreeUnits.of(line.item(), rules, orders.now());
    try {
      AllocationPlan plan = rest.serveQueue(orders);
      return rest.available(terms) < usable ? Optional.of(next(plan, rest)) : Optional.empty();
    } catch (TooDeep e) {
      return Optional.empty();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      String problem = e instanceof PolicyViolationException ? e.getMessage() : e.toString();
      return Optional.of(new PolicyFailed(rules.policy().toString(), String.valueOf(problem)));
    }
  }

  private NextDocument next(AllocationPlan plan, FreeUnits rest) {
    long own = plan.grants().stream()
        .filter(grant -> grant.line().id().equals(line.id()))
        .mapToLong(grant -> grant.quantity().units())
        .sum();
    return new NextDocument(Quantity.of(own), Quantity.of(free.lying() - rest.lying()));
  }

  private ShortageReason rationed(long usable) {
    return limits().stream()
        .findFirst()
        .orElseGet(() -> new Rationed(
            new Guard.Limit.Other(rules.policy().guard().toString()), Quantity.of(usable)));
  }

  /** The limits of the guard that keep the line from being filled. */
  List<Rationed> limits() {
    long left = free.leftByGuard(terms);
    if (left >= line.waiting()) {
      return List.of();
    }
    return Rationing.limits(rules, free.situation(), terms).stream()
        .map(limit -> new Rationed(limit, Quantity.of(left)))
        .toList();
  }

  /** The quotas that the line is held to, whether or not they keep anything from it now. */
  List<Guard.Limit.Cap> caps() {
    return Rationing.limits(rules, free.situation(), terms).stream()
        .filter(Guard.Limit.Cap.class::isInstance)
        .map(Guard.Limit.Cap.class::cast)
        .toList();
  }

  /** Whether the line is filled whole or not at all: by its terms, or as the policy's guard has it. */
  private boolean isFilledWhole(long usable) {
    if (terms.delivery() != DeliveryRule.PARTIAL) {
      return true;
    }
    ClaimState claim =
        line.claims().stream().filter(each -> each.queued() > 0).findFirst().orElseThrow();
    QueuedLine queued = QueuedLine.of(claim, claim.queued(), orders.now());
    Guard guard = rules.policy().guard();
    return guard.allowed(queued, Quantity.of(usable)).isZero()
        && guard.allowed(queued, queued.waiting()).equals(queued.waiting());
  }
}
