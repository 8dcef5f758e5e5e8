package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.ledger.LedgerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** S1: whatever keeps the inventory, a history ends in the same answers, events, figures and records. */
public final class Agreement {

  private Agreement() {}

  /** Tells a history to an inventory in memory and to one in another store, and compares. */
  static void require(History history, Inventory.Builder store) {
    List<Seen> expected = tell(history, Inventory.inMemory());
    List<Seen> found = tell(history, store);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).as("document " + i + " of " + history).isEqualTo(expected.get(i));
    }
    assertThat(found).hasSameSizeAs(expected);
  }

  private static List<Seen> tell(History history, Inventory.Builder store) {
    List<Seen> seen = new ArrayList<>();
    Walk.each(history, store, moment -> seen.add(Seen.of(moment)));
    return seen;
  }

  private record Seen(
      Moment.Done done, Map<?, ?> items, Object queuesAndOrders, List<String> records) {

    static Seen of(Moment moment) {
      Snapshot now = moment.now();
      List<String> records = now.records().stream().map(Seen::text).toList();
      return new Seen(moment.done(), now.items(), List.of(now.queues(), now.its()), records);
    }

    private static String text(LedgerRecord record) {
      return "%s #%d %s"
          .formatted(record, record.sequence(), record.cause().document().content());
    }
  }
}
