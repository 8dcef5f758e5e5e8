package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document did. A shortage is a number here, not an exception.
 *
 * @param lines what became of newly ordered units, line by line, where the document ordered some
 * @param fills the waiting units that the document caused to be reserved
 */
public record Outcome(List<LineOutcome> lines, List<Fill> fills) {

  /** Copies the lists. */
  public Outcome {
    lines = List.copyOf(lines);
    fills = List.copyOf(fills);
  }

  /**
   * Returns what became of the newly ordered units of one line.
   *
   * @param number the line's number
   * @return the outcome, or empty if the document ordered nothing on such a line
   */
  public Optional<LineOutcome> line(String number) {
    return lines.stream().filter(line -> line.line().line().equals(number)).findFirst();
  }

  /** Reads the outcome off the entries of one document, so that a repeat answers as the first. */
  static Outcome of(List<LedgerEntry> entries) {
    List<LineOutcome> lines = new ArrayList<>(1);
    List<Fill> fills = new ArrayList<>(0);
    Tally tally = null;
    for (LedgerEntry entry : LineByLine.of(entries)) {
      if (entry instanceof LedgerEntry.BackorderFilled filled) {
        fills.add(new Fill(filled.claim().line(), filled.location(), filled.quantity()));
      } else if (entry instanceof LineEntry decided && Tally.counts(decided)) {
        if (tally == null || !tally.line.equals(decided.claim().line())) {
          tally = Tally.next(tally, decided.claim().line(), lines);
        }
        tally.count(decided);
      }
    }
    if (tally != null) {
      lines.add(tally.outcome());
    }
    return new Outcome(lines, fills);
  }

  /** The three numbers of one line; the entries of a line stand together. */
  private static final class Tally {

    private final OrderLineId line;
    private long reserved;
    private long backordered;
    private long refused;

    private Tally(OrderLineId line) {
      this.line = line;
    }

    static Tally next(@Nullable Tally done, OrderLineId line, List<LineOutcome> lines) {
      if (done != null) {
        lines.add(done.outcome());
      }
      return new Tally(line);
    }

    static boolean counts(LineEntry entry) {
      return entry instanceof LedgerEntry.Reserved
          || entry instanceof LedgerEntry.Backordered
          || entry instanceof LedgerEntry.Refused;
    }

    void count(LineEntry entry) {
      if (entry instanceof LedgerEntry.Reserved units) {
        reserved += units.quantity().units();
      } else if (entry instanceof LedgerEntry.Backordered units) {
        backordered += units.quantity().units();
      } else if (entry instanceof LedgerEntry.Refused units) {
        refused += units.quantity().units();
      }
    }

    LineOutcome outcome() {
      return new LineOutcome(
          line, Quantity.of(reserved), Quantity.of(backordered), Quantity.of(refused));
    }
  }
}
