package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.PromiseRevision;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.OrderState.Progress;
import io.backorder.store.StockStore.Turned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what happened into the events that listeners are told.
 *
 * <p>Units of one line that stand at several places in line are one event, if nothing else happened
 * between them.
 */
final class EventScript {

  private final LedgerRecord.Cause cause;
  private final List<InventoryEvent> events = new ArrayList<>();
  private List<LedgerEntry> told = List.of();

  EventScript(LedgerRecord.Cause cause) {
    this.cause = cause;
  }

  List<InventoryEvent> events() {
    return events;
  }

  EventScript addAll(List<InventoryEvent> others) {
    events.addAll(others);
    return this;
  }

  EventScript entries(List<LedgerEntry> entries) {
    told = LineByLine.of(entries);
    for (LedgerEntry entry : told) {
      if (entry instanceof LineEntry about && about.claim().line().isPart()) {
        continue; // what happens to the parts of a kit is told as what happens to the kit
      }
      Optional<InventoryEvent> event =
          entry instanceof LineEntry about ? told(about) : told((StockEntry) entry);
      event.ifPresent(this::append);
    }
    return this;
  }

  /** Tells which orders became ready or closed, in the order in which something of each was told. */
  EventScript turned(List<Turned> inAnyOrder) {
    List<Turned> turned = inAnyOrder.size() < 2 ? inAnyOrder : asTold(inAnyOrder);
    for (Turned turn : turned) {
      if (turn.after() == Progress.READY && turn.before() != Progress.READY) {
        events.add(new InventoryEvent.OrderReady(turn.order().id()));
      }
    }
    for (Turned turn : turned) {
      if (turn.after() == Progress.CLOSED && turn.before() != Progress.CLOSED) {
        events.add(new InventoryEvent.OrderClosed(turn.order().id()));
      }
    }
    return this;
  }

  private List<Turned> asTold(List<Turned> turned) {
    Map<OrderId, Turned> byOrder = new LinkedHashMap<>();
    for (Turned turn : turned) {
      byOrder.put(turn.order().id(), turn);
    }
    List<Turned> inOrder = new ArrayList<>(turned.size());
    for (LedgerEntry entry : told) {
      Turned turn =
          entry instanceof LineEntry about ? byOrder.remove(about.claim().line().order()) : null;
      if (turn != null) {
        inOrder.add(turn);
      }
    }
    return inOrder;
  }

  private void append(InventoryEvent event) {
    int last = events.size() - 1;
    Optional<InventoryEvent> merged =
        last < 0 ? Optional.empty() : MergedEvents.merge(events.get(last), event);
    if (merged.isPresent()) {
      events.set(last, merged.orElseThrow());
    } else {
      events.add(event);
    }
  }

  private Optional<InventoryEvent> told(LineEntry entry) {
    OrderLineId line = entry.claim().line();
    Sku sku = entry.sku();
    if (entry instanceof LedgerEntry.Reserved e) {
      return Optional.of(new InventoryEvent.Reserved(line, sku, e.location(), e.quantity()));
    } else if (entry instanceof LedgerEntry.Backordered e) {
      return Optional.of(new InventoryEvent.Backordered(line, sku, e.quantity()));
    } else if (entry instanceof LedgerEntry.Refused e) {
      return Optional.of(new InventoryEvent.Refused(line, sku, e.quantity()));
    } else if (entry instanceof LedgerEntry.BackorderFilled e) {
      return Optional.of(new InventoryEvent.BackorderFilled(line, sku, e.location(), e.quantity()));
    } else if (entry instanceof LedgerEntry.Shipped e) {
      return Optional.of(new InventoryEvent.Shipped(line, sku, e.location(), e.quantity()));
    } else {
      return toldOfChange(line, entry);
    }
  }

  private Optional<InventoryEvent> toldOfChange(OrderLineId line, LineEntry entry) {
    Sku sku = entry.sku();
    if (entry instanceof LedgerEntry.Released e) {
      return Optional.of(new InventoryEvent.Released(line, sku, e.location(), e.quantity()));
    } else if (entry instanceof LedgerEntry.Cancelled e) {
      return Optional.of(new InventoryEvent.Cancelled(line, sku, e.quantity()));
    } else if (entry instanceof LedgerEntry.Changed e) {
      return Optional.of(new InventoryEvent.Changed(line, sku, e.from(), e.to()));
    } else if (entry instanceof LedgerEntry.Returned e) {
      return Optional.of(new InventoryEvent.Returned(
          line, StockUnits.of(sku, e.location(), e.quantity()), e.restocking()));
    } else if (entry instanceof LedgerEntry.LostReservation e) {
      return Optional.of(new InventoryEvent.LostReservation(line, sku, e.location(), e.quantity()));
    } else if (entry instanceof LedgerEntry.Reallocated e) {
      return Optional.of(new InventoryEvent.Reallocated(line, sku, e.location(), e.quantity()));
    }
    return entry instanceof LedgerEntry.Promised e
        ? Optional.of(promised(line, e))
        : Optional.empty(); // that units joined the queue is told by what became of them
  }

  private InventoryEvent promised(OrderLineId line, LedgerEntry.Promised entry) {
    return entry.from().isEmpty()
        ? new InventoryEvent.PromiseMade(line, entry.sku(), entry.to().orElseThrow())
        : new InventoryEvent.PromiseRevised(line, entry.sku(), PromiseRevision.of(entry, cause));
  }

  private static Optional<InventoryEvent> told(StockEntry entry) {
    if (entry instanceof LedgerEntry.Received e) {
      return Optional.of(new InventoryEvent.ReceivedStock(e.sku(), e.location(), e.quantity()));
    } else if (entry instanceof LedgerEntry.Adjusted e) {
      return Optional.of(new InventoryEvent.Adjusted(e.sku(), e.location(), e.delta(), e.reason()));
    } else if (entry instanceof LedgerEntry.Transferred e) {
      return Optional.of(new InventoryEvent.Transferred(e.sku(), e.from(), e.to(), e.quantity()));
    } else if (entry instanceof LedgerEntry.StockSent e) {
      return Optional.of(new InventoryEvent.StockSent(e.transfer(), e.units()));
    } else if (entry instanceof LedgerEntry.HoldReduced e) {
      return Optional.of(
          new InventoryEvent.HoldReduced(e.cart().hold(), e.sku(), e.location(), e.quantity()));
    }
    return toldOfSupply(entry); // holds are told of as a whole, by headlines
  }

  private static Optional<InventoryEvent> toldOfSupply(StockEntry entry) {
    if (entry instanceof LedgerEntry.SupplyAnnounced e) {
      return Optional.of(new InventoryEvent.SupplyAnnounced(e.supply()));
    } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
      return Optional.of(
          new InventoryEvent.SupplyRescheduled(e.supply(), e.sku(), e.from(), e.to()));
    } else if (entry instanceof LedgerEntry.SupplyClosed e) {
      return Optional.of(new InventoryEvent.SupplyClosed(e.supply(), e.sku(), e.quantity()));
    } else if (entry instanceof LedgerEntry.SupplyReceived e) {
      return Optional.of(new InventoryEvent.ReceivedStock(
          e.sku(), e.units().location(), e.units().quantity()));
    }
    return Optional.empty();
  }

  /** Two events in a row that are one to a reader. */
  private static final class MergedEvents {

    private MergedEvents() {}

    static Optional<InventoryEvent> merge(InventoryEvent one, InventoryEvent next) {
      if (one instanceof InventoryEvent.BackorderFilled a
          && next instanceof InventoryEvent.BackorderFilled b
          && a.line().equals(b.line())
          && a.location().equals(b.location())) {
        Quantity sum = a.quantity().plus(b.quantity());
        return Optional.of(
            new InventoryEvent.BackorderFilled(a.line(), a.sku(), a.location(), sum));
      } else if (one instanceof InventoryEvent.Cancelled a
          && next instanceof InventoryEvent.Cancelled b
          && a.line().equals(b.line())) {
        return Optional.of(
            new InventoryEvent.Cancelled(a.line(), a.sku(), a.quantity().plus(b.quantity())));
      } else if (one instanceof InventoryEvent.Changed a
          && next instanceof InventoryEvent.Changed b
          && a.line().equals(b.line())) {
        return Optional.of(new InventoryEvent.Changed(a.line(), a.sku(), a.from(), b.to()));
      }
      return mergeMoved(one, next);
    }

    private static Optional<InventoryEvent> mergeMoved(InventoryEvent one, InventoryEvent next) {
      if (one instanceof InventoryEvent.Released a
          && next instanceof InventoryEvent.Released b
          && a.line().equals(b.line())
          && a.location().equals(b.location())) {
        Quantity sum = a.quantity().plus(b.quantity());
        return Optional.of(new InventoryEvent.Released(a.line(), a.sku(), a.location(), sum));
      } else if (one instanceof InventoryEvent.Shipped a
          && next instanceof InventoryEvent.Shipped b
          && a.line().equals(b.line())
          && a.location().equals(b.location())) {
        Quantity sum = a.quantity().plus(b.quantity());
        return Optional.of(new InventoryEvent.Shipped(a.line(), a.sku(), a.location(), sum));
      } else if (one instanceof InventoryEvent.LostReservation a
          && next instanceof InventoryEvent.LostReservation b
          && a.line().equals(b.line())
          && a.location().equals(b.location())) {
        Quantity sum = a.quantity().plus(b.quantity());
        return Optional.of(
            new InventoryEvent.LostReservation(a.line(), a.sku(), a.location(), sum));
      } else if (one instanceof InventoryEvent.Reallocated a
          && next instanceof InventoryEvent.Reallocated b
          && a.line().equals(b.line())
          && a.location().equals(b.location())) {
        Quantity sum = a.quantity().plus(b.quantity());
        return Optional.of(new InventoryEvent.Reallocated(a.line(), a.sku(), a.location(), sum));
      }
      return Optional.empty();
    }
  }
}
