package io.backorder.supply;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SupplyStatusTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private static Supply supply(long units) {
    StockUnits what = StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(units));
    return Supply.of(SupplyId.of("PO-1"), what, DAY).from(SupplierId.of("ACME"));
  }

  private static SupplyStatus came(long announced, long received) {
    return SupplyStatus.announced(supply(announced), 1).withReceived(Quantity.of(received));
  }

  @Test
  void of_aDay_isDueWithItsLastMicrosecond() {
    assertThat(supply(1).due()).isEqualTo(Instant.parse("2026-03-10T23:59:59.999999Z"));
    assertThat(supply(1).dueDay()).isEqualTo(DAY);
  }

  @Test
  void expected_isWhatIsAnnouncedLessWhatCameAndNothingBelowZero() {
    assertThat(came(5, 0).expected()).isEqualTo(Quantity.of(5));
    assertThat(came(5, 3).expected()).isEqualTo(Quantity.of(2));
    assertThat(came(5, 3).excess()).isEqualTo(Quantity.ZERO);
    assertThat(came(5, 5).isExpected()).isFalse();
    assertThat(came(5, 8).expected()).isEqualTo(Quantity.ZERO);
    assertThat(came(5, 8).excess()).isEqualTo(Quantity.of(3));
    SupplyStatus closed = came(5, 3).withProgress(SupplyStatus.Progress.CLOSED);
    assertThat(closed.expected()).isEqualTo(Quantity.ZERO);
    assertThat(closed.isClosed()).isTrue();
    assertThat(closed.withProgress(SupplyStatus.Progress.OPEN)).isEqualTo(came(5, 3));
  }

  @Test
  void rescheduled_keepsWhoSendsItAndWhatCame() {
    Supply.Schedule later = new Supply.Schedule(Quantity.of(9), NOON);
    SupplyStatus status = came(5, 3).rescheduled(later);

    assertThat(status.supply().schedule()).isEqualTo(later);
    assertThat(status.supply().supplier()).contains(SupplierId.of("ACME"));
    assertThat(status.expected()).isEqualTo(Quantity.of(6));
    assertThat(status.rescheduled(supply(5).schedule())).isEqualTo(came(5, 3));
    assertThat(status)
        .hasToString(
            "Supply PO-1 9 LAMP@MAIN due 2026-03-10T12:00:00Z," + " 3 received, 6 expected");
  }

  @Test
  void rescheduled_beforeItWasOrdered_isRefused() {
    Supply ordered = supply(5).orderedAt(NOON);
    Supply.Schedule before = new Supply.Schedule(Quantity.of(5), NOON.minusSeconds(1));

    assertRefused(
        () -> ordered.rescheduled(before),
        INVALID_NUMBER,
        "supply PO-1 must be due no earlier than ordered at 2026-03-10T12:00:00Z:"
            + " 2026-03-10T11:59:59Z");
    assertThat(ordered.rescheduled(new Supply.Schedule(Quantity.of(5), NOON)).orderedAt())
        .contains(NOON);
  }

  @Test
  void schedule_ofNothing_isRefused() {
    assertRefused(
        () -> new Supply.Schedule(Quantity.ZERO, NOON),
        INVALID_QUANTITY,
        "units of a supply must be positive: 0");
  }

  @Test
  void cut_keepsWholeMicroseconds() {
    StockUnits what = supply(5).units();
    Supply exact = Supply.of(SupplyId.of("PO-1"), what, NOON.plusNanos(1_999))
        .orderedAt(NOON.plusNanos(999))
        .cut();

    assertThat(exact.due()).isEqualTo(NOON.plusNanos(1_000));
    assertThat(exact.orderedAt()).contains(NOON);
    assertThat(supply(5).cut()).isEqualTo(supply(5));
  }

  @Test
  void inDueOrder_isByMomentAndThenByAnnouncement() {
    SupplyStatus late = SupplyStatus.announced(supply(1), 1);
    SupplyStatus second = new SupplyStatus(
        supply(1).rescheduled(new Supply.Schedule(Quantity.of(7), NOON)),
        3,
        Quantity.ZERO,
        SupplyStatus.Progress.OPEN);
    SupplyStatus first =
        new SupplyStatus(second.supply(), 2, Quantity.ZERO, SupplyStatus.Progress.OPEN);

    assertThat(Stream.of(late, second, first).sorted(SupplyStatus.IN_DUE_ORDER))
        .containsExactly(first, second, late);
  }
}
