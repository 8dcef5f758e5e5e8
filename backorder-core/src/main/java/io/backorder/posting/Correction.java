package io.backorder.posting;

import io.backorder.demand.DeliveryRule;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry.Adjusted;
import io.backorder.ledger.LedgerEntry.HoldReduced;
import io.backorder.ledger.LedgerEntry.LostReservation;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.LocationState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of on hand at one location, up or down. A loss takes free units first, then held ones, the
 * youngest hold first, then reserved ones, the last in line first. Of an item that is sold in lots, holds
 * and lines lose whole lots, and what is left of the last one is free.
 */
record Correction(Draft draft, ItemState item, LocationId location) {

  void apply(long delta, String reason) {
    if (delta == 0) {
      return;
    }
    draft.post(new Adjusted(item.sku(), location, delta, reason));
    LocationState shelf = item.at(location);
    takeHeld(shelf.reserved() + shelf.held() - shelf.onHand());
    takeReserved(shelf.reserved() - shelf.onHand());
  }

  private void takeHeld(long missing) {
    long left = missing;
    List<ItemState.HeldUnits> held = item.held();
    for (int i = held.size() - 1; i >= 0 && left > 0; i--) {
      ItemState.HeldUnits units = held.get(i);
      if (units.location().equals(location)) {
        long taken = Math.min(inLots(left), units.units());
        left -= taken;
        draft.post(new HoldReduced(units.cart(), location, Quantity.of(taken)));
      }
    }
  }

  /** What is reserved in whole lots is lost in whole lots: a part of one could never be filled. */
  private long inLots(long units) {
    long lot = draft.rules().termsOf(item.sku()).lot().units();
    long part = units % lot;
    return part == 0 || units > Long.MAX_VALUE - lot ? units : units - part + lot;
  }

  private void takeReserved(long missing) {
    Set<LineState> broken = new LinkedHashSet<>();
    for (Loss loss : losses(missing)) {
      LineState line = loss.claim.line();
      if (WholeOrders.goesInStep(loss.claim, draft.now())) {
        draft.orders().requireLocked(line.order());
      }
      List<LineState> breaking = brokenBy(loss.claim);
      lose(loss.claim, location, loss.units);
      if (breaking.isEmpty() && line.isPart()) {
        KitLine.loseInStep(draft, loss.claim, loss.units);
      }
      broken.addAll(breaking);
    }
    broken.forEach(this::loseTheRest);
  }

  /** The lines that give up what else they have, once a unit is lost. */
  private List<LineState> brokenBy(ClaimState loser) {
    DeliveryRule rule = loser.line().order().terms().at(draft.now()).delivery();
    return switch (rule) {
      case PARTIAL -> List.of();
      case COMPLETE_LINE -> linesOf(loser.line());
      case COMPLETE_ORDER -> loser.line().order().lines();
    };
  }

  private static List<LineState> linesOf(LineState line) {
    if (!line.isPart()) {
      return List.of(line);
    }
    KitLine kit = KitLine.around(line);
    List<LineState> lines = new ArrayList<>(kit.parts());
    lines.add(kit.kit());
    return lines;
  }

  private List<Loss> losses(long missing) {
    List<Loss> losses = new ArrayList<>(1);
    Iterator<ClaimState> holders = item.at(location).holdersFromTheEnd();
    for (long left = missing; left > 0; left -= losses.get(losses.size() - 1).units) {
      ClaimState claim = holders.next();
      losses.add(new Loss(claim, Math.min(inLots(left), claim.reservedAt(location))));
    }
    return losses;
  }

  /** What is delivered complete and has lost a unit waits whole, and leaves what it had to others. */
  private void loseTheRest(LineState line) {
    for (ClaimState claim : List.copyOf(line.claims())) {
      // by name, since where the units were reserved first depends on documents that were refused
      for (LocationId at : claim.locations().stream().sorted().toList()) {
        // what is not tracked is not scarce
        if (!at.equals(LocationId.NOWHERE) || line.isKit()) {
          lose(claim, at, claim.reservedAt(at));
          draft.touch(line.sku());
        }
      }
    }
  }

  private void lose(ClaimState claim, LocationId at, long units) {
    Claim lost = claim.claim();
    draft.post(claim.line(), new LostReservation(lost, at, Quantity.of(units)));
  }

  /** Units that a claim loses. */
  private record Loss(ClaimState claim, long units) {}
}
