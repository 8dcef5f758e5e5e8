package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.proof.Checkpoint;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.store.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** R4, R6 and R8: what is exported comes back, whole and as it was, or not at all. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
final class ExportProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  private static Bench played(History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.move(bench.latest());
    return bench;
  }

  private static Kernel imported(Bench bench, byte[] export, List<LedgerRecord> later) {
    Kernel kernel = new Kernel(bench.kernel.shop, export, later);
    kernel.now = bench.latest();
    return kernel;
  }

  /** Everything that a reader sees is equal, chain values included, and the numbers are sound. */
  private static void requireEqual(Bench bench, Kernel imported) {
    Snapshot live = Walk.snapshot(bench);
    Snapshot again = Snapshot.of(imported.inventory, imported.skus(), bench.model.orders());
    assertThat(again.items()).isEqualTo(live.items());
    assertThat(again.queues()).isEqualTo(live.queues());
    assertThat(again.its()).isEqualTo(live.its());
    Checkpoint now = bench.kernel.inventory.ledger().checkpoint();
    assertThat(imported.inventory.ledger().checkpoint()).isEqualTo(now);
    assertThat(imported.inventory.verify(now).firstDifference()).isEmpty();
  }

  @Property(seed = Histories.SEED)
  void r8_exportImportExportGivesIdenticalBytes(@ForAll("histories") History history) {
    Bench bench = played(history);
    byte[] export = bench.kernel.export();
    Kernel imported = imported(bench, export, List.of());

    assertThat(imported.export()).isEqualTo(export);
    requireEqual(bench, imported);
  }

  /**
   * R8 and I3: an import remembers every document, those that did nothing too. Sweeps of ended holds are
   * not remembered, so that an import may tell once more that a hold has ended of which nothing was left.
   */
  @Property(seed = Histories.SEED)
  void r8_anImportedInventoryAnswersEveryDocumentAsTheLiveOne(
      @ForAll("histories") History history) {
    List<Paper> papers = new ArrayList<>();
    Bench bench = Walk.each(history, moment -> {
      if (!(moment.paper() instanceof Paper.Expire)) {
        papers.add(moment.paper());
      }
    });
    bench.move(bench.latest());
    Kernel imported = imported(bench, bench.kernel.export(), List.of());
    List<Answer> live = papers.stream().map(bench.kernel::post).toList();

    assertThat(papers.stream().map(imported::post).toList()).isEqualTo(live);
    assertThat(imported.export()).isEqualTo(bench.kernel.export());
  }

  @Property(seed = Histories.SEED)
  void r8_anArchivedInventoryIsExportedByteForByteToo(
      @ForAll("histories") History history, @ForAll @IntRange(max = 100_000) int seconds) {
    Bench bench = played(history);
    bench.kernel.inventory.archive(Retention.of(Duration.ofSeconds(seconds)));
    byte[] export = bench.kernel.export();
    Kernel imported = imported(bench, export, List.of());

    assertThat(imported.export()).isEqualTo(export);
    for (String order : bench.model.orders()) {
      assertThat(imported.inventory.order(OrderId.of(order)))
          .isEqualTo(bench.kernel.inventory.order(OrderId.of(order)));
    }
  }

  @Property(seed = Histories.SEED)
  void r4_aSnapshotAndTheRecordsAfterItGiveWhatTheWholeLedgerGives(
      @ForAll("histories") History history, @ForAll @IntRange(max = 999) int choice) {
    byte[][] snapshot = {new byte[0]};
    long[] size = {0};
    int[] seen = {0};
    int chosen = choice % history.steps().size();
    Telling telling = new Telling(history, new Tally());
    snapshot[0] = telling.bench.kernel.export();
    for (Step step : history.steps()) {
      if (step.kind() == Step.Kind.CLOCK) {
        telling.move(step);
        telling.bench.kernel.skus().forEach(telling.bench.kernel.inventory::item); // read the clock
      } else {
        telling.post(step, (paper, answer) -> {});
      }
      if (seen[0]++ == chosen) {
        snapshot[0] = telling.bench.kernel.export();
        size[0] = telling.bench.kernel.inventory.ledger().size();
      }
    }
    Bench bench = telling.bench;
    bench.move(bench.latest());
    List<LedgerRecord> later = bench.kernel.inventory.ledger().after(size[0], Integer.MAX_VALUE);

    requireEqual(bench, imported(bench, snapshot[0], later));
  }

  @Property(seed = Histories.SEED, tries = 200)
  void r6_aDamagedExportIsRefusedAndNamesThePlace(
      @ForAll("histories") History history, @ForAll @IntRange(max = 999_999) int choice) {
    Bench bench = played(history);
    byte[] export = bench.kernel.export();
    byte[] flipped = export.clone();
    int bit = choice % (export.length * 8);
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));

    requireRefused(bench, flipped);
    requireRefused(bench, Arrays.copyOf(export, choice % export.length));
    requireRefused(bench, Arrays.copyOf(export, export.length + 1));
  }

  private static void requireRefused(Bench bench, byte[] export) {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> imported(bench, export, List.of()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isIn(ErrorCode.IMPORT_INVALID, ErrorCode.UNKNOWN_EVENT);
    assertThat(refusal.facts().asMap()).containsKeys("position", "offset");
  }
}
