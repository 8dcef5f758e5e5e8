package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.ledger.InventoryEvent;
import java.util.List;
import java.util.function.Consumer;

/** Goes through a history and shows every document to a law. */
final class Walk {

  private Walk() {}

  /** Returns the bench as it stands at the end. */
  static Bench each(History history, Consumer<Moment> law) {
    return each(history, Stores.next(), law);
  }

  /** Returns the bench as it stands at the end, of an inventory that is kept by a given store. */
  static Bench each(History history, Inventory.Builder store, Consumer<Moment> law) {
    Telling telling = new Telling(history, new Tally(), store);
    Bench bench = telling.bench;
    Folded folded = new Folded();
    Snapshot[] last = {snapshot(bench)};
    for (Step step : history.steps()) {
      if (step.kind() == Step.Kind.CLOCK) {
        telling.move(step);
        last[0] = snapshot(bench);
      } else {
        telling.post(step, (paper, answer) -> {
          List<InventoryEvent> events = List.copyOf(bench.kernel.events);
          Snapshot before = last[0];
          last[0] = snapshot(bench);
          folded.addAfter(before.records().size(), last[0].records());
          law.accept(new Moment(new Moment.Done(paper, answer, events), before, last[0], folded));
        });
      }
    }
    return bench;
  }

  static Snapshot snapshot(Bench bench) {
    return Snapshot.of(bench.kernel.inventory, bench.kernel.skus(), bench.model.orders());
  }
}
