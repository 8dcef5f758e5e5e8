package io.backorder.buying;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.assortment.ItemAtRisk;
import io.backorder.assortment.ShortageRecord;
import io.backorder.assortment.StockCover;
import io.backorder.assortment.StockPlan;
import io.backorder.assortment.StockoutOutlook;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which items need a buyer's eye, read off a ledger. */
final class AssortmentReviewTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku CANDLE = Sku.of("CANDLE");
  private static final List<Sku> ITEMS = List.of(LAMP, TORCH, CANDLE);
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final PeriodCalendar DAYS = PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC);

  private Instant now = MONDAY.plus(9, ChronoUnit.HOURS);
  private final Inventory inventory = Inventory.inMemory().clock(() -> now).build();

  private void receive(String number, Sku sku, long units) {
    inventory.post(ReceiveStock.of(number, sku, MAIN, Quantity.of(units)));
  }

  private void announce(String number, long units, Instant due) {
    inventory.post(
        AnnounceSupply.of(SupplyId.of(number), StockUnits.of(LAMP, MAIN, Quantity.of(units)), due));
  }

  /** Each morning three lamps come and five are sold; a torch is sold on the first day, no candle ever. */
  private void fourDays() {
    receive("TORCHES", TORCH, 30);
    receive("CANDLES", CANDLE, 7);
    order("T", TORCH, 1);
    for (int day = 1; day <= 4; day++) {
      receive("R-" + day, LAMP, 3);
      order("L-" + day, LAMP, 5);
      now = now.plus(1, ChronoUnit.DAYS);
    }
  }

  private void order(String order, Sku sku, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units))));
  }

  private DemandRecords demand(Sku sku) {
    return DemandRecords.of(sku, inventory.ledger().of(sku));
  }

  private static <T> Map<Sku, T> each(Function<Sku, T> answer) {
    return ITEMS.stream().collect(Collectors.toMap(Function.identity(), answer));
  }

  @Test
  void shortages_ofAllItems_flagTheOneThatIsShortAgainAndAgain() {
    fourDays();

    assertThat(
            ShortageRecord.recurring(each(sku -> demand(sku).shortages(DAYS, MONDAY, now)), 3, 4))
        .containsExactly(LAMP);
    assertThat(ShortageRecord.recurring(each(sku -> demand(sku).shortagesByReceipt()), 3, 3))
        .containsExactly(LAMP);
  }

  @Test
  void history_ofAllItems_findsTheSlowMovers() {
    fourDays();

    assertThat(StockCover.slowMovers(
            each(sku -> StockCover.of(
                inventory.item(sku).onHand(), demand(sku).history(DAYS, MONDAY, now), 4)),
            30))
        .containsExactly(CANDLE, TORCH);
  }

  @Test
  void stockPlan_asTheInventoryHasIt_isFreeUnitsAndWhatIsDueByPeriod() {
    fourDays();
    announce("PO-1", 4, now.plus(1, ChronoUnit.HOURS));
    announce("PO-2", 6, now.plus(2, ChronoUnit.DAYS));
    announce("PO-3", 50, now.minus(1, ChronoUnit.HOURS));
    announce("PO-4", 70, now.plus(1, ChronoUnit.DAYS));
    inventory.post(CloseSupply.of(SupplyId.of("PO-4")));

    StockPlan plan = StockPlan.of(inventory.item(LAMP), inventory.supplies(LAMP), DAYS, now);

    // 12 came, 20 were ordered
    assertThat(plan.unitsUntil(1)).isEqualTo(-4);
    assertThat(plan.unitsUntil(2)).isEqualTo(-4);
    assertThat(plan.unitsUntil(3)).isEqualTo(2);
    assertThat(plan.unitsUntil(99)).isEqualTo(2);
  }

  @Test
  void outlooks_ofAllItems_rankThoseAtRisk() {
    fourDays();

    List<ItemAtRisk> ranked = ItemAtRisk.ranked(
        each(sku -> {
          Forecast forecast = Forecaster.movingAverage(4)
              .fit(demand(sku).history(DAYS, MONDAY, now))
              .forecast(3);
          return StockoutOutlook.of(
              forecast, StockPlan.of(inventory.item(sku), inventory.supplies(sku), DAYS, now));
        }),
        3,
        0.01);

    assertThat(ranked).map(ItemAtRisk::sku).containsExactly(LAMP);
    assertThat(ranked.get(0).probability()).isEqualTo(1);
  }
}
