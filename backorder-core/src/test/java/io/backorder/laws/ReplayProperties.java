package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.LineStatus;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Paper;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.StockLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * All or nothing, and the same again.
 *
 * <p>A3 does not apply: documents are not batched. A1 and A5 wait for stores that the library does not
 * have yet. R4, R6 and R8 are told by {@link ExportProperties}, R7 by the test of the golden file.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class ReplayProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(seed = Histories.SEED)
  void everyLawHoldsAfterEveryDocument(@ForAll("histories") History history) {
    Walk.each(history, moment -> {
      anOrderThatRefusesShortageWaitsForNothing(moment);
      aRefusedDocumentLeavesNoTrace(moment);
    });
  }

  /** A2. */
  static void anOrderThatRefusesShortageWaitsForNothing(Moment moment) {
    boolean strict = moment.paper() instanceof Paper.Place paper
        && paper.terms().rules().shortage() == Paper.Shortage.REFUSE_ORDER;
    if (strict && !moment.isRefused()) {
      assertThat(moment.done().answer().lines()).allMatch(line -> line.endsWith(" 0 0"));
    }
  }

  /** A4. */
  static void aRefusedDocumentLeavesNoTrace(Moment moment) {
    if (moment.isRefused()) {
      assertThat(moment.events()).isEmpty();
      assertThat(moment.now().records()).isEqualTo(moment.before().records());
      // the clock was read, so a hold may have ended between the two looks, but nothing else moved
      assertThat(moment.now().lines()).isEqualTo(moment.before().lines());
      assertThat(moment.now().queues()).isEqualTo(moment.before().queues());
      moment
          .now()
          .items()
          .forEach((sku, levels) -> assertThat(levels.onHand())
              .isEqualTo(moment.before().items().getOrDefault(sku, levels).onHand()));
    }
  }

  /** The same inventory, from its ledger alone, told the time at which the other one stands. */
  private static Kernel replayed(Bench bench, List<LedgerRecord> records) {
    Kernel replayed = new Kernel(bench.kernel.shop, records);
    replayed.now = bench.latest();
    return replayed;
  }

  /** R1. */
  @Property(seed = Histories.SEED)
  void replayedEntriesGiveAnEqualInventory(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.move(bench.latest());
    Snapshot live = Walk.snapshot(bench);
    Kernel replayed = replayed(bench, live.records());
    Snapshot again = Snapshot.of(replayed.inventory, replayed.skus(), bench.model.orders());
    assertThat(again.items()).isEqualTo(live.items());
    assertThat(again.queues()).isEqualTo(live.queues());
    assertThat(again.its()).isEqualTo(live.its());
    assertThat(replayed.inventory.verify().firstDifference()).isEmpty();
  }

  /** R1: and it goes on as the live one would. */
  @Property(seed = Histories.SEED)
  void aReplayedInventoryGoesOnAsTheLiveOne(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.move(bench.latest());
    Kernel replayed = replayed(bench, Walk.snapshot(bench).records());
    for (int i = 0; i < 5; i++) {
      for (String sku : bench.kernel.skus().stream().map(Object::toString).toList()) {
        String place = bench.kernel.shop.places().get(0).id();
        List<Paper.Units> units = List.of(new Paper.Units(sku, place, 6));
        Paper receipt = new Paper.Receive("later " + sku + i, units);
        assertThat(replayed.post(receipt)).isEqualTo(bench.kernel.post(receipt));
      }
    }
  }

  /** R2: at every document. */
  @Property(tries = 200, seed = Histories.SEED)
  void everyPrefixGivesASoundInventory(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    List<LedgerRecord> records = Walk.snapshot(bench).records();
    for (int end = 1; end <= records.size(); end++) {
      boolean whole = end == records.size()
          || !records.get(end).document().equals(records.get(end - 1).document());
      if (whole) {
        Kernel prefix = replayed(bench, records.subList(0, end));
        assertThat(prefix.inventory.verify().firstDifference()).isEmpty();
        requireBounds(prefix);
      }
    }
  }

  private static void requireBounds(Kernel kernel) {
    for (ItemLevels levels : kernel.skus().stream().map(kernel.inventory::item).toList()) {
      for (StockLevel level : levels.locations()) {
        assertThat(level.reserved().plus(level.held())).isLessThanOrEqualTo(level.onHand());
      }
    }
  }

  /** R3. */
  @Property(tries = 200, seed = Histories.SEED)
  void replayDoesNotDependOnLocaleOrTimeZone(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.move(bench.latest());
    Snapshot live = Walk.snapshot(bench);
    List<String> orders = bench.model.orders();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      Kernel replayed = replayed(bench, live.records());
      Snapshot there = Snapshot.of(replayed.inventory, replayed.skus(), orders);
      assertThat(there.items()).isEqualTo(live.items());
      assertThat(there.queues()).isEqualTo(live.queues());
      assertThat(there.orders()).isEqualTo(live.orders());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** R5. */
  @Property(tries = 100, seed = Histories.SEED)
  void replayAsksNoClockNoPolicyAndNoListener(@ForAll("histories") History history) {
    List<LedgerRecord> records = Walk.snapshot(Walk.each(history, moment -> {})).records();
    List<String> asked = new ArrayList<>();
    AllocationPolicy policy = (backlog, shelf) -> {
      asked.add("policy");
      return shelf.plan();
    };
    Inventory.inMemory()
        .clock(() -> {
          asked.add("clock");
          return Instant.EPOCH;
        })
        .locations(Kernel.locations(history.shop()))
        .policy(policy)
        .listener(event -> asked.add(event.toString()))
        .replaying(records)
        .build();
    assertThat(asked).isEmpty();
  }

  /** R1: the numbers of every line can be read off the events of its entries. */
  @Property(tries = 100, seed = Histories.SEED)
  void theRecordsOfAnOrderTellTheWholeOrder(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    for (LineStatus line : Walk.snapshot(bench).lines()) {
      Folded folded = new Folded();
      folded.addAfter(0, bench.kernel.inventory.ledger().of(line.id().order()));
      Folded.Line own = folded.lines.getOrDefault(line.id().toString(), new Folded.Line());
      assertThat(own.ordered).isEqualTo(line.ordered().units());
      assertThat(own.reserved).isEqualTo(line.reserved().units());
    }
  }
}
