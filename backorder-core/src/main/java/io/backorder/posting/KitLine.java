package io.backorder.posting;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LedgerEntry.LostReservation;
import io.backorder.ledger.LedgerEntry.Shipped;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line for a kit with the lines of its parts, which go in step: of each part as many units wait, are
 * reserved and are shipped as the kits that wait, are reserved and are shipped need. The parts stand in
 * the queues of their items where the kit would, and hold nothing while the kit waits.
 */
record KitLine(LineState kit, List<LineState> parts) {

  /** Returns a line with its parts, of which there are none if it is not for a kit. */
  static KitLine of(LineState line) {
    return new KitLine(line, line.parts());
  }

  /** Returns the kit to which a part belongs. */
  static KitLine around(LineState part) {
    return of(part.order().line(part.id().hostLine().line()));
  }

  boolean isKit() {
    return !parts.isEmpty();
  }

  /** The items of the kit and its parts. */
  List<Sku> skus() {
    List<Sku> skus = new ArrayList<>(parts.size() + 1);
    skus.add(kit.sku());
    parts.forEach(part -> skus.add(part.sku()));
    return skus;
  }

  /** The parts but one. */
  List<LineState> others(LineState part) {
    return parts.stream().filter(each -> each != part).toList();
  }

  /** The units of a part in one kit. */
  long perKit(LineState part) {
    return part.ordered() / kit.ordered();
  }

  /** The units of a part for kits, before any of them is moved. */
  List<Long> unitsFor(long kits) {
    return parts.stream().map(part -> Math.multiplyExact(perKit(part), kits)).toList();
  }

  /** The claim of another line of the kit that joined together with a claim of one of its lines. */
  static ClaimState twin(ClaimState claim, LineState other) {
    return other == claim.line()
        ? claim
        : other.claims().get(claim.line().claims().indexOf(claim));
  }

  /** So many of the kits that wait as may be granted: whole lots, no fewer than the order takes. */
  static long admissible(long most, Wanted wanted) {
    long kits = Math.min(most, wanted.kits);
    kits -= kits % wanted.lot.units();
    boolean isWhole = wanted.terms.delivery() != DeliveryRule.PARTIAL;
    long least = isWhole ? wanted.kits : wanted.terms.atLeast().units();
    return kits < Math.min(least, wanted.kits) ? 0 : kits;
  }

  /** Kits that wait, the order's terms at the moment, and the kit's lot. */
  record Wanted(long kits, OrderTerms terms, Quantity lot) {}

  /** Cancels kits with their parts. */
  void cancel(Draft draft, long kits) {
    List<Long> units = unitsFor(kits);
    for (int i = 0; i < parts.size(); i++) {
      GivingUp.of(draft, parts.get(i), units.get(i)).cancel();
    }
    GivingUp.of(draft, kit, kits).cancel();
  }

  /** Takes kits with their parts off what was ordered. */
  void lower(Draft draft, long kits) {
    List<Long> units = unitsFor(kits);
    for (int i = 0; i < parts.size(); i++) {
      GivingUp.of(draft, parts.get(i), units.get(i)).lower();
    }
    GivingUp.of(draft, kit, kits).lower();
  }

  /** The kits whose parts are all reserved at some locations. */
  long reservedAt(List<LocationId> locations) {
    long kits = kit.reserved();
    for (LineState part : parts) {
      long units = locations.stream().mapToLong(part::reservedAt).sum();
      kits = Math.min(kits, units / perKit(part));
    }
    return kits;
  }

  /** Ships kits with their parts, which are reserved at some locations. */
  void ship(Draft draft, long kits, List<LocationId> from) {
    List<Long> units = unitsFor(kits);
    for (int i = 0; i < parts.size(); i++) {
      ShipDecision.shipFrom(draft, parts.get(i), units.get(i), from);
    }
    long left = kits;
    for (ClaimState claim : kit.claims()) {
      long taken = Math.min(left, claim.reserved());
      if (taken > 0) {
        draft.post(kit, new Shipped(claim.claim(), LocationId.NOWHERE, Quantity.of(taken)));
        left -= taken;
      }
    }
  }

  /**
   * Has a claim, of which units of one part were lost, give up the kits that they were for: what is not
   * needed of the other parts lies free.
   */
  static void loseInStep(Draft draft, ClaimState part, long lost) {
    KitLine line = around(part.line());
    long kits = ceilDiv(lost, line.perKit(part.line()));
    List<Long> units = line.unitsFor(kits);
    List<ClaimState> twins = line.parts.stream().map(each -> twin(part, each)).toList();
    ClaimState kit = twin(part, line.kit);
    for (int i = 0; i < twins.size(); i++) {
      ClaimState claim = twins.get(i);
      loseFromTheWorst(draft, claim, units.get(i) - (claim == part ? lost : 0));
      draft.touch(claim.line().sku());
    }
    draft.post(line.kit, new LostReservation(kit.claim(), LocationId.NOWHERE, Quantity.of(kits)));
  }

  private static long ceilDiv(long units, long perKit) {
    return (units - 1) / perKit + 1; // the JDK has it from 18 on
  }

  private static void loseFromTheWorst(Draft draft, ClaimState claim, long units) {
    List<LocationId> worstFirst = new ArrayList<>(claim.locations());
    worstFirst.sort(
        Comparator.<LocationId>comparingInt(draft.rules().locations()::rankOf).reversed());
    long left = units;
    for (LocationId location : worstFirst) {
      long taken = Math.min(left, claim.reservedAt(location));
      if (taken > 0) {
        Quantity gone = Quantity.of(taken);
        draft.post(claim.line(), new LostReservation(claim.claim(), location, gone));
        left -= taken;
      }
    }
  }
}
