package io.backorder.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.ledger.LedgerRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.vm.VM;

final class HeapTest {

  @Test
  void reachable_sharedObject_isCountedOnce() {
    Object shared = new long[100];
    Object[] twice = {shared, shared};

    assertThat(Heap.reachable(twice))
        .isEqualTo(VM.current().sizeOf(twice) + VM.current().sizeOf(shared));
  }

  @Test
  void reachableWithoutLedger_record_isLeftOutWithWhatItAloneReaches() {
    LibraryShop shop = LibraryShop.withIdleListeners(0);
    shop.place("A", "SKU-0", 5);
    List<LedgerRecord> records = shop.inventory().ledger().after(0, 10);
    Object[] root = {records.get(0), new int[0]};

    assertThat(records).isNotEmpty();
    assertThat(Heap.reachableWithoutLedger(root))
        .isEqualTo(VM.current().sizeOf(root) + VM.current().sizeOf(root[1]));
  }
}
