package io.backorder.examples.benchmarks;

import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerRecord;
import io.backorder.proof.Digest;
import io.backorder.stock.Sku;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Verifies the chains of a ledger, and hashes the same bytes with nothing around it: as many calls of
 * SHA-256, over as many bytes each. The ledger is small and read many times, so that its records lie in
 * the processor's cache, as those of a page that was just read do.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class ChainBenchmark {

  /** The records of a normal day, as a store gives them back, and the bytes that they are hashed as. */
  @State(Scope.Benchmark)
  public static class Ledgers {

    /** The items. */
    @Param("20")
    public int items;

    /** The operations. */
    @Param("1000")
    public int operations;

    /** How often they are verified and hashed. */
    @Param("300")
    public int rounds;

    private final Map<Sku, List<LedgerRecord>> byItem = new HashMap<>();
    private final List<byte[]> messages = new ArrayList<>();

    /** Posts the day and reads it back. */
    @Setup(Level.Trial)
    public void post() {
      LibraryShop shop = LibraryShop.withIdleListeners(0);
      String[] skus = LongTail.skus(items);
      LongTail.open(shop, skus);
      LongTail.of(skus, LongTail.demand(items), 0, operations).live(shop);
      for (LedgerRecord record : shop.inventory().ledger().after(0, Integer.MAX_VALUE)) {
        byItem
            .computeIfAbsent(record.entry().sku(), key -> new ArrayList<>())
            .add(record.chained(record.chain()));
        byte[] canonical = record.canonical();
        byte[] message = new byte[canonical.length + 1];
        System.arraycopy(canonical, 0, message, 1, canonical.length);
        messages.add(message);
      }
    }
  }

  /** What verifying and hashing took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Both {

    private final Section verify = new Section();
    private final Section hash = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      verify.reset();
      hash.reset();
    }

    /**
     * Returns the records verified.
     *
     * @return the number
     */
    public long verifyCount() {
      return verify.count();
    }

    /**
     * Returns the CPU time of verifying.
     *
     * @return the time in nanoseconds
     */
    public long verifyCpu() {
      return verify.cpu();
    }

    /**
     * Returns what verifying allocated.
     *
     * @return the bytes
     */
    public long verifyBytes() {
      return verify.bytes();
    }

    /**
     * Returns the messages hashed.
     *
     * @return the number
     */
    public long hashCount() {
      return hash.count();
    }

    /**
     * Returns the CPU time of hashing.
     *
     * @return the time in nanoseconds
     */
    public long hashCpu() {
      return hash.cpu();
    }

    /**
     * Returns what hashing allocated.
     *
     * @return the bytes
     */
    public long hashBytes() {
      return hash.bytes();
    }
  }

  /**
   * Verifies, then hashes.
   *
   * @param ledgers the records
   * @param both what it takes
   * @return the last hash
   */
  @Benchmark
  public byte[] verify(Ledgers ledgers, Both both) {
    both.verify.start();
    for (int round = 0; round < ledgers.rounds; round++) {
      ledgers.byItem.forEach(ChainBenchmark::requireWhole);
    }
    both.verify.stop((long) ledgers.rounds * ledgers.messages.size());
    MessageDigest function = Digest.function();
    byte[] last = {};
    both.hash.start();
    for (int round = 0; round < ledgers.rounds; round++) {
      for (byte[] message : ledgers.messages) {
        last = function.digest(message);
      }
    }
    both.hash.stop((long) ledgers.rounds * ledgers.messages.size());
    return last;
  }

  private static void requireWhole(Sku sku, List<LedgerRecord> records) {
    if (HashChain.firstBreak(sku, records).isPresent()) {
      throw new IllegalStateException("chain must be whole: " + sku);
    }
  }
}
