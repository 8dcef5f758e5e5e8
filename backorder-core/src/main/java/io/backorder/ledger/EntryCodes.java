package io.backorder.ledger;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.LedgerEntry.Restocking;

/**
 * The bytes by which the canonical form calls kinds and choices. A code is never used again for
 * something else; a new kind takes a new one, without which this does not compile.
 */
final class EntryCodes {

  /** The version of the canonical form. */
  static final int VERSION = 1;

  static final int ORDERED = 1;
  static final int RESERVED = 2;
  static final int BACKORDERED = 3;
  static final int REFUSED = 4;
  static final int BACKORDER_FILLED = 5;
  static final int RELEASED = 6;
  static final int CANCELLED = 7;
  static final int CHANGED = 8;
  static final int SHIPPED = 9;
  static final int RETURNED = 10;
  static final int LOST_RESERVATION = 11;
  static final int REALLOCATED = 12;
  static final int PROMISED = 16;
  static final int RECEIVED = 32;
  static final int ADJUSTED = 33;
  static final int TRANSFERRED = 34;
  static final int HELD = 35;
  static final int UNHELD = 36;
  static final int HOLD_REDUCED = 37;
  static final int TALLIED = 38;
  static final int STOCK_SENT = 39;
  static final int SUPPLY_ANNOUNCED = 48;
  static final int SUPPLY_RESCHEDULED = 49;
  static final int SUPPLY_CLOSED = 50;
  static final int SUPPLY_RECEIVED = 51;

  /** Added to the code of a delivery rule behind which its moment and its least quantity stand. */
  static final int WITH_LIMITS = 64;

  private EntryCodes() {}

  static int of(DocumentKind kind) {
    return switch (kind) {
      case PLACE -> 1;
      case HOLD -> 2;
      case CONFIRM -> 3;
      case RELEASE -> 4;
      case EXPIRE -> 5;
      case RECEIVE -> 6;
      case SHIP -> 7;
      case CANCEL -> 8;
      case CHANGE -> 9;
      case RETURN -> 10;
      case COUNT -> 11;
      case ADJUST -> 12;
      case TRANSFER -> 13;
      case ANNOUNCE -> 17;
      case RESCHEDULE -> 18;
      case CLOSE_SUPPLY -> 19;
      case REALLOCATE -> 16;
      case REVIEW -> 24;
      case SUBSTITUTE -> 20;
    };
  }

  static int of(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 3;
      case URGENT -> 4;
    };
  }

  static int of(DeliveryRule rule) {
    return switch (rule) {
      case PARTIAL -> 1;
      case COMPLETE_LINE -> 2;
      case COMPLETE_ORDER -> 3;
    };
  }

  static int of(ShortageRule rule) {
    return switch (rule) {
      case BACKORDER -> 1;
      case REFUSE_ORDER -> 2;
      case ACCEPT_AVAILABLE -> 3;
    };
  }

  static int of(Restocking restocking) {
    return switch (restocking) {
      case TO_STOCK -> 1;
      case WRITTEN_OFF -> 2;
    };
  }
}
