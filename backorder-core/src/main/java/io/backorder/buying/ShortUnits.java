package io.backorder.buying;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the units of one item by which each order is short of more than ever before. */
final class ShortUnits implements DemandRecords.Reader {

  private final BiConsumer<Instant, Quantity> found;
  private final Map<OrderId, Course> orders = new HashMap<>();

  ShortUnits(BiConsumer<Instant, Quantity> found) {
    this.found = found;
  }

  /** What became of one order. */
  private static final class Course {

    private long asked; // the most that it has asked for, in vain or not
    private long now; // what it asks for
    private long lacked; // how much of that was not there when it was ordered
    private long most;

    void move(long units) {
      now = AskedUnits.sum(now, units);
      // what was short goes first, lest it count again when the line is raised
      lacked = Math.max(0, lacked + Math.min(0, units));
    }

    /** Returns the units that an order is short of beyond all that it was short of before. */
    long rise(long units) {
      long more = Math.max(0, Math.min(units, asked) - most);
      most += more;
      return more;
    }
  }

  @Override
  public void read(LedgerRecord record, long asked) {
    if (record.entry() instanceof LineEntry entry) {
      Course course = course(entry.claim().line().order(), asked);
      course.move(AskedUnits.moved(entry));
      course.lacked = AskedUnits.sum(course.lacked, lacking(entry));
      tell(record.recordedAt(), course.rise(course.lacked));
    }
  }

  private static long lacking(LineEntry entry) {
    if (entry instanceof LedgerEntry.Backordered e) {
      return e.quantity().units();
    }
    return entry instanceof LedgerEntry.Refused e ? e.quantity().units() : 0;
  }

  @Override
  public void read(RefusedDemand attempt, long asked) {
    Course course = course(attempt.order(), asked);
    if (attempt.isOfShortItem()) {
      long added = Math.max(0, attempt.quantity().units() - course.now);
      tell(attempt.refusal().at(), course.rise(AskedUnits.sum(course.lacked, added)));
    }
  }

  private void tell(Instant at, long units) {
    if (units > 0) {
      found.accept(at, Quantity.of(units));
    }
  }

  private Course course(OrderId order, long asked) {
    Course course = orders.computeIfAbsent(order, key -> new Course());
    course.asked = AskedUnits.sum(course.asked, asked);
    return course;
  }
}
