package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day for which the waiting units of a line are promised became another one, was found or was lost.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param from the day before; empty if there was none
 * @param to the day from then on; empty if nobody can say
 * @param cause why
 */
public record PromiseRevision(
    Optional<LocalDate> from, Optional<LocalDate> to, PromiseCause cause) {

  /** Rejects missing parts, and a day that stays the same. */
  public PromiseRevision {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(cause, "cause");
    if (from.equals(to)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "revised day must differ from the one before: " + from,
          Facts.of("asked", to).and("allowed", from));
    }
  }

  /**
   * Tells whether the customer waits longer than was promised.
   *
   * @return true if there was a day, and it became a later one or was lost
   */
  public boolean isSlip() {
    return from.isPresent() && (to.isEmpty() || to.orElseThrow().isAfter(from.orElseThrow()));
  }

  /**
   * Tells whether the customer waits less long than was promised.
   *
   * @return true if there was a day, and it became an earlier one
   */
  public boolean isImprovement() {
    return from.isPresent() && !isSlip();
  }

  /**
   * Reads every day that a line had off the records of its order.
   *
   * @param records the records, as {@link Ledger#of(io.backorder.demand.OrderId)} has them
   * @param line the line
   * @return the changes, oldest first; none if the line never had a day
   */
  public static List<PromiseRevision> history(List<LedgerRecord> records, OrderLineId line) {
    requireNonNull(records, "records");
    requireNonNull(line, "line");
    List<PromiseRevision> history = new ArrayList<>();
    for (LedgerRecord record : records) {
      if (record.entry() instanceof LedgerEntry.Promised promised
          && promised.claim().line().equals(line)) {
        history.add(of(promised, record.cause()));
      }
    }
    return history;
  }

  /**
   * Returns what an entry tells.
   *
   * @param entry the entry
   * @param source the document that wrote it, and when
   * @return the change
   */
  public static PromiseRevision of(LedgerEntry.Promised entry, LedgerRecord.Cause source) {
    requireNonNull(entry, "entry");
    return new PromiseRevision(entry.from(), entry.to(), PromiseCause.of(source, entry.claim()));
  }
}
