package io.backorder.buying;

import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import java.util.HashMap;
import java.util.Map;

/** How much of one item each order asks for, and the most that it has asked for so far. */
final class AskedUnits {

  private final Map<OrderId, Course> orders = new HashMap<>();

  /** What became of one order. */
  private static final class Course {

    private long now;
    private long most;

    /** Returns the units that an order asks for beyond all that it asked for before. */
    long rise(long units) {
      long more = Math.max(0, units - most);
      most += more;
      return more;
    }
  }

  /** Returns the units that an attempt in vain newly asks for. */
  long of(RefusedDemand refused) {
    return course(refused.order()).rise(refused.quantity().units());
  }

  /** Returns the units that an entry newly asks for. */
  long of(LedgerRecord record) {
    if (!(record.entry() instanceof LineEntry entry)) {
      return 0;
    }
    Course course = course(entry.claim().line().order());
    course.now = sum(course.now, moved(entry));
    long units = course.rise(course.now);
    // a substitute is taken for want of another item, which was asked for in its place
    return record.document().kind() == DocumentKind.SUBSTITUTE ? 0 : units;
  }

  /** Returns by how many units an entry raises what its order asks for, negative if it lowers it. */
  static long moved(LineEntry entry) {
    if (entry instanceof LedgerEntry.Ordered e) {
      return e.line().quantity().units();
    }
    return entry instanceof LedgerEntry.Changed e ? e.to().units() - e.from().units() : 0;
  }

  /** What was cancelled stays ordered, so that the lines of one order may come to more than a long holds. */
  static long sum(long now, long units) {
    return units > 0 && now > Long.MAX_VALUE - units ? Long.MAX_VALUE : now + units;
  }

  private Course course(OrderId order) {
    return orders.computeIfAbsent(order, key -> new Course());
  }
}
