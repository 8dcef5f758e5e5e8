package io.backorder.jdbc;

import io.backorder.Inventory;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.Reallocate;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ReviewPromises;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A small shop with a little of everything, and a document of every kind that has work to do there. */
final class Paperwork {

  static final Sku A = Sku.of("A");
  static final Sku B = Sku.of("B");
  static final Sku C = Sku.of("C");
  static final Sku F = Sku.of("F");
  static final LocationId MAIN = LocationId.of("MAIN");
  static final LocationId BACK = LocationId.of("BACK");
  static final Instant MORNING = Instant.parse("2026-03-02T09:00:00.123456Z");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.654321Z");

  private Paperwork() {}

  /** An inventory whose clock stands still, and that writes down what it tells. */
  static Inventory inventory(
      JdbcUnitOfWork store, Instant now, ConcurrentLinkedQueue<InventoryEvent> told) {
    return Inventory.on(store)
        .locations(Location.of("MAIN"), Location.of("BACK"))
        .clock(() -> now)
        .terms(Paperwork::terms)
        .listener(told::add)
        .build();
  }

  private static ItemTerms terms(Sku sku) {
    return sku.equals(A) ? ItemTerms.standard().withSubstitutes(List.of(C)) : ItemTerms.standard();
  }

  static Inventory inventory(JdbcUnitOfWork store, Instant now) {
    return inventory(store, now, new ConcurrentLinkedQueue<>());
  }

  static OrderId order(String number) {
    return OrderId.of(number);
  }

  static OrderLine line(String number, Sku sku, long units) {
    return OrderLine.of(number, sku, Quantity.of(units));
  }

  static Document received(String number, Sku sku, long units) {
    return ReceiveStock.of(number, sku, MAIN, Quantity.of(units));
  }

  static Document announced(String number, Sku sku, long units) {
    return AnnounceSupply.of(
        SupplyId.of(number),
        StockUnits.of(sku, MAIN, Quantity.of(units)),
        NOON.plus(Duration.ofDays(3)));
  }

  static PlaceOrder placed(String number, OrderLine... lines) {
    return PlaceOrder.of(order(number), lines);
  }

  private static Document hold(String number, Duration lasting) {
    return PlaceHold.of(HoldId.of(number), lasting, List.of(line("1", C, 2)));
  }

  /** What happened in the morning. */
  static List<Document> before() {
    return List.of(
        received("R1", A, 10),
        received("R2", B, 5),
        received("R3", C, 9),
        placed("O1", line("1", A, 4), line("2", B, 2)),
        ShipOrder.all("S1", order("O1")),
        placed("O2", line("1", A, 8), line("2", C, 1)),
        placed("O3", line("1", B, 6)).with(OrderTerms.standard().through(ChannelId.of("web"))),
        placed("O4", line("1", A, 3)),
        hold("H1", Duration.ofDays(1)),
        hold("H2", Duration.ofDays(1)),
        hold("H3", Duration.ofMinutes(1)),
        announced("P1", F, 7),
        announced("P2", F, 5),
        AnnounceSupply.of(
            SupplyId.of("P3"),
            StockUnits.of(Sku.of("G"), MAIN, Quantity.of(2)),
            NOON.minusSeconds(1)),
        placed("O5", line("1", Sku.of("G"), 2)));
  }

  /** A plan by which one order gives way to another, made on the morning in another place. */
  private static ReallocationPlan plan() {
    Inventory same = Inventory.inMemory()
        .locations(Location.of("MAIN"), Location.of("BACK"))
        .clock(() -> MORNING)
        .build();
    before().forEach(same::post);
    ReallocationRules rules = ReallocationRules.builder()
        .order(order("O2"), ConfirmationStrategy.LOSE)
        .order(order("O4"), ConfirmationStrategy.WIN)
        .build();
    return same.simulate(List.of(A), rules);
  }

  /** A document of a kind, posted at noon. */
  static Document of(DocumentKind kind) {
    return switch (kind) {
      case PLACE -> placed("O9", line("1", C, 3), line("2", B, 1), line("3", Sku.of("D"), 2));
      case HOLD ->
        PlaceHold.of(
            HoldId.of("H9"), Duration.ofHours(1), List.of(line("1", C, 1), line("2", C, 1)));
      case CONFIRM -> ConfirmHold.of(HoldId.of("H1"), order("O8"));
      case RELEASE -> ReleaseHold.of(HoldId.of("H2"));
      case EXPIRE -> ExpireHolds.due();
      case RECEIVE ->
        ReceiveStock.of(
            "R9",
            List.of(
                StockUnits.of(A, MAIN, Quantity.of(3)),
                StockUnits.of(B, BACK, Quantity.of(9)),
                StockUnits.of(Sku.of("E"), MAIN, Quantity.of(1))));
      case SHIP -> ShipOrder.all("S9", order("O2"));
      case CANCEL -> CancelOrder.all("C9", order("O2"));
      case CHANGE -> ChangeLine.of("E9", new OrderLineId(order("O2"), "1"), Quantity.of(2));
      case RETURN ->
        ReturnGoods.toStock("G9", new OrderLineId(order("O1"), "1"), MAIN, Quantity.of(3));
      case COUNT -> CountStock.of("K9", A, MAIN, Quantity.of(4));
      case ADJUST -> AdjustStock.of("J9", B, MAIN, -1).because("broken");
      case TRANSFER -> TransferStock.of("T9", StockUnits.of(C, MAIN, Quantity.of(2)), BACK);
      case ANNOUNCE -> announced("P9", A, 4);
      case RESCHEDULE ->
        RescheduleSupply.of("D9", SupplyId.of("P1"), NOON.plus(Duration.ofDays(9)))
            .to(Quantity.of(8));
      case CLOSE_SUPPLY -> CloseSupply.of(SupplyId.of("P2"));
      case REALLOCATE -> Reallocate.of("P9", plan());
      case REVIEW -> ReviewPromises.of(Sku.of("G"));
      case SUBSTITUTE ->
        AcceptSubstitute.of(order("N9"), new OrderLineId(order("O4"), "1"), Quantity.of(2), C);
    };
  }
}
