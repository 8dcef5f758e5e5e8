package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.Backordered;
import io.backorder.ledger.LedgerEntry.Cancelled;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerEntry.Released;
import io.backorder.ledger.LedgerEntry.Reserved;
import io.backorder.ledger.LedgerEntry.Shipped;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the ledger as columns: what happened to whom, where, how many units, and how the rows of
 * one item follow each other.
 *
 * <p>The kinds of which a busy ledger consists are kept as a code and a number of units, and an entry
 * is made of them when somebody reads; the others are kept as they are. A row is written by one thread,
 * which shows it last.
 */
final class EntryChunk {

  private static final int BITS = 12;
  private static final int SIZE = 1 << BITS;
  private static final VarHandle SHOWN = MethodHandles.arrayElementVarHandle(byte[].class);

  private static final byte AS_IT_IS = 1;
  private static final byte ORDERED = 2;
  private static final byte RESERVED = 3;
  private static final byte BACKORDERED = 4;
  private static final byte FILLED = 5;
  private static final byte SHIPPED = 6;
  private static final byte RELEASED = 7;
  private static final byte CANCELLED_WAITING = 8;
  private static final byte RECEIVED = 9;

  private final byte[] codes = new byte[SIZE];
  private final @Nullable Object[] subjects = new Object[SIZE];
  private final @Nullable LocationId[] locations = new LocationId[SIZE];
  private final long[] units = new long[SIZE];
  private final long[] sequences = new long[SIZE];
  private final long[] previous = new long[SIZE];
  private final int[] causes = new int[SIZE];

  /** The number of the chunk in which a position lies. */
  static int of(long position) {
    return (int) (position >> BITS);
  }

  private static int row(long position) {
    return (int) position & (SIZE - 1);
  }

  boolean has(long position) {
    return (byte) SHOWN.getAcquire(codes, row(position)) != 0;
  }

  int cause(long position) {
    return causes[row(position)];
  }

  long sequence(long position) {
    return sequences[row(position)];
  }

  long previous(long position) {
    return previous[row(position)];
  }

  /** Links a row to its document and to the row before it of the same item. */
  void link(long position, int cause, MemoryLedger.Trail trail) {
    int row = row(position);
    causes[row] = cause;
    sequences[row] = trail.length() + 1;
    previous[row] = trail.last();
  }

  /** Writes a row that is linked, and shows it. */
  void show(long position, LedgerEntry entry, Object subject) {
    int row = row(position);
    byte code = entry instanceof LineEntry line ? writeLine(row, line) : writeStock(row, entry);
    subjects[row] = code == AS_IT_IS ? entry : subject;
    SHOWN.setRelease(codes, row, code);
  }

  private byte writeLine(int row, LineEntry entry) {
    if (entry instanceof Ordered e) {
      return write(row, ORDERED, e.line().quantity());
    } else if (entry instanceof Reserved e) {
      return write(row, RESERVED, e.location(), e.quantity());
    } else if (entry instanceof Backordered e) {
      return write(row, BACKORDERED, e.quantity());
    } else if (entry instanceof BackorderFilled e) {
      return write(row, FILLED, e.location(), e.quantity());
    } else if (entry instanceof Shipped e) {
      return write(row, SHIPPED, e.location(), e.quantity());
    } else if (entry instanceof Released e) {
      return write(row, RELEASED, e.location(), e.quantity());
    } else if (entry instanceof Cancelled e && e.waited().equals(e.quantity())) {
      return write(row, CANCELLED_WAITING, e.quantity());
    }
    return AS_IT_IS;
  }

  private byte writeStock(int row, LedgerEntry entry) {
    return entry instanceof Received e
        ? write(row, RECEIVED, e.location(), e.quantity())
        : AS_IT_IS;
  }

  private byte write(int row, byte code, Quantity quantity) {
    units[row] = quantity.units();
    return code;
  }

  private byte write(int row, byte code, LocationId location, Quantity quantity) {
    locations[row] = location;
    return write(row, code, quantity);
  }

  /** Makes the entry of a row that is shown. */
  LedgerEntry entry(long position) {
    int row = row(position);
    Object subject = requireNonNull(subjects[row], "subject");
    Quantity quantity = Quantity.of(units[row]);
    if (subject instanceof LedgerEntry whole) {
      return whole;
    } else if (subject instanceof ClaimState claim) {
      return lineEntry(row, claim, quantity);
    }
    return new Received(((ItemState) subject).sku(), location(row), quantity);
  }

  private LedgerEntry lineEntry(int row, ClaimState state, Quantity quantity) {
    Claim claim = state.claim();
    return switch (codes[row]) {
      case ORDERED ->
        new Ordered(claim, state.line().of(quantity), state.line().order().terms());
      case RESERVED -> new Reserved(claim, location(row), quantity);
      case BACKORDERED -> new Backordered(claim, quantity);
      case FILLED -> new BackorderFilled(claim, location(row), quantity);
      case SHIPPED -> new Shipped(claim, location(row), quantity);
      case RELEASED -> new Released(claim, location(row), quantity);
      case CANCELLED_WAITING -> new Cancelled(claim, quantity, quantity);
      default -> throw new IllegalStateException("code must be known: " + codes[row]);
    };
  }

  private LocationId location(int row) {
    return requireNonNull(locations[row], "location");
  }
}
