package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.ledger.DocumentKind;
import io.backorder.posting.Document;
import io.backorder.posting.ShipOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A1 on H2: every call for every kind of document, failing once, before and after it is done. */
final class FaultSweepTest {

  private static final Database DATABASE = Database.h2("sweep");
  /** What goes by if the document is posted again, and from which databases it is heard. */
  private static final List<Fault.Code> PASSING = List.of(
      new Fault.Code("40001", 40001),
      new Fault.Code("40P01", 0),
      new Fault.Code("40001", 1213),
      new Fault.Code("HY000", 1205),
      new Fault.Code("HYT00", 50200));

  /** An order in which none is refused, so that a repeat answers what the first time did. */
  private static final List<DocumentKind> LIST = List.of(
      DocumentKind.HOLD,
      DocumentKind.RECEIVE,
      DocumentKind.PLACE,
      DocumentKind.CONFIRM,
      DocumentKind.RELEASE,
      DocumentKind.CHANGE,
      DocumentKind.SHIP,
      DocumentKind.RETURN,
      DocumentKind.ADJUST,
      DocumentKind.COUNT,
      DocumentKind.EXPIRE);

  private static FaultSweep.Failing once(Fault.Moment moment) {
    return new FaultSweep.Failing(moment, Fault.Code.STRANGE, 1);
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void a1_everyCallOfADocumentFails_nothingIsHalfDone(DocumentKind kind) {
    for (Fault.Moment moment : Fault.Moment.values()) {
      FaultSweep sweep =
          new FaultSweep(DATABASE, once(moment), inventory -> inventory.post(Paperwork.of(kind)));
      assertThat(sweep.run(FaultSweepTest::morning)).isGreaterThan(30);
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.Moment.class)
  void a1_everyCallOfAListOfDocumentsFails_nothingIsHalfDone(Fault.Moment moment) {
    List<Document> documents = new ArrayList<>();
    for (DocumentKind kind : LIST) {
      documents.add(Paperwork.of(kind));
    }
    documents.add(5, ShipOrder.all("S8", Paperwork.order("O-none")));
    FaultSweep sweep = new FaultSweep(
        DATABASE, once(moment), inventory -> inventory.postAll(documents).toString());
    assertThat(sweep.run(FaultSweepTest::morning)).isGreaterThan(60);
  }

  @Test
  void a1_everyCallFailsInPassing_theCallerDoesNotSeeIt() throws Exception {
    DocumentKind[] kinds = DocumentKind.values();
    ExecutorService executor = Executors.newFixedThreadPool(kinds.length); // most of them wait
    try {
      List<Callable<Integer>> sweeps = new ArrayList<>();
      for (int i = 0; i < kinds.length; i++) {
        DocumentKind kind = kinds[i];
        Fault.Code code = PASSING.get(i % PASSING.size());
        FaultSweep.Failing failing = new FaultSweep.Failing(Fault.Moment.BEFORE, code, 8);
        Database own = Database.h2("sweep_passing_" + kind);
        sweeps.add(
            () -> new FaultSweep(own, failing, inventory -> inventory.post(Paperwork.of(kind)))
                .run(FaultSweepTest::morning));
      }
      for (Future<Integer> each : executor.invokeAll(sweeps)) {
        assertThat(each.get()).isGreaterThan(30);
      }
    } finally {
      executor.shutdown();
    }
  }

  private static void morning(Inventory inventory) {
    Paperwork.before().forEach(inventory::post);
  }
}
