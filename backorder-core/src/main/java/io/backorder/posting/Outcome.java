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
    Tally tally = new Tally();
    List<Fill> fills = List.of();
    for (LedgerEntry entry : LineByLine.of(entries)) {
      if (entry instanceof LineEntry decided
          && !decided.claim().line().isPart()) { // its kit tells it
        if (entry instanceof LedgerEntry.BackorderFilled filled) {
          fills = fills.isEmpty() ? new ArrayList<>() : fills;
          fills.add(new Fill(filled.claim().line(), filled.location(), filled.quantity()));
        } else {
          tally.count(decided);
        }
      }
    }
    return new Outcome(tally.lines(), fills);
  }

  /** The three numbers of each line; the entries of a line stand together. */
  private static final class Tally {

    private List<LineOutcome> done = List.of();
    private @Nullable OrderLineId line;
    private long reserved;
    private long backordered;
    private long refused;

    void count(LineEntry entry) {
      if (entry instanceof LedgerEntry.Reserved units) {
        turnTo(entry.claim().line());
        reserved += units.quantity().units();
      } else if (entry instanceof LedgerEntry.Backordered units) {
        turnTo(entry.claim().line());
        backordered += units.quantity().units();
      } else if (entry instanceof LedgerEntry.Refused units) {
        turnTo(entry.claim().line());
        refused += units.quantity().units();
      }
    }

    private void turnTo(OrderLineId next) {
      if (line != null && !line.equals(next)) {
        done = done.isEmpty() ? new ArrayList<>() : done;
        done.add(outcome(line));
        reserved = 0;
        backordered = 0;
        refused = 0;
      }
      line = next;
    }

    private LineOutcome outcome(OrderLineId of) {
      return new LineOutcome(
          of, Quantity.of(reserved), Quantity.of(backordered), Quantity.of(refused));
    }

    List<LineOutcome> lines() {
      if (line == null) {
        return done;
      } else if (done.isEmpty()) {
        return List.of(outcome(line));
      }
      done.add(outcome(line));
      return done;
    }
  }
}
