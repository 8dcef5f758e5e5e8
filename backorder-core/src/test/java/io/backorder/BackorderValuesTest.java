package io.backorder;

import static io.backorder.refusal.ErrorCode.INVALID_IDENTIFIER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.QUANTITY_OVERFLOW;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.backorder.BackorderReport.Item;
import io.backorder.demand.OrderLine;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackorderValuesTest {

  private static final Quantity MOST = Quantity.of(Long.MAX_VALUE);

  private static Item item(String sku, long ordered, long available) {
    return new Item(Sku.of(sku), Shortage.of(ordered, available));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "5, 0, 0, 5",
    "5, 4, 4, 1",
    "5, 5, 5, 0",
    "5, 6, 5, 0",
    "9223372036854775807, 0, 0, 9223372036854775807",
    "0, 9223372036854775807, 0, 0",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, 0"
  })
  void calculate_orderedAndAvailable_addUp(
      long ordered, long available, long fillable, long backordered) {
    Shortage shortage = BackorderCalculator.calculate(Quantity.of(ordered), Quantity.of(available));

    assertThat(shortage)
        .isEqualTo(
            new Shortage(Quantity.of(ordered), Quantity.of(fillable), Quantity.of(backordered)));
  }

  @Test
  void calculate_totalBeyondTheEndOfNumbers_isRefused() {
    List<Quantity> atTheEnd = List.of(Quantity.of(Long.MAX_VALUE - 1), Quantity.of(1));
    List<Quantity> beyond = List.of(MOST, Quantity.of(1));

    assertThat(BackorderCalculator.calculate(atTheEnd, Quantity.ZERO).backordered())
        .isEqualTo(MOST);
    assertRefused(
        () -> BackorderCalculator.calculate(beyond, Quantity.ZERO),
        QUANTITY_OVERFLOW,
        "total of orders must be at most 9223372036854775807: 9223372036854775807 + 1");
    assertRefused(
        () -> BackorderCalculator.report(
            beyond.stream()
                .map(units -> OrderLine.of("1", Sku.of("LAMP"), units))
                .iterator(),
            sku -> Quantity.ZERO),
        QUANTITY_OVERFLOW,
        "total of LAMP must be at most 9223372036854775807: 9223372036854775807 + 1");
  }

  @Test
  void columns_badColumns_areRefused() {
    assertThat(BackorderCalculator.columns(new int[] {0, 0}, new long[] {3, 0}, new long[] {1, 9}))
        .containsExactly(2, 0);
    assertRefused(
        () -> BackorderCalculator.columns(new int[] {0}, new long[] {}, new long[] {1}),
        INVALID_QUANTITY,
        "columns must be equally long: 1, 0");
    assertRefused(
        () -> BackorderCalculator.columns(new int[] {1}, new long[] {1}, new long[] {1}),
        INVALID_QUANTITY,
        "line 0 must name a known item and no negative quantity: 1 of item 1");
    assertRefused(
        () -> BackorderCalculator.columns(new int[] {0}, new long[] {-1}, new long[] {1}),
        INVALID_QUANTITY,
        "line 0 must name a known item and no negative quantity: -1 of item 0");
    assertRefused(
        () -> BackorderCalculator.columns(new int[] {0}, new long[] {1}, new long[] {-1}),
        INVALID_QUANTITY,
        "units must not be negative: -1");
    assertRefused(
        () -> BackorderCalculator.columns(
            new int[] {0, 0}, new long[] {Long.MAX_VALUE, 1}, new long[] {1}),
        QUANTITY_OVERFLOW,
        "total of item 0 must be at most 9223372036854775807: 9223372036854775807 + 1");
  }

  @Test
  void report_itemsGivenIn_areSortedCopies() {
    List<Item> given = new ArrayList<>(List.of(item("B", 5, 4), item("C", 9, 0), item("A", 2, 1)));
    BackorderReport report = new BackorderReport(given);

    given.clear();

    assertThat(report.items()).containsExactly(item("C", 9, 0), item("A", 2, 1), item("B", 5, 4));
    assertThat(report.backordered()).isEqualTo(Quantity.of(11));
    assertThat(report.of(Sku.of("A"))).contains(Shortage.of(2, 1));
    assertThat(report.of(Sku.of("D"))).isEmpty();
  }

  @Test
  void report_totalBeyondTheEndOfNumbers_isRefused() {
    BackorderReport report =
        new BackorderReport(List.of(item("A", Long.MAX_VALUE, 0), item("B", 1, 0)));

    assertRefused(
        report::backordered,
        QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775807 + 1");
  }

  @Test
  void build_locationsNoneOrTwice_isRefused() {
    assertRefused(
        () -> Inventory.inMemory().locations().build(),
        INVALID_IDENTIFIER,
        "locations must be at least one, with distinct names: []");
    assertRefused(
        () -> Inventory.inMemory()
            .locations(Location.of("MAIN"), Location.of("MAIN").inactive())
            .build(),
        INVALID_IDENTIFIER,
        "locations must be at least one, with distinct names: [MAIN, MAIN (inactive)]");
  }

  @Test
  void readers_badNumbers_areRefused() {
    Inventory inventory = Inventory.inMemory().build();

    assertThat(inventory.waiting(Sku.of("LAMP"), 1)).isEmpty();
    assertRefused(
        () -> inventory.waiting(Sku.of("LAMP"), 0),
        INVALID_QUANTITY,
        "limit must be at least 1: 0");
    assertRefused(
        () -> inventory.ledger().after(-1, 1),
        INVALID_QUANTITY,
        "position must not be negative and limit at least 1: -1, 1");
    assertRefused(
        () -> inventory.ledger().after(0, 0),
        INVALID_QUANTITY,
        "position must not be negative and limit at least 1: 0, 0");
  }

  @Test
  @SuppressWarnings("NullAway") // the point of the test
  void async_missingParts_areNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> InventoryListener.async(null, Runnable::run))
        .withMessage("listener");
    assertThatNullPointerException()
        .isThrownBy(() -> InventoryListener.async(InventoryListener.NONE, null))
        .withMessage("executor");
  }
}
