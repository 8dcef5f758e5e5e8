package io.backorder.examples.realyear;

import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.TableNames;
import io.backorder.posting.Document;
import io.backorder.proof.Verification;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Location;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Two nodes on one database, what is done to them, and what the ledger says in the end. */
final class Drill {

  private final NodeOptions options;
  private final Set<Fault> faults;
  private final Consumer<String> tell;
  private final RetailYear year;
  private final YearScript script;
  private final List<NodeProcess> all = new ArrayList<>();

  private Drill(NodeOptions options, Set<Fault> faults, Consumer<String> tell) throws IOException {
    this.options = options;
    this.faults = faults;
    this.tell = tell;
    this.year = options.year();
    this.script = options.script(year, Node.COUNT);
  }

  /** What happens while both nodes are posting. */
  enum Fault {

    /** The first node is killed after a third of its documents, and started again. */
    NODE_KILLED,

    /** The server is killed after two thirds of the second node's documents, and started again. */
    SERVER_KILLED
  }

  /**
   * What came of it.
   *
   * @param acknowledged the documents that a node has said to be done, with repetitions
   * @param refused the codes and documents that a node has said to be refused
   * @param again the codes and documents that a node has had to post again
   * @param complaints what a node has said beside that
   * @param statuses how each node ended that ended by itself
   * @param proof what the ledger says
   * @param verification what the library says of its ledger
   * @param expected what became of each item's units in a single inventory in memory
   */
  record Report(
      List<String> acknowledged,
      List<String> refused,
      List<String> again,
      List<String> complaints,
      List<Integer> statuses,
      LedgerProof proof,
      Verification verification,
      Map<Sku, LedgerProof.Totals> expected) {

    /** Returns all that is not as it must be, one sentence each; empty if nothing is. */
    List<String> faults() {
      List<String> wrong = new ArrayList<>();
      proof.oversold().forEach(each -> wrong.add("oversold: " + each));
      proof.disorder().forEach(each -> wrong.add("ledger out of order: " + each));
      proof
          .notOnce(acknowledged)
          .forEach(each -> wrong.add("acknowledged, and not in the ledger once: " + each));
      proof.repeated().forEach(each -> wrong.add("in the ledger more than once: " + each));
      verification.firstDifference().ifPresent(each -> wrong.add("ledger not sound: " + each));
      expected.forEach((sku, totals) -> {
        if (!totals.equals(proof.totals().get(sku))) {
          wrong.add("%s must be %s: %s".formatted(sku, totals, proof.totals().get(sku)));
        }
      });
      complaints.forEach(each -> wrong.add("a node said: " + each));
      if (statuses.stream().anyMatch(status -> status != 0)) {
        wrong.add("nodes must end with 0: " + statuses);
      }
      return wrong;
    }
  }

  /** Runs the nodes and does to them what is asked for. */
  static Report run(NodeOptions options, Set<Fault> faults, Consumer<String> tell)
      throws IOException, InterruptedException {
    return new Drill(options, EnumSet.copyOf(faults), tell).run();
  }

  private Report run() throws IOException, InterruptedException {
    tell.accept("%s: %,d documents for %d nodes of %d threads"
        .formatted(year.about().title(), script.size(), Node.COUNT, NodeOptions.THREADS));
    try (ShopDatabase database = ShopDatabase.start()) {
      try (HikariDataSource pool = Node.pool(database.url())) {
        BackorderSchema.create(pool, TableNames.standard());
      }
      List<Integer> statuses = post(database);
      try (HikariDataSource pool = Node.pool(database.url())) {
        return report(Node.inventory(year, pool), statuses);
      }
    } finally {
      for (NodeProcess each : all) {
        each.kill();
      }
    }
  }

  private List<Integer> post(ShopDatabase database) throws IOException, InterruptedException {
    int share = script.size() / Node.COUNT;
    NodeProcess first = node(0, database);
    NodeProcess second = node(1, database);
    if (faults.contains(Fault.NODE_KILLED)) {
      first.awaitDone(share / 3);
      first.kill();
      tell.accept("node 1 killed after %,d acknowledged documents".formatted(done(first)));
      first = node(0, database);
      tell.accept("node 1 started again, from the start of its part");
    }
    if (faults.contains(Fault.SERVER_KILLED)) {
      second.awaitDone(share * 2 / 3);
      database.kill();
      tell.accept(
          "server killed after %,d acknowledged documents of node 2".formatted(done(second)));
      second.awaitAgain();
      tell.accept("node 2 was told: " + String.join(", ", second.said(Node.AGAIN)));
      database.restart();
      tell.accept("server started again, on the same files");
    }
    List<Integer> statuses = List.of(first.await(), second.await());
    tell.accept("both nodes have ended: %,d documents acknowledged"
        .formatted(all.stream().mapToInt(Drill::done).sum()));
    return statuses;
  }

  private NodeProcess node(int number, ShopDatabase database) throws IOException {
    NodeProcess node = NodeProcess.start(options.forNode(number, database.url()));
    all.add(node);
    return node;
  }

  private static int done(NodeProcess node) {
    return node.said(Node.DONE).size();
  }

  private Report report(Inventory inventory, List<Integer> statuses) {
    return new Report(
        said(Node.DONE),
        said(Node.REFUSED),
        said(Node.AGAIN),
        all.stream().flatMap(node -> node.complaints().stream()).toList(),
        statuses,
        LedgerProof.of(inventory.ledger()),
        inventory.verify(),
        alone());
  }

  private List<String> said(String word) {
    return all.stream().flatMap(node -> node.said(word).stream()).toList();
  }

  /** Posts everything to one inventory in memory, strand by strand in turn. */
  private Map<Sku, LedgerProof.Totals> alone() {
    Inventory memory = Inventory.inMemory()
        .locations(year.locations().toArray(Location[]::new))
        .build();
    List<List<Document>> strands = script.strands();
    int longest = strands.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int at = i;
      strands.stream()
          .flatMap(strand -> strand.size() > at ? Stream.of(strand.get(at)) : Stream.empty())
          .forEach(document -> post(document, memory));
    }
    return LedgerProof.of(memory.ledger()).totals();
  }

  private static void post(Document document, Inventory memory) {
    try {
      memory.post(document);
    } catch (InventoryException e) {
      // nothing to ship yet; it leaves no trace, as on the database
    }
  }
}
