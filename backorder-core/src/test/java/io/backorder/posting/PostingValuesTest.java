package io.backorder.posting;

import static io.backorder.refusal.ErrorCode.CLOCK_SKEW;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostingValuesTest {

  private static final OrderLineId LINE = OrderLineId.of("O", "1");

  @Test
  void limits_ofOne_areKept() {
    Limits ones = Limits.STANDARD
        .withLinesPerDocument(1)
        .withOpenClaimsPerItem(1)
        .withDocuments(1)
        .withListenerDocuments(1);

    assertThat(ones).isEqualTo(new Limits(1, 1, 1, 1));
    assertThat(Limits.STANDARD).isEqualTo(new Limits(10_000, 5_000_000, 1_000_000_000, 1_000_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void limits_belowOne_areRefused(int limit) {
    String message = "limits must be at least 1: " + limit;
    Limits limits = Limits.STANDARD;
    assertRefused(() -> limits.withLinesPerDocument(limit), INVALID_QUANTITY, message);
    assertRefused(() -> limits.withOpenClaimsPerItem(limit), INVALID_QUANTITY, message);
    assertRefused(() -> limits.withDocuments(limit), INVALID_QUANTITY, message);
    assertRefused(() -> limits.withListenerDocuments(limit), INVALID_QUANTITY, message);
  }

  private static Map<String, String> ship(ShipOrder.Line... lines) {
    return ShipOrder.of("S", OrderId.of("O"), List.of(lines)).content();
  }

  private static ShipOrder.Line one(String line) {
    return ShipOrder.Line.of(line, Quantity.of(1));
  }

  /** J4: documents that differ never have the same content, however much their parts read alike. */
  @Test
  void content_ofDocumentsThatReadAlike_differs() {
    OrderLineId joined = OrderLineId.of("A/B", "C");
    OrderLineId split = OrderLineId.of("A", "B/C");
    Quantity one = Quantity.of(1);
    LocationId main = LocationId.of("MAIN");

    assertThat(ChangeLine.of("N", joined, one).content())
        .isNotEqualTo(ChangeLine.of("N", split, one).content());
    assertThat(ReturnGoods.toStock("N", joined, main, one).content())
        .isNotEqualTo(ReturnGoods.toStock("N", split, main, one).content());
    assertThat(CancelOrder.line("N", joined).content())
        .isNotEqualTo(CancelOrder.line("N", split).content())
        .isNotEqualTo(CancelOrder.units("N", joined, one).content())
        .isNotEqualTo(CancelOrder.all("N", joined.order()).content());
    assertThat(ship(one("1"), one("2")))
        .isNotEqualTo(ship(one("1, 1 of line 2")))
        .isNotEqualTo(ship(one("1"), one("2").from(main)))
        .isNotEqualTo(ShipOrder.all("S", OrderId.of("O")).content());
    assertThat(ship(one("1 @MAIN"))).isNotEqualTo(ship(one("1").from(main)));
  }

  @Test
  void outcome_line_isFoundByItsNumberOrNotAtAll() {
    LineOutcome line = new LineOutcome(LINE, Quantity.of(3), Quantity.of(2), Quantity.ZERO);
    List<LineOutcome> given = new ArrayList<>(List.of(line));
    Outcome outcome =
        new Outcome(given, List.of(new Fill(LINE, LocationId.of("MAIN"), Quantity.of(1))));

    given.clear();

    assertThat(outcome.line("1")).contains(line);
    assertThat(outcome.line("2")).isEmpty();
    assertThat(outcome.fills()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "2026-03-02T12:00:00.123456789Z, 2026-03-02T12:00:00.123456Z",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
    "9899-12-31T23:59:59.999999999Z, 9899-12-31T23:59:59.999999Z"
  })
  void now_inTheYearsOneTo9899_isCutToMicroseconds(Instant told, Instant expected) {
    assertThat(new LedgerClock(() -> told).now()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-12-31T23:59:59.999999999Z",
        "9900-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void now_outsideTheYearsOneTo9899_isRefused(String told) {
    Instant instant = Instant.parse(told);
    assertRefused(
        () -> new LedgerClock(() -> instant).now(),
        CLOCK_SKEW,
        "clock must be from 0001-01-01T00:00:00Z to 9900-01-01T00:00:00Z: " + told);
  }

  @Test
  void now_clockRunsBack_staysWhereItWas() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    AtomicReference<Instant> told = new AtomicReference<>(noon);
    LedgerClock clock = new LedgerClock(told::get);

    assertThat(clock.now()).isEqualTo(noon);
    told.set(noon.minusSeconds(60));
    assertThat(clock.now()).isEqualTo(noon);
    told.set(noon.plusNanos(1_000));
    assertThat(clock.now()).isEqualTo(noon.plusNanos(1_000));
    clock.resumeFrom(noon.plusSeconds(60));
    assertThat(clock.now()).isEqualTo(noon.plusSeconds(60));
  }
}
