package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.Reallocated;
import io.backorder.reallocation.PlannedLine;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.StockStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides {@link Reallocate}: first everybody who loses units loses them, then everybody who gains some
 * gains them. The plan is taken at its word only where the state is the one that it was made on.
 */
final class ReallocateDecision extends Decision {

  private final ReallocationPlan plan;
  private final List<PlannedLine> changed;

  ReallocateDecision(ReallocationPlan plan) {
    this.plan = plan;
    this.changed = plan.lines().stream().filter(PlannedLine::isChanged).toList();
  }

  @Override
  List<OrderId> orders() {
    return changed.stream().map(line -> line.id().order()).distinct().toList();
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.copyOf(plan.versions().keySet());
  }

  @Override
  void decide(Draft draft) {
    draft.leaveRest();
    Map<OrderLineId, LineState> lines = requireUnchanged(draft);
    for (PlannedLine line : changed) {
      lose(draft, requireNonNull(lines.get(line.id()), "line"), line);
    }
    for (PlannedLine line : changed) {
      gain(draft, requireNonNull(lines.get(line.id()), "line"), line);
    }
  }

  private Map<OrderLineId, LineState> requireUnchanged(Draft draft) {
    plan.versions().forEach((sku, version) -> {
      long found = draft.store().version(sku);
      if (found != version) {
        throw stale("version of " + sku, found, version);
      }
    });
    Map<OrderLineId, LineState> lines = new HashMap<>();
    for (PlannedLine line : changed) {
      lines.put(line.id(), requireUnchanged(draft.store(), line));
    }
    return lines;
  }

  private LineState requireUnchanged(StockStore store, PlannedLine line) {
    LineState state = line(store, line)
        .orElseThrow(() -> stale("lines %s of this inventory".formatted(line.id()), 0, 1));
    requireSame("open units of line " + line.id(), state.open(), line.before().open());
    line.before()
        .confirmedAt()
        .forEach((location, units) -> requireSame(
            "units of line %s at %s".formatted(line.id(), location),
            state.reservedAt(location),
            units));
    return state;
  }

  private Optional<LineState> line(StockStore store, PlannedLine line) {
    return store.order(line.id().order()).stream()
        .flatMap(order -> order.lines().stream())
        .filter(each -> each.number().equals(line.id().line()))
        .filter(each -> plan.versions().containsKey(each.sku()))
        .findFirst();
  }

  private static void requireSame(String what, long found, Quantity planned) {
    if (found != planned.units()) {
      throw stale(what, found, planned.units());
    }
  }

  private static RefusedDocumentException stale(String what, long found, long planned) {
    return new RefusedDocumentException(
        ErrorCode.STALE_PLAN,
        "%s must be what the plan was made on, %d: %d; take a snapshot and run again"
            .formatted(what, planned, found),
        Facts.of("field", what).and("asked", planned).and("allowed", found));
  }

  private static void lose(Draft draft, LineState line, PlannedLine planned) {
    for (LocationId location : locations(planned)) {
      lose(draft, line, location, -gain(planned, location));
    }
  }

  /** Units go from those that joined the line last. */
  private static void lose(Draft draft, LineState line, LocationId location, long most) {
    List<ClaimState> claims = new ArrayList<>(line.claims());
    long left = most;
    for (int i = claims.size() - 1; i >= 0 && left > 0; i--) {
      ClaimState claim = claims.get(i);
      long units = Math.min(left, claim.reservedAt(location));
      if (units > 0) {
        draft.post(line, new Reallocated(claim.claim(), location, Quantity.of(units)));
        left -= units;
      }
    }
  }

  private static void gain(Draft draft, LineState line, PlannedLine planned) {
    for (LocationId location : locations(planned)) {
      long units = gain(planned, location);
      if (units > 0) {
        requireFree(draft, line.item(), location, units);
        gain(draft, line, location, units);
      }
    }
  }

  /** Units go to those that joined the line first. */
  private static void gain(Draft draft, LineState line, LocationId location, long most) {
    long left = most;
    for (ClaimState claim : List.copyOf(line.claims())) {
      long units = Math.min(left, claim.queued());
      if (units > 0) {
        draft.post(line, new BackorderFilled(claim.claim(), location, Quantity.of(units)));
        left -= units;
      }
    }
  }

  /** What a line has more at a location than before, negative where it has less. */
  private static long gain(PlannedLine line, LocationId location) {
    return at(line.confirmedAt(), location) - at(line.before().confirmedAt(), location);
  }

  private static void requireFree(Draft draft, ItemState item, LocationId location, long units) {
    int rank = draft.rules().locations().rankOf(location);
    long free = item.free(rank, draft.now());
    if (free < units) {
      throw stale("free units of %s at %s".formatted(item.sku(), location), free, units);
    }
  }

  private static Set<LocationId> locations(PlannedLine line) {
    Set<LocationId> all = new TreeSet<>(line.before().confirmedAt().keySet());
    all.addAll(line.confirmedAt().keySet());
    return all;
  }

  private static long at(Map<LocationId, Quantity> byLocation, LocationId location) {
    return byLocation.getOrDefault(location, Quantity.ZERO).units();
  }
}
