package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerReadingTest {

  private final Inventory inventory = Inventory.inMemory().build();

  private void receive(int from, int to) {
    for (int number = from; number <= to; number++) {
      inventory.post(
          ReceiveStock.of("R-" + number, Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1023, 1024, 2499, 2500, 9999})
  void forEachAfter_anyPosition_handsOnTheRestInOrder(long position) {
    receive(1, 2500);
    List<Long> read = new ArrayList<>();

    inventory.ledger().forEachAfter(position, each -> read.add(each.position()));

    assertThat(read)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(position + 1, 2500).boxed().toList());
  }

  @Test
  void forEachAfter_recordedMeanwhile_isHandedOnToo() {
    receive(1, 3);
    List<LedgerRecord> read = new ArrayList<>();

    inventory.ledger().forEachAfter(0, each -> {
      read.add(each);
      if (each.position() == 2) {
        receive(4, 5);
      }
    });

    assertThat(read).isEqualTo(inventory.ledger().after(0, 10)).hasSize(5);
  }

  @Test
  void forEachAfter_readerThatThrows_endsThere() {
    receive(1, 3);
    Ledger ledger = inventory.ledger();
    List<Long> read = new ArrayList<>();

    assertThatIllegalStateException()
        .isThrownBy(() -> ledger.forEachAfter(0, each -> {
          if (each.position() == 2) {
            throw new IllegalStateException("full");
          }
          read.add(each.position());
        }));

    assertThat(read).containsExactly(1L);
  }
}
