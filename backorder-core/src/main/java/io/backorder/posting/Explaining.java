package io.backorder.posting;

import io.backorder.demand.DeliveryRule;
import io.backorder.explanation.Explanation;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.Remedy;
import io.backorder.explanation.ShortageReason;
import io.backorder.explanation.ShortageReason.PolicyFailed;
import io.backorder.explanation.ShortageReason.Refused;
import io.backorder.explanation.ShortageReason.WaitsForOrder;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.List;

/** Explains one line: the reason that decides, what else is true of it, and what would fill it. */
final class Explaining {

  private final LineState line;
  private final Trials trials;
  private final Shortfall shortfall;

  Explaining(LineState line, Trials trials, WholeOrders orders) {
    this.line = line;
    this.trials = trials;
    this.shortfall = new Shortfall(line, trials.rules(), orders);
  }

  Explanation explain() {
    LineUnits waiting = Places.units(line, line.queued());
    List<ShortageReason> reasons = new ArrayList<>();
    List<Remedy> remedies = List.of();
    if (line.queued() > 0) {
      addReasons(reasons);
      boolean fails = reasons.stream().anyMatch(PolicyFailed.class::isInstance);
      remedies = fails ? List.of() : remedies();
    }
    long refused = line.departed(Departure.REFUSED);
    if (refused > 0) {
      reasons.add(new Refused(Quantity.of(refused), shortfall.terms().shortage()));
    }
    return new Explanation(waiting, reasons, remedies);
  }

  private List<Remedy> remedies() {
    return new Remedies(line, trials, shortfall).all();
  }

  private void addReasons(List<ShortageReason> reasons) {
    ShortageReason decisive = shortfall.decisive();
    boolean waitsForOrder = decisive instanceof WaitsForOrder;
    reasons.add(waitsForOrder ? waitsForOrder() : decisive);
    if (decisive instanceof PolicyFailed) {
      return;
    }
    Places places = shortfall.places();
    if (!waitsForOrder && shortfall.terms().delivery() == DeliveryRule.COMPLETE_ORDER) {
      WaitsForOrder other = waitsForOrder();
      addUnlessKnown(reasons, other.holding().isEmpty() ? List.of() : List.of(other));
    }
    addUnlessKnown(reasons, places.held(trials.now()).stream().toList());
    if (!shortfall.buffered().withheld().isZero()) {
      addUnlessKnown(reasons, List.of(shortfall.buffered()));
    }
    addUnlessKnown(reasons, limits());
    places.reservedForOthers(line).ifPresent(reasons::add);
    places.outranked(line, trials.now()).ifPresent(reasons::add);
  }

  private static void addUnlessKnown(
      List<ShortageReason> reasons, List<? extends ShortageReason> more) {
    more.stream().filter(each -> !reasons.contains(each)).forEach(reasons::add);
  }

  private List<ShortageReason> limits() {
    try {
      return List.copyOf(shortfall.limits());
    } catch (PolicyViolationException e) {
      return List.of(
          new PolicyFailed(trials.rules().policy().toString(), String.valueOf(e.getMessage())));
    }
  }

  /** The lines of the order that lack units where they are served in turn. */
  private WaitsForOrder waitsForOrder() {
    List<LineUnits> holding = new ArrayList<>();
    for (Sku sku : line.order().skus()) {
      List<LineState> lines = WholeOrders.waiting(line.order(), sku);
      List<Long> lacking = lines.isEmpty() ? List.of() : inPart(sku).lacking(lines);
      for (int i = 0; i < lines.size(); i++) {
        if (lacking.get(i) > 0) {
          holding.add(Places.units(lines.get(i), lacking.get(i)));
        }
      }
    }
    return new WaitsForOrder(holding);
  }

  private InPart inPart(Sku sku) {
    FreeUnits free = FreeUnits.of(trials.store().item(sku), trials.rules(), trials.now());
    return new InPart(free, trials.rules(), trials.now());
  }
}
