package io.backorder.supply;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.UNKNOWN_SUPPLY;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.statistics.Normal;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
  private static final SupplyId ID = SupplyId.of("PO-1");
  private static final Supply TEN = supply(10).orderedAt(MONDAY).from(SupplierId.of("ACME"));

  private static Supply supply(long units) {
    return Supply.of(
        ID, StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(units)), FRIDAY);
  }

  private static Receipt receipt(long units, int day) {
    return Receipt.of(ID, Quantity.of(units), MONDAY.plus(Duration.ofDays(day)));
  }

  @Test
  void plus_inParts_isFinishedWithTheLastOrderedUnit() {
    Delivery part = Delivery.of(TEN).plus(receipt(6, 2));
    Delivery whole = part.plus(receipt(4, 5));

    assertThat(part.outstanding()).isEqualTo(Quantity.of(4));
    assertThat(part.finishedAt()).isEmpty();
    assertThat(part.isOnTime()).isFalse();
    assertThat(whole.isComplete()).isTrue();
    assertThat(whole.leadTime()).contains(Duration.ofDays(5));
    assertThat(whole.lateness()).contains(Duration.ofDays(1));
    assertThat(whole.isOnTime()).isFalse();
  }

  @Test
  void isOnTime_bothSidesOfTheDueMoment_areToldApart() {
    Delivery onTime = Delivery.of(TEN).plus(receipt(10, 4));
    Delivery late = Delivery.of(TEN).plus(Receipt.of(ID, Quantity.of(10), FRIDAY.plusNanos(1)));

    assertThat(onTime.isOnTime()).isTrue();
    assertThat(late.isOnTime()).isFalse();
  }

  @Test
  void plus_beyondTheOrder_isExcessAndMakesNothingLater() {
    Delivery over = Delivery.of(TEN).plus(receipt(10, 4)).plus(receipt(3, 30));

    assertThat(over.excess()).isEqualTo(Quantity.of(3));
    assertThat(over.received()).isEqualTo(Quantity.of(13));
    assertThat(over.isOnTime()).isTrue();
    assertThat(over.outstanding()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void plus_receiptsOutOfOrder_isAsLateAsTheLatest() {
    Delivery delivery = Delivery.of(TEN).plus(receipt(5, 6)).plus(receipt(5, 3));

    assertThat(delivery.lateness()).contains(Duration.ofDays(2));
  }

  @Test
  void closed_short_hasUnitsMissingAndNoneOutstanding() {
    Delivery delivery = Delivery.of(TEN).plus(receipt(7, 3)).closed();

    assertThat(delivery.isFinished()).isTrue();
    assertThat(delivery.isComplete()).isFalse();
    assertThat(delivery.missing()).isEqualTo(Quantity.of(3));
    assertThat(delivery.outstanding()).isEqualTo(Quantity.ZERO);
    assertThat(delivery.lateness()).contains(Duration.ofDays(-1));
  }

  @Test
  void closed_beforeAnythingCame_isNeitherInTimeNorLateByAnyDays() {
    Delivery delivery = Delivery.of(TEN).closed();

    assertThat(delivery.isOnTime()).isFalse();
    assertThat(delivery.lateness()).isEmpty();
    assertThat(delivery.missing()).isEqualTo(Quantity.of(10));
  }

  @Test
  void leadTime_unknownOrderOrReceiptBeforeIt_isEmpty() {
    assertThat(Delivery.of(supply(1)).plus(receipt(1, 2)).leadTime()).isEmpty();
    assertThat(Delivery.of(TEN).plus(receipt(10, 0)).leadTime()).contains(Duration.ZERO);
    assertThat(Delivery.of(TEN).plus(receipt(10, -1)).leadTime()).isEmpty();
  }

  @Test
  void plus_receiptOfAnotherSupply_isRefused() {
    Delivery delivery = Delivery.of(TEN);
    Receipt other = Receipt.of(SupplyId.of("PO-2"), Quantity.of(1), MONDAY);

    assertRefused(
        () -> delivery.plus(other), UNKNOWN_SUPPLY, "receipt must be of supply PO-1: PO-2");
  }

  @Test
  void of_noUnits_isRefused() {
    assertRefused(() -> supply(0), INVALID_QUANTITY, "units of supply PO-1 must be positive: 0");
    assertRefused(
        () -> receipt(0, 1), INVALID_QUANTITY, "units received of supply PO-1 must be positive: 0");
  }

  @Test
  void orderedAt_afterItIsDue_isRefused() {
    assertThat(supply(1).orderedAt(FRIDAY).orderedAt()).contains(FRIDAY);
    assertRefused(
        () -> supply(1).orderedAt(FRIDAY.plusSeconds(1)),
        INVALID_NUMBER,
        "supply PO-1 must be due no earlier than ordered at 2026-03-06T09:00:01Z:"
            + " 2026-03-06T09:00:00Z");
  }

  @Test
  void supply_parts_areKeptAndCompared() {
    assertThat(TEN.supplier()).contains(SupplierId.of("ACME"));
    assertThat(TEN.sku()).isEqualTo(Sku.of("LAMP"));
    assertThat(TEN).isEqualTo(supply(10).from(SupplierId.of("ACME")).orderedAt(MONDAY));
    assertThat(TEN).isNotEqualTo(supply(10)).hasToString("Supply PO-1 10 LAMP@MAIN due " + FRIDAY);
    assertThat(Delivery.of(TEN)).isEqualTo(Delivery.of(TEN)).isNotEqualTo(Delivery.of(supply(10)));
  }

  @Test
  void leadTimeModel_ofEachKind_answersInDays() {
    LeadTimeModel fixed = LeadTimeModel.fixed(Duration.ofHours(36));
    LeadTimeModel range = LeadTimeModel.between(Duration.ofDays(2), Duration.ofDays(6));
    LeadTimeModel past =
        LeadTimeModel.observed(List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(4)));

    assertThat(fixed.inPeriods(1)).isEqualTo(new LeadTimeModel.Moments(1.5, 0));
    assertThat(fixed.arrival(MONDAY, 0.99)).isEqualTo(MONDAY.plus(Duration.ofHours(36)));
    assertThat(range.arrival(MONDAY, 0.75)).isEqualTo(MONDAY.plus(Duration.ofDays(5)));
    assertThat(range.inPeriods(2).mean()).isCloseTo(2, within(1e-12));
    assertThat(range.inPeriods(2).standardDeviation()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    assertThat(range.probabilityWithin(Duration.ofDays(3))).isCloseTo(0.25, within(1e-12));
    assertThat(past.probabilityWithin(Duration.ofDays(4))).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void leadTimeModel_timesOutOfRange_areRefused() {
    assertRefused(
        () -> LeadTimeModel.fixed(Duration.ofDays(-1)),
        INVALID_NUMBER,
        "lead time must be in [0, 36525] days: -1.0");
    assertRefused(
        () -> LeadTimeModel.fixed(Duration.ofSeconds(Long.MAX_VALUE)),
        INVALID_NUMBER,
        "lead time must be in [0, 36525] days: " + Long.MAX_VALUE / 86_400.0);
    assertRefused(
        () -> LeadTimeModel.observed(List.of()),
        INVALID_NUMBER,
        "size of the sample must be at least 1: 0");
    assertRefused(
        () -> new LeadTimeModel(Normal.of(5, 1)),
        INVALID_NUMBER,
        "least lead time must be zero or positive, and finite: -Infinity");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void arrival_probabilityOutOfRange_isRefused(double probability) {
    assertRefused(
        () -> LeadTimeModel.fixed(Duration.ofDays(1)).arrival(MONDAY, probability),
        INVALID_NUMBER,
        "probability must be in (0, 1): " + probability);
  }

  @Test
  void deliveryScore_ofAllOrders_isAHundred() {
    for (int orders = 1; orders <= 1000; orders++) {
      assertThat(DeliveryScore.ofCounts(orders, orders, 0, orders, orders).onTime())
          .isEqualTo(100);
    }
  }

  @Test
  void deliveryScore_ratesOutOfRange_areRefused() {
    assertThat(DeliveryScore.ofCounts(10, 9, 8, 10, 7).weighted(1, 1, 1, 1)).isEqualTo(85);
    assertRefused(
        () -> DeliveryScore.ofCounts(10, 9, 8, 11, 7),
        INVALID_NUMBER,
        "quality must be in [0, 100]: 110.0");
    assertRefused(
        () -> DeliveryScore.ofCounts(10, 9, 8, 7), INVALID_NUMBER, "number of rates must be 4: 3");
  }

  @Test
  void latenessDays_deliveriesThatBroughtAnything_areListedInTheirOrder() {
    SupplierScorecard card = SupplierScorecard.empty()
        .plus(Delivery.of(TEN).plus(receipt(10, 6)))
        .plus(Delivery.of(TEN).closed())
        .plus(Delivery.of(TEN).plus(receipt(10, 3)));
    double[] days = card.latenessDays();

    assertThat(days).containsExactly(2, -1);
    days[0] = 9;
    assertThat(card.latenessDays()).containsExactly(2, -1);
    assertThat(SupplierScorecard.empty().latenessDays()).isEmpty();
  }
}
