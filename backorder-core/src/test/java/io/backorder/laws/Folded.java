package io.backorder.laws;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The balances that ledger entries give when they are added up by hand, one after the other. */
final class Folded {

  final Map<String, Long> onHand = new TreeMap<>();
  final Map<String, Long> reserved = new TreeMap<>();
  final Map<String, Long> held = new TreeMap<>();
  final Map<String, Long> inbound = new TreeMap<>();
  private final Map<String, Long> came = new TreeMap<>();
  /** Units received, adjusted and put back less units shipped, of each item. */
  final Map<String, Long> balance = new TreeMap<>();

  final Map<String, Line> lines = new TreeMap<>();

  /** The accounts of one line. */
  static final class Line {
    long ordered;
    long reserved;
    long waiting;
    long shipped;
    long cancelled;
    long refused;
    long returned;

    @Override
    public String toString() {
      return "ordered=%d reserved=%d waiting=%d shipped=%d cancelled=%d refused=%d returned=%d"
          .formatted(ordered, reserved, waiting, shipped, cancelled, refused, returned);
    }
  }

  /** Adds the records behind a position. */
  void addAfter(int position, List<LedgerRecord> records) {
    records.subList(position, records.size()).forEach(record -> add(record.entry()));
  }

  private static String key(Sku sku, LocationId location) {
    return sku + "@" + location;
  }

  private static void add(Map<String, Long> to, String key, long units) {
    to.merge(key, units, Math::addExact);
  }

  /** Whether units at a place are units on a shelf: untracked ones are nowhere. */
  private static boolean isShelf(LocationId location) {
    return !location.equals(LocationId.NOWHERE);
  }

  void add(LedgerEntry entry) {
    if (entry instanceof LineEntry about) {
      Line line = lines.computeIfAbsent(about.claim().line().toString(), id -> new Line());
      addToLine(line, about);
    } else if (entry instanceof LedgerEntry.Received e) {
      come(e.sku(), e.location(), e.quantity().units());
    } else if (entry instanceof LedgerEntry.Adjusted e) {
      come(e.sku(), e.location(), e.delta());
    } else if (entry instanceof LedgerEntry.Transferred e) {
      add(onHand, key(e.sku(), e.from()), -e.quantity().units());
      add(onHand, key(e.sku(), e.to()), e.quantity().units());
    } else if (entry instanceof LedgerEntry.Held e) {
      add(held, key(e.sku(), e.location()), e.quantity().units());
    } else if (entry instanceof LedgerEntry.Unheld e) {
      add(held, key(e.sku(), e.location()), -e.quantity().units());
    } else if (entry instanceof LedgerEntry.HoldReduced e) {
      add(held, key(e.sku(), e.location()), -e.quantity().units());
    } else {
      addOfSupply(entry);
    }
  }

  /** What is beyond the expected comes from the supplier straight to the shelf. */
  private void addOfSupply(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.StockSent e) {
      add(onHand, key(e.sku(), e.units().location()), -e.units().quantity().units());
    } else if (entry instanceof LedgerEntry.SupplyAnnounced e) {
      add(inbound, e.sku().value(), e.supply().quantity().units());
    } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
      long received = came.getOrDefault(e.supply().value(), 0L);
      add(inbound, e.sku().value(), -Math.max(0, e.from().quantity().units() - received));
      add(inbound, e.sku().value(), Math.max(0, e.to().quantity().units() - received));
    } else if (entry instanceof LedgerEntry.SupplyClosed e) {
      add(inbound, e.sku().value(), -e.quantity().units());
    } else if (entry instanceof LedgerEntry.SupplyReceived e) {
      come(e.sku(), e.units().location(), e.units().quantity().units());
      add(came, e.supply().value(), e.units().quantity().units());
      add(inbound, e.sku().value(), e.excess().units() - e.units().quantity().units());
    }
  }

  private void come(Sku sku, LocationId location, long units) {
    add(onHand, key(sku, location), units);
    add(balance, sku.value(), units);
  }

  private void addToLine(Line line, LineEntry entry) {
    if (entry instanceof LedgerEntry.Ordered e) {
      line.ordered += e.line().quantity().units();
    } else if (entry instanceof LedgerEntry.Backordered e) {
      line.waiting += e.quantity().units();
    } else if (entry instanceof LedgerEntry.Refused e) {
      line.refused += e.quantity().units();
    } else if (entry instanceof LedgerEntry.Cancelled e) {
      line.cancelled += e.quantity().units();
      line.waiting -= e.waited().units();
    } else if (entry instanceof LedgerEntry.Changed e) {
      line.ordered = e.to().units();
      line.waiting -= e.waited().units();
    } else if (entry instanceof LedgerEntry.Returned e) {
      line.returned += e.quantity().units();
      if (e.restocking() == Restocking.TO_STOCK) {
        come(e.sku(), e.location(), e.quantity().units());
      }
    } else {
      addReserved(line, entry);
    }
  }

  private void addReserved(Line line, LineEntry entry) {
    if (entry instanceof LedgerEntry.Reserved e) {
      reserve(line, e, e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.BackorderFilled e) {
      reserve(line, e, e.location(), e.quantity());
      line.waiting -= e.quantity().units();
    } else if (entry instanceof LedgerEntry.Released e) {
      unreserve(line, e, e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.LostReservation e) {
      unreserve(line, e, e.location(), e.quantity());
      line.waiting += e.quantity().units();
    } else if (entry instanceof LedgerEntry.Reallocated e) {
      unreserve(line, e, e.location(), e.quantity());
      line.waiting += e.quantity().units();
    } else if (entry instanceof LedgerEntry.Shipped e) {
      unreserve(line, e, e.location(), e.quantity());
      line.shipped += e.quantity().units();
      if (isShelf(e.location())) {
        add(onHand, key(e.sku(), e.location()), -e.quantity().units());
        add(balance, e.sku().value(), -e.quantity().units());
      }
    }
  }

  private void reserve(Line line, LineEntry entry, LocationId location, Quantity units) {
    line.reserved += units.units();
    if (isShelf(location)) {
      add(reserved, key(entry.sku(), location), units.units());
    }
  }

  private void unreserve(Line line, LineEntry entry, LocationId location, Quantity units) {
    line.reserved -= units.units();
    if (isShelf(location)) {
      add(reserved, key(entry.sku(), location), -units.units());
    }
  }

  long reservedOf(String sku) {
    long units = 0;
    for (Map.Entry<String, Long> each : reserved.entrySet()) {
      units += each.getKey().startsWith(sku + "@") ? each.getValue() : 0;
    }
    return units;
  }
}
