package io.backorder.laws;

import io.backorder.allocation.Reason;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import java.util.List;
import java.util.Map;

/**
 * One document of a history, just posted: what was seen before it, and what is there now.
 *
 * @param before what a reader saw before the document
 * @param now what a reader sees after it
 * @param folded the balances that the entries give so far
 */
record Moment(Done done, Snapshot before, Snapshot now, Folded folded) {

  /** A paper, what it was answered, and what listeners were told. */
  record Done(Paper paper, Answer answer, List<InventoryEvent> events) {}

  Paper paper() {
    return done.paper;
  }

  List<InventoryEvent> events() {
    return done.events;
  }

  /** Returns why lines are short, line by line; lines without a reason are left out. */
  Map<OrderLineId, Reason> reasons() {
    return now.reasons();
  }

  boolean isRefused() {
    return done.answer.isRefused();
  }

  /** Returns the entries that the document wrote. */
  List<LedgerEntry> entries() {
    return now.records().subList(before.records().size(), now.records().size()).stream()
        .map(LedgerRecord::entry)
        .toList();
  }
}
