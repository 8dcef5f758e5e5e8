package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.proof.Checkpoint;
import io.backorder.store.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** I7: what is older than the window is forgotten by a rule, and never run again. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
final class RetentionProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  /** A history, the papers that were taken, and when. */
  private record Played(Bench bench, List<Paper> papers, List<Instant> times) {

    static Played of(History history) {
      List<Paper> papers = new ArrayList<>();
      List<Instant> times = new ArrayList<>();
      Telling telling = new Telling(history, new Tally());
      for (Step step : history.steps()) {
        if (step.kind() == Step.Kind.CLOCK) {
          telling.move(step);
          telling
              .bench
              .kernel
              .skus()
              .forEach(telling.bench.kernel.inventory::item); // read the clock
        } else {
          telling.post(step, (paper, answer) -> {
            if (!answer.isRefused() && !papers.contains(paper)) {
              papers.add(paper);
              times.add(telling.bench.latest());
            }
          });
        }
      }
      telling.bench.move(telling.bench.latest());
      return new Played(telling.bench, papers, times);
    }
  }

  @Property(seed = Histories.SEED)
  void i7_aRepeatOlderThanTheWindowIsRefusedAndNeverRunAgain(
      @ForAll("histories") History history, @ForAll @IntRange(max = 200_000) int seconds) {
    Played played = Played.of(history);
    Kernel kernel = played.bench().kernel;
    Duration window = Duration.ofSeconds(seconds);
    Instant horizon = played.bench().latest().minus(window);
    Retention.Archived archived =
        kernel.inventory.archive(new Retention(window, Duration.ofDays(100_000)));
    List<LedgerRecord> before = kernel.inventory.ledger().after(0, Integer.MAX_VALUE);
    long forgotten = 0;

    for (int i = 0; i < played.papers().size(); i++) {
      Paper paper = played.papers().get(i);
      if (!(paper instanceof Paper.Expire)) {
        boolean old = played.times().get(i).isBefore(horizon);
        forgotten += old ? 1 : 0;
        Answer answer = kernel.post(paper);
        assertThat(answer.refusals())
            .as("%s at %s", paper, played.times().get(i))
            .isEqualTo(old ? Set.of("ID_EXPIRED") : Set.of());
      }
    }
    assertThat(archived).isEqualTo(new Retention.Archived(forgotten, 0));
    assertThat(kernel.inventory.ledger().after(0, Integer.MAX_VALUE)).isEqualTo(before);
  }

  private static Instant lastEntryOf(Kernel kernel, String order) {
    List<LedgerRecord> records = kernel.inventory.ledger().of(OrderId.of(order));
    return records.get(records.size() - 1).recordedAt();
  }

  private static boolean isClosed(Kernel kernel, String order) {
    Order.Status status =
        kernel.inventory.order(OrderId.of(order)).orElseThrow().status();
    return status == Order.Status.SHIPPED || status == Order.Status.CANCELLED;
  }

  @Property(seed = Histories.SEED)
  void i7_ordersClosedBeforeTheWindowCanNeitherBeReadNorNamed(
      @ForAll("histories") History history, @ForAll @IntRange(max = 200_000) int seconds) {
    Bench bench = Played.of(history).bench();
    Kernel kernel = bench.kernel;
    Duration window = Duration.ofSeconds(seconds);
    Instant horizon = bench.latest().minus(window);
    List<String> old = bench.model.orders().stream()
        .filter(order -> isClosed(kernel, order) && lastEntryOf(kernel, order).isBefore(horizon))
        .toList();

    assertThat(kernel
            .inventory
            .archive(new Retention(Duration.ofDays(100_000), window))
            .orders())
        .isEqualTo(old.size());
    for (String order : bench.model.orders()) {
      assertThat(kernel.inventory.order(OrderId.of(order)).isEmpty())
          .isEqualTo(old.contains(order));
    }
    for (String order : old) {
      for (Paper paper : naming(order)) {
        assertThat(kernel.post(paper).refusals()).containsExactly("ORDER_ARCHIVED");
      }
      assertThat(kernel.inventory.ledger().of(OrderId.of(order))).isNotEmpty();
    }
  }

  private static List<Paper> naming(String order) {
    return List.of(
        new Paper.CancelAll("late cancel " + order, order),
        new Paper.ShipAll("late ship " + order, order));
  }

  @Property(seed = Histories.SEED)
  void archivingLeavesLedgerChainsBalancesAndCheckpointsAsTheyWere(
      @ForAll("histories") History history, @ForAll @IntRange(max = 200_000) int seconds) {
    Bench bench = Played.of(history).bench();
    Kernel kernel = bench.kernel;
    Checkpoint checkpoint = kernel.inventory.ledger().checkpoint();
    Snapshot before = Snapshot.of(kernel.inventory, kernel.skus(), List.of());
    Retention retention = Retention.of(Duration.ofSeconds(seconds));

    kernel.inventory.archive(retention);

    Snapshot after = Snapshot.of(kernel.inventory, kernel.skus(), List.of());
    assertThat(after.items()).isEqualTo(before.items());
    assertThat(after.queues()).isEqualTo(before.queues());
    assertThat(after.records().stream().map(LedgerRecord::entry))
        .isEqualTo(before.records().stream().map(LedgerRecord::entry).toList());
    assertThat(kernel.inventory.ledger().checkpoint()).isEqualTo(checkpoint);
    assertThat(kernel.inventory.verify(checkpoint).firstDifference()).isEmpty();
    assertThat(kernel.inventory.archive(retention)).isEqualTo(new Retention.Archived(0, 0));
    assertThat(kernel.inventory.archive(Retention.of(Duration.ofDays(100_000))))
        .isEqualTo(new Retention.Archived(0, 0));
  }

  /** What is still waiting or reserved goes on as if nothing had been archived. */
  @Property(seed = Histories.SEED)
  void anArchivedInventoryGoesOnAsTheOther(@ForAll("histories") History history) {
    Bench bench = Played.of(history).bench();
    Kernel archived = new Kernel(bench.kernel.shop, bench.kernel.export(), List.of());
    archived.now = bench.latest();
    archived.inventory.archive(Retention.of(Duration.ZERO));

    for (String sku : bench.kernel.skus().stream().map(Object::toString).toList()) {
      String place = bench.kernel.shop.places().get(0).id();
      Paper receipt = new Paper.Receive("later " + sku, List.of(new Paper.Units(sku, place, 6)));
      assertThat(archived.post(receipt)).isEqualTo(bench.kernel.post(receipt));
    }
    assertThat(archived.inventory.verify().firstDifference()).isEmpty();
  }
}
