package io.backorder.examples.realyear;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.posting.Document;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Location;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;

/**
 * One of several JVMs that post to one database. It says on its standard output what became of each
 * document, one line each and only once the answer is there: {@code done}, {@code refused} or, before it
 * is posted again because the database was away, {@code again}.
 */
public final class Node {

  /** How many there are. */
  static final int COUNT = 2;

  static final String DONE = "done ";
  static final String REFUSED = "refused ";
  static final String AGAIN = "again ";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PAUSE = 200;

  private final Inventory inventory;
  private final PrintStream out;

  private Node(Inventory inventory, PrintStream out) {
    this.inventory = inventory;
    this.out = out;
  }

  /**
   * Posts this node's strands from their start.
   *
   * @param args which node this is, on which database
   * @throws IOException if the year cannot be read
   * @throws InterruptedException if it is stopped
   * @throws ExecutionException if a document fails for another reason than a database that is away
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    NodeOptions options = new NodeOptions();
    new CommandLine(options).parseArgs(args);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    RetailYear year = options.year();
    List<List<Document>> strands = options.script(year, COUNT).strands();
    int first = options.node() * NodeOptions.THREADS;
    try (HikariDataSource pool = pool(options.url())) {
      new Node(inventory(year, pool), out)
          .post(strands.subList(first, first + NodeOptions.THREADS));
    }
  }

  static HikariDataSource pool(String url) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setMaximumPoolSize(NodeOptions.THREADS);
    settings.setConnectionTimeout(1_000);
    settings.setInitializationFailTimeout(-1);
    return new HikariDataSource(settings);
  }

  /** Returns the inventory of a year on a database. */
  static Inventory inventory(RetailYear year, HikariDataSource pool) {
    return Inventory.on(JdbcUnitOfWork.owning(pool))
        .locations(year.locations().toArray(Location[]::new))
        .build();
  }

  private void post(List<List<Document>> strands) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(strands.size());
    List<Future<?>> ends = new ArrayList<>();
    for (List<Document> strand : strands) {
      ends.add(threads.submit(() -> strand.forEach(this::post)));
    }
    threads.shutdown();
    for (Future<?> end : ends) {
      end.get();
    }
  }

  private void post(Document document) {
    Instant latest = Instant.now().plus(PATIENCE);
    while (!isAnswered(document, latest)) {
      pause();
    }
  }

  private boolean isAnswered(Document document, Instant latest) {
    try {
      inventory.post(document);
      out.println(DONE + document.id());
      return true;
    } catch (StoreException e) {
      boolean isAway =
          e.code() == ErrorCode.OUTCOME_UNKNOWN || e.code() == ErrorCode.STORE_UNAVAILABLE;
      if (!isAway || Instant.now().isAfter(latest)) {
        out.println("failed " + e.code() + " " + document.id() + ": " + e.getMessage());
        throw e;
      }
      out.println(AGAIN + e.code() + " " + document.id());
      return false;
    } catch (InventoryException e) {
      out.println(REFUSED + e.code() + " " + document.id());
      return true;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("node was stopped", e);
    }
  }
}
