package io.backorder.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.jdbc.TableNames;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.Answer;
import io.backorder.posting.Document;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The sixth workload: an inventory on a real PostgreSQL that forces every commit to disk. Both sides of
 * a ratio are run in turn, a stretch each, on one server, so that a busy minute meets both. What counts
 * is the clock on the wall, since most of the work is the server's.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class DurableBenchmark {

  /** A server, and how much is done on it. */
  @State(Scope.Benchmark)
  public static class Server {

    /** The folder with the real orders; without it, orders of their shape are made up. */
    public final String folder = System.getProperty("backorder.real", "");

    /** The orders of many lines that each side places. */
    @Param("2400")
    public int baskets;

    /** Those of a stretch. */
    @Param("200")
    public int stretch;

    /** The orders on the hot item that each side places. */
    @Param("4096")
    public int hot;

    /** The documents that are posted together. */
    @Param("1024")
    public int batch;

    /** The lines that wait. */
    @Param("1000000")
    public int lines;

    /** The orders of which the entries are read back. */
    @Param("4000")
    public int replayed;

    private @Nullable PostgresServer running;

    /**
     * Starts it.
     *
     * @throws IOException if it does not start
     */
    @Setup(Level.Iteration)
    public void start() throws IOException {
      running = PostgresServer.start();
    }

    /**
     * Stops it.
     *
     * @throws IOException if it does not stop
     */
    @TearDown(Level.Iteration)
    public void stop() throws IOException {
      postgres().close();
    }

    private PostgresServer postgres() {
      return requireNonNull(running, "running");
    }
  }

  /** Orders of many lines a second. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Joined {

    /** Through the library, in the host's transactions. */
    public double joining;

    /** By hand. */
    public double plain;
  }

  /**
   * Places orders of many lines, by hand and in joining mode.
   *
   * @param server the server
   * @param found what is found
   * @throws IOException if the real orders cannot be read
   * @throws SQLException if a statement fails
   * @throws InterruptedException if the run is stopped
   * @throws ExecutionException if an order fails
   */
  @Benchmark
  public void joining(Server server, Joined found)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    BasketRace race = new BasketRace(server.postgres(), Baskets.of(server.folder, server.baskets));
    race.run(server.stretch);
    found.joining = race.library();
    found.plain = race.plain();
  }

  /** Orders on one item a second. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Shared {

    /** Of callers that share transactions. */
    public double grouped;

    /** Of callers that do not. */
    public double alone;

    /** In lists. */
    public double listed;

    /** One by one. */
    public double single;
  }

  /**
   * Sells a hot item, with transactions shared and not.
   *
   * @param server the server
   * @param found what is found
   * @throws InterruptedException if the run is stopped
   * @throws ExecutionException if an order fails
   */
  @Benchmark
  public void hot(Server server, Shared found) throws InterruptedException, ExecutionException {
    try (HotDatabase database = HotDatabase.open(server.postgres())) {
      Pace grouped = new Pace();
      Pace alone = new Pace();
      database.raceCallers(server.hot, grouped, alone);
      found.grouped = grouped.perSecond();
      found.alone = alone.perSecond();
      Pace listed = new Pace();
      Pace single = new Pace();
      database.raceLists(server.batch, 8, listed, single);
      found.listed = listed.perSecond();
      found.single = single.perSecond();
    }
  }

  /** Rows read for one receipt, the most of ten. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Rows {

    /** By who came first. */
    public double fifo;

    /** By priority. */
    public double priority;

    /** By due day. */
    public double dueDate;
  }

  /**
   * Counts the rows that are read when units arrive for a long queue.
   *
   * @param server the server
   * @param found what is found
   * @throws SQLException if a statement fails
   */
  @Benchmark
  public void backlog(Server server, Rows found) throws SQLException {
    found.fifo = rows(server, Policy.FIFO);
    found.priority = rows(server, Policy.PRIORITY);
    found.dueDate = rows(server, Policy.DUE_DATE);
  }

  private static double rows(Server server, Policy policy) throws SQLException {
    try (WaitingTable table =
        WaitingTable.of(server.postgres(), policy, new OrderBook(server.lines))) {
      long most = 0;
      for (int i = 0; i < 10; i++) {
        most = Math.max(most, table.rowsReadBy("truck " + i, 10));
      }
      return most;
    }
  }

  /** Nanoseconds. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class ReadBack {

    /** For posting, in lists. */
    public double posting;

    /** For reading the entries and applying them. */
    public double replaying;

    /** Entries read a second. */
    public double entries;
  }

  /**
   * Posts orders in lists, reads the ledger from the tables and replays it.
   *
   * @param server the server
   * @param found what is found
   * @return the inventory that replay made
   */
  @Benchmark
  public Inventory replay(Server server, ReadBack found) {
    try (HikariDataSource pool = server.postgres().pool(1)) {
      BackorderSchema.create(pool, TableNames.standard());
      Inventory durable = Inventory.on(JdbcUnitOfWork.owning(pool)).build();
      List<Document> documents = new ArrayList<>();
      List<Baskets.Basket> orders = Baskets.generated(server.replayed);
      Baskets.demand(orders)
          .forEach((sku, units) -> documents.add(ReceiveStock.of(
              "stock of " + sku, Sku.of(sku), LocationId.of("MAIN"), Quantity.of(units / 2 + 1))));
      orders.forEach(each -> documents.add(each.document()));
      long start = System.nanoTime();
      for (int from = 0; from < documents.size(); from += server.batch) {
        int to = Math.min(documents.size(), from + server.batch);
        durable.postAll(documents.subList(from, to)).forEach(Answer::get);
      }
      long posted = System.nanoTime();
      List<LedgerRecord> records = durable.ledger().after(0, Integer.MAX_VALUE);
      Inventory replayed = Inventory.inMemory().replaying(records).build();
      long end = System.nanoTime();
      found.posting = posted - start;
      found.replaying = end - posted;
      found.entries = records.size() * 1e9 / (end - posted);
      return replayed;
    }
  }
}
