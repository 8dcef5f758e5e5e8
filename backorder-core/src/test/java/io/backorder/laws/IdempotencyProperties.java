package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.posting.Document;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * A document is done once.
 *
 * <p>I5 does not apply: a refused document leaves no trace, and its number is free for a corrected
 * one. I3, I7 and I8 wait for stores that outlive the process.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class IdempotencyProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  /** The documents that a history has done, and what each was answered. */
  private static Map<Paper, Answer> done(History history, List<Bench> at) {
    Map<Paper, Answer> done = new LinkedHashMap<>();
    at.add(Walk.each(history, moment -> {
      if (!moment.isRefused() && !(moment.paper() instanceof Paper.Expire)) {
        done.putIfAbsent(moment.paper(), moment.done().answer());
      }
    }));
    return done;
  }

  /** I1: also much later, when the orders are closed and the shelf is another. */
  @Property(seed = Histories.SEED)
  void theSameDocumentAgainAnswersTheFirstOutcomeAndDoesNothing(
      @ForAll("histories") History history) {
    List<Bench> at = new ArrayList<>();
    Map<Paper, Answer> done = done(history, at);
    Bench bench = at.get(0);
    Snapshot before = Walk.snapshot(bench);
    done.forEach((paper, first) -> {
      Answer again = bench.kernel.post(paper);
      assertThat(again.lines()).as(paper.toString()).isEqualTo(first.lines());
      assertThat(again.fills()).as(paper.toString()).isEqualTo(first.fills());
      assertThat(again.events()).as(paper.toString()).isEmpty();
    });
    assertThat(Walk.snapshot(bench)).isEqualTo(before);
  }

  /** I2. */
  @Property(seed = Histories.SEED)
  void theSameNumberWithOtherContentIsAConflictAndDoesNothing(
      @ForAll("histories") History history) {
    List<Bench> at = new ArrayList<>();
    Map<Paper, Answer> done = done(history, at);
    Bench bench = at.get(0);
    Snapshot before = Walk.snapshot(bench);
    for (Paper paper : done.keySet()) {
      Paper other = new Conflict(step -> paper).paper(Conflict.NO_STEP);
      if (!other.equals(paper)) {
        Answer answer = bench.kernel.post(other);
        assertThat(answer.refusals()).as(other.toString()).isEqualTo(Set.of("DOCUMENT_CONFLICT"));
        assertThat(bench.kernel.events).isEmpty();
      }
    }
    assertThat(Walk.snapshot(bench)).isEqualTo(before);
  }

  /** I2: the first field that differs is named. */
  @Property(tries = 50)
  void aConflictNamesTheFieldThatDiffers(@ForAll @IntRange(min = 1, max = 9) int units) {
    Inventory inventory = Inventory.inMemory().build();
    OrderLine line = OrderLine.of("1", Sku.of("A"), Quantity.of(units));
    inventory.post(PlaceOrder.of(OrderId.of("O"), line));
    PlaceOrder other = PlaceOrder.of(OrderId.of("O"), line.withQuantity(Quantity.of(units + 1)));
    try {
      inventory.post(other);
      throw new AssertionError("posted: " + other);
    } catch (InventoryException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_CONFLICT);
      assertThat(e.facts().asMap())
          .containsEntry("field", "line 1 quantity")
          .containsEntry("asked", String.valueOf(units + 1))
          .containsEntry("allowed", String.valueOf(units));
    }
  }

  /** I4. */
  @Property(tries = 30)
  void manyThreadsWithOneDocumentDoItOnce(@ForAll("placements") Paper.Place paper)
      throws Exception {
    Kernel kernel = new Kernel(Shops.PLAIN);
    kernel.post(new Paper.Receive("R", List.of(new Paper.Units("A", "MAIN", 4))));
    Document document = Desk.document(paper);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Outcome>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> kernel.inventory.post(document));
      }
      Outcome first = kernel.inventory.post(document);
      for (Future<Outcome> outcome : threads.invokeAll(calls)) {
        assertThat(outcome.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
    long ordered = paper.lines().stream().mapToLong(Paper.Ask::quantity).sum();
    long found = kernel.inventory.order(OrderId.of(paper.order())).orElseThrow().lines().stream()
        .mapToLong(line -> line.ordered().units())
        .sum();
    assertThat(found).isEqualTo(ordered);
  }

  @Provide
  Arbitrary<Paper.Place> placements() {
    return Shops.placements();
  }

  /** I6. */
  @Property(tries = 200)
  void contentIsComparedByValue(@ForAll @IntRange(min = 1, max = 9999) int hundredths) {
    Scale scale = Scale.of(2);
    BigDecimal written = BigDecimal.valueOf(hundredths, 2);
    Inventory inventory = Inventory.inMemory().build();
    OrderTerms oneWay =
        OrderTerms.standard().withPriority(Priority.HIGH).through(ChannelId.of("web"));
    OrderTerms otherWay =
        OrderTerms.standard().through(ChannelId.of("web")).withPriority(Priority.HIGH);
    OrderLine shortly =
        OrderLine.of("1", Sku.of("A"), scale.toQuantity(written.stripTrailingZeros()));
    OrderLine atLength = OrderLine.of("1", Sku.of("A"), scale.toQuantity(written.setScale(7)));

    Outcome first = inventory.post(PlaceOrder.of(OrderId.of("O"), shortly).with(oneWay));

    assertThat(inventory.post(PlaceOrder.of(OrderId.of("O"), atLength).with(otherWay)))
        .isEqualTo(first);
  }
}
