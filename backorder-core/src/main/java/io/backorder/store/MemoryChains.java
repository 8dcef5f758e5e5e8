package io.backorder.store;

import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerRecord;
import io.backorder.proof.Digest;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain values of the records in memory, computed when somebody asks.
 *
 * <p>Of an item that was asked for, the latest value and every {@value #STEP}th are kept, so that who
 * reads on does not begin anew. This type is thread-safe.
 */
final class MemoryChains {

  private static final int STEP = 64;

  private final MemoryLedger ledger;
  private final HashChain fold = HashChain.fold();
  private final Map<Sku, Known> known = new HashMap<>();

  MemoryChains(MemoryLedger ledger) {
    this.ledger = ledger;
  }

  /** The value of the record at a position, which is shown. */
  synchronized Digest at(long position) {
    LedgerRecord last = ledger.record(position);
    Known item = known.computeIfAbsent(last.entry().sku(), Known::new);
    long from = item.nearest(last.sequence());
    long[] behind = new long[Math.toIntExact(last.sequence() - from)];
    long next = position;
    for (int i = behind.length - 1; i >= 0; i--) {
      behind[i] = next;
      next = ledger.previous(next);
    }
    Digest value = item.at(from);
    for (long each : behind) {
      LedgerRecord record = ledger.record(each);
      value = fold.link(value, record.sequence(), record.cause(), record.entry());
      item.note(record.sequence(), value);
    }
    return value;
  }

  /** What is known of the chain of one item. */
  private static final class Known {

    private final List<Digest> marks = new ArrayList<>();
    private long latest;
    private Digest latestValue;

    Known(Sku sku) {
      latestValue = HashChain.start(sku);
      marks.add(latestValue);
    }

    /** The last sequence number up to the given one whose value is known. */
    long nearest(long sequence) {
      long mark = Math.min(sequence / STEP, marks.size() - 1L) * STEP;
      return latest <= sequence ? Math.max(latest, mark) : mark;
    }

    Digest at(long sequence) {
      return sequence == latest ? latestValue : marks.get((int) (sequence / STEP));
    }

    void note(long sequence, Digest value) {
      if (sequence == (long) marks.size() * STEP) {
        marks.add(value);
      }
      latest = sequence;
      latestValue = value;
    }
  }
}
