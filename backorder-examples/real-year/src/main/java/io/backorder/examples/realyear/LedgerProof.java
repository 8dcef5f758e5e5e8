package io.backorder.examples.realyear;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a ledger says, read from its first entry to its last and added up here, without the library: on
 * every shelf and after every entry, whether more was promised than was there; and what each item's
 * suppliers, customers and shelves have come to.
 */
final class LedgerProof {

  private static final int PAGE = 5_000;

  private final Map<Shelf, long[]> shelves = new HashMap<>();
  private final Map<Sku, Long> lastSequence = new HashMap<>();
  private final Map<Sku, Totals> totals = new TreeMap<>();
  private final Map<String, Long> documents = new HashMap<>();
  private final List<String> oversold = new ArrayList<>();
  private final List<String> disorder = new ArrayList<>();
  private String lastDocument = "";
  private long entries;

  private LedgerProof() {}

  /**
   * What became of an item's units.
   *
   * @param received what came in
   * @param ordered what customers asked for
   * @param given what they have got, or has been reserved for them and not taken back
   * @param cancelled what they gave up
   */
  record Totals(long received, long ordered, long given, long cancelled) {

    static final Totals NONE = new Totals(0, 0, 0, 0);

    Totals plus(long in, long asked, long got, long lost) {
      return new Totals(received + in, ordered + asked, given + got, cancelled + lost);
    }
  }

  /** Reads a ledger. */
  static LedgerProof of(Ledger ledger) {
    LedgerProof proof = new LedgerProof();
    List<LedgerRecord> page = ledger.after(0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(proof::read);
      page = ledger.after(page.get(page.size() - 1).position(), PAGE);
    }
    return proof;
  }

  /** Reads records. */
  static LedgerProof of(List<LedgerRecord> records) {
    LedgerProof proof = new LedgerProof();
    records.forEach(proof::read);
    return proof;
  }

  private void read(LedgerRecord record) {
    entries++;
    if (record.position() != entries) {
      disorder.add("position must be %d: %s".formatted(entries, record));
    }
    LedgerEntry entry = record.entry();
    if (lastSequence.merge(entry.sku(), 1L, Long::sum) != record.sequence()) {
      disorder.add("sequence must have no gap: " + record);
    }
    String document = record.document().toString();
    if (!document.equals(lastDocument)) {
      documents.merge(document, 1L, Long::sum);
      lastDocument = document;
    }
    count(entry);
  }

  private void count(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Received received) {
      long units = received.quantity().units();
      move(entry, received.location(), units, 0);
      add(entry, units, 0, 0, 0);
    } else if (entry instanceof LedgerEntry.Ordered ordered) {
      add(entry, 0, ordered.line().quantity().units(), 0, 0);
    } else if (entry instanceof LedgerEntry.Reserved reserved) {
      give(entry, reserved.location(), reserved.quantity().units());
    } else if (entry instanceof LedgerEntry.BackorderFilled filled) {
      give(entry, filled.location(), filled.quantity().units());
    } else if (entry instanceof LedgerEntry.Released released) {
      give(entry, released.location(), -released.quantity().units());
    } else if (entry instanceof LedgerEntry.Shipped shipped) {
      long units = shipped.quantity().units();
      move(entry, shipped.location(), -units, -units);
    } else if (entry instanceof LedgerEntry.Cancelled cancelled) {
      add(entry, 0, 0, 0, cancelled.quantity().units());
    } else if (!(entry instanceof LedgerEntry.Backordered)) {
      disorder.add("no document of the stretch writes this: " + entry);
    }
  }

  private void give(LedgerEntry entry, LocationId location, long units) {
    move(entry, location, 0, units);
    add(entry, 0, 0, units, 0);
  }

  private void add(LedgerEntry entry, long received, long ordered, long given, long cancelled) {
    Totals before = totals.getOrDefault(entry.sku(), Totals.NONE);
    totals.put(entry.sku(), before.plus(received, ordered, given, cancelled));
  }

  private void move(LedgerEntry entry, LocationId location, long onHand, long reserved) {
    long[] shelf = shelves.computeIfAbsent(new Shelf(entry.sku(), location), key -> new long[2]);
    shelf[0] += onHand;
    shelf[1] += reserved;
    if (shelf[1] < 0 || shelf[1] > shelf[0]) {
      oversold.add("%d reserved of %d on hand after %s".formatted(shelf[1], shelf[0], entry));
    }
  }

  /** Returns where more was promised than was there. */
  List<String> oversold() {
    return List.copyOf(oversold);
  }

  /** Returns what is not in the order it must have. */
  List<String> disorder() {
    return List.copyOf(disorder);
  }

  /** Returns the documents of a list that are not in the ledger exactly once. */
  Set<String> notOnce(Iterable<String> acknowledged) {
    Set<String> wrong = new HashSet<>();
    for (String each : acknowledged) {
      if (documents.getOrDefault(each, 0L) != 1) {
        wrong.add(each);
      }
    }
    return wrong;
  }

  /** Returns the documents that are in the ledger more than once. */
  List<String> repeated() {
    return documents.entrySet().stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns what became of each item's units. */
  Map<Sku, Totals> totals() {
    return totals;
  }

  /** Returns the entries. */
  long entries() {
    return entries;
  }

  /** Returns the documents that wrote entries. */
  int documents() {
    return documents.size();
  }
}
