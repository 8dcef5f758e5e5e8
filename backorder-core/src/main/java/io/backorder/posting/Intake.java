package io.backorder.posting;

import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.JoiningUnits;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry.Backordered;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Refused;
import io.backorder.ledger.LedgerEntry.Reserved;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes newly ordered units in: they join the queue, who waited before is served, they are served from
 * what is left, and the rest waits, is refused, or refuses the document.
 */
final class Intake {

  private static final int FEW = 8;

  private final Draft draft;
  private final OrderId order;
  private final OrderTerms terms;
  private final List<Tray> trays = new ArrayList<>(1);
  private final List<Newcomer> joined = new ArrayList<>(1);
  private @Nullable Newcomer hostLine;
  private Map<ItemState, Tray> manyTrays = Map.of();

  Intake(Draft draft, OrderId order, OrderTerms terms) {
    this.draft = draft;
    this.order = order;
    this.terms = terms;
  }

  /** Sets free units of an item aside for the newcomers, once who waits has been served. */
  void open(ItemState item) {
    if (find(item) == null) {
      FreeUnits free = draft.free(item);
      draft.fill(draft.planQueue(item, free));
      Tray tray = new Tray(item, free);
      trays.add(tray);
      if (trays.size() > FEW) {
        index(tray);
      }
    }
  }

  /** Few trays are found by looking through them. */
  private @Nullable Tray find(ItemState item) {
    if (trays.size() > FEW) {
      return manyTrays.get(item);
    }
    for (Tray tray : trays) {
      if (tray.item == item) {
        return tray;
      }
    }
    return null;
  }

  private void index(Tray tray) {
    if (manyTrays.isEmpty()) {
      manyTrays = new HashMap<>();
      trays.forEach(each -> manyTrays.put(each.item, each));
    }
    manyTrays.put(tray.item, tray);
  }

  /** Lets units join the queue, by the entry that a function makes of their claim. */
  void join(LineState line, Quantity units, Function<Claim, LineEntry> entry) {
    Tray tray = tray(line);
    requireLot(line, units, tray.free.terms());
    OrderLineId id = new OrderLineId(order, line.number());
    JoiningUnits joining = new JoiningUnits(order, line.of(units), terms, draft.now());
    PlaceInLine place =
        CheckedPlace.of(draft.rules().policy().sequence(), joining, tray.item.nextArrival());
    Claim claim = new Claim(id, line.sku(), place);
    ClaimState state = draft.post(line, entry.apply(claim));
    Newcomer newcomer = new Newcomer(line, claim, state, tray);
    joined.add(newcomer);
    if (hostLine != null && line.isPart()) {
      hostLine.parts.add(newcomer); // the parts of a kit join right behind it
    } else {
      hostLine = newcomer;
    }
    tray.newcomers.add(newcomer);
    requireRoom(tray.item);
  }

  private void requireRoom(ItemState item) {
    int limit = draft.rules().limits().openClaimsPerItem();
    if (item.claimsQueued() > limit) {
      Limits.require("open lines of " + item.sku(), item.claimsQueued(), limit);
    }
  }

  private static void requireLot(LineState line, Quantity units, ItemTerms terms) {
    if (units.units() % terms.lot().units() != 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of line %s must be whole lots of %s: %s"
              .formatted(line.id(), terms.lot(), units),
          Facts.of("line", line.id()).and("asked", units).and("allowed", terms.lot()));
    }
  }

  /** Reserves units that were set aside for one of the lines before. */
  void reserve(LineState line, StockUnits units) {
    for (Newcomer each : tray(line).newcomers) {
      if (each.line == line) {
        post(each, new Reserved(each.claim, units.location(), units.quantity()));
      }
    }
  }

  /** Serves the newcomers and writes what became of them, line by line. */
  void decide() {
    serveAll();
    if (terms.at(draft.now()).delivery() == DeliveryRule.COMPLETE_ORDER && !isWhole()) {
      joined.forEach(each -> each.grants = List.of());
    }
    for (Newcomer each : joined) {
      reserve(each);
      settleRest(each);
    }
    for (Tray tray : trays) {
      tray.requireAllowance();
    }
  }

  /** Serves again with fewer units for a kit, as long as one was granted more than whole kits need. */
  private void serveAll() {
    boolean kits = joined.stream().anyMatch(Newcomer::isKit);
    do {
      if (kits) {
        trays.forEach(Tray::lend);
      }
      trays.forEach(this::serve);
    } while (kits && joined.stream().anyMatch(each -> each.isKit() && lowers(each)));
  }

  private boolean lowers(Newcomer kit) {
    KitLine.Wanted wanted = new KitLine.Wanted(
        kit.units - kit.kits(Newcomer::taken),
        terms.at(draft.now()),
        kit.tray.free.terms().lot());
    long kits = KitLine.admissible(kit.kits(Newcomer::granted), wanted);
    boolean more = kit.parts.stream().anyMatch(part -> part.granted() > kits * kit.perKit(part));
    if (more) {
      kit.parts.forEach(part -> part.most = kits * kit.perKit(part));
    }
    return more;
  }

  private void serve(Tray tray) {
    if (!tray.free.terms().isTracked() || tray.free.isEmpty()) {
      return;
    }
    List<QueuedLine> waiting = new ArrayList<>(1);
    for (Newcomer each : tray.newcomers) {
      long units = each.state.queued();
      // a complete line whose older units wait cannot be served by halves
      if (units > 0 && each.most > 0 && ItemBacklog.shown(each.state, draft.now()) == units) {
        waiting.add(QueuedLine.of(each.state, units, draft.now()).upTo(each.most));
      }
    }
    if (waiting.size() > 1) {
      waiting.sort(Comparator.comparing(QueuedLine::place));
    }
    if (!waiting.isEmpty()) {
      Backlog backlog = Backlog.of(tray.item.sku(), waiting);
      draft.plan(tray.item, tray.free, backlog).grants().forEach(tray::hand);
    }
  }

  /** Whether all that the order still needs was granted. */
  private boolean isWhole() {
    long granted = joined.stream().mapToLong(Newcomer::granted).sum();
    return granted == draft.orders().queued(joined.get(0).line.order());
  }

  private void reserve(Newcomer each) {
    if (each.isKit()) {
      long kits = each.kits(part -> part.taken() + part.granted());
      if (kits > 0) {
        post(each, new Reserved(each.claim, LocationId.NOWHERE, Quantity.of(kits)));
      }
    } else if (!each.tray.free.terms().isTracked() || isAlwaysThere(each)) {
      Quantity all = Quantity.of(each.state.queued());
      post(each, new Reserved(each.claim, LocationId.NOWHERE, all));
    }
    for (Grant grant : each.grants) {
      post(each, new Reserved(each.claim, grant.location(), grant.quantity()));
    }
  }

  /** A kit of nothing but what is not tracked is not tracked either. */
  private static boolean isAlwaysThere(Newcomer each) {
    return !each.tray.free.terms().components().isEmpty();
  }

  /** What the shelf did not give waits, is refused, or refuses the document. */
  private void settleRest(Newcomer each) {
    Quantity rest = Quantity.of(each.state.queued());
    if (rest.isZero()) {
      return;
    }
    if (terms.shortage() == ShortageRule.REFUSE_ORDER) {
      throw refused(ErrorCode.INSUFFICIENT_STOCK, each.line, rest);
    } else if (terms.shortage() == ShortageRule.ACCEPT_AVAILABLE) {
      post(each, new Refused(each.claim, rest));
    } else {
      letWait(each, rest);
    }
  }

  private void letWait(Newcomer each, Quantity rest) {
    Tray tray = each.tray;
    if (each.line.isPart()) {
      post(
          each,
          new Backordered(each.claim, rest)); // whether it may wait is said by the kit's terms
      return;
    }
    if (tray.free.terms().backorders() == BackorderAllowance.refused()) {
      throw refused(ErrorCode.BACKORDERS_REFUSED, each.line, rest);
    }
    if (tray.item.waiting() + rest.units() < 0
        && tray.free.allowance() != BackorderAllowance.unlimited()) {
      throw tray.beyondAllowance(Quantity.of(Long.MAX_VALUE));
    }
    tray.newlyWaiting = true;
    draft.noteWaiting(each.line);
    post(each, new Backordered(each.claim, rest));
  }

  private static RefusedDocumentException refused(ErrorCode code, LineState line, Quantity rest) {
    return new RefusedDocumentException(
        code,
        "cannot accept line %s: %s units of %s are not on the shelf"
            .formatted(line.id(), rest, line.sku()),
        Facts.of("line", line.id()).and("sku", line.sku()).and("missing", rest));
  }

  private void post(Newcomer each, LineEntry entry) {
    draft.post(each.line, entry);
  }

  private Tray tray(LineState line) {
    Tray tray = find(line.item());
    if (tray == null) {
      throw new IllegalStateException("item must be opened before it is joined: " + line.id());
    }
    return tray;
  }
}
