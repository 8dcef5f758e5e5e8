package io.backorder.laws;

import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.model.Paper;
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
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Makes the library's documents of papers; what no document can say is refused here. */
final class Desk {

  private static final LocalDate DAY_0 = LocalDate.parse("2026-03-02");

  private Desk() {}

  static Document document(Paper paper) {
    if (paper instanceof Paper.Place p) {
      return PlaceOrder.of(OrderId.of(p.order()), lines(p.lines())).with(terms(p.terms()));
    } else if (paper instanceof Paper.Hold p) {
      Duration expiresIn = Duration.ofSeconds(p.seconds());
      return PlaceHold.of(HoldId.of(p.hold()), expiresIn, lines(p.lines()));
    } else if (paper instanceof Paper.Confirm p) {
      return ConfirmHold.of(HoldId.of(p.hold()), OrderId.of(p.order())).with(terms(p.terms()));
    } else if (paper instanceof Paper.Release p) {
      return ReleaseHold.of(HoldId.of(p.hold()));
    } else if (paper instanceof Paper.Expire) {
      return ExpireHolds.due();
    }
    return ofOrder(paper);
  }

  private static Document ofOrder(Paper paper) {
    if (paper instanceof Paper.Ship p) {
      List<ShipOrder.Line> picks = p.lines().stream().map(Desk::pick).toList();
      return ShipOrder.of(p.number(), OrderId.of(p.order()), picks);
    } else if (paper instanceof Paper.ShipAll p) {
      return ShipOrder.all(p.number(), OrderId.of(p.order()));
    } else if (paper instanceof Paper.CancelAll p) {
      return CancelOrder.all(p.number(), OrderId.of(p.order()));
    } else if (paper instanceof Paper.CancelLine p) {
      return CancelOrder.line(p.number(), OrderLineId.of(p.order(), p.line()));
    } else if (paper instanceof Paper.CancelUnits p) {
      OrderLineId line = OrderLineId.of(p.order(), p.line());
      return CancelOrder.units(p.number(), line, Quantity.of(p.quantity()));
    } else if (paper instanceof Paper.Change p) {
      OrderLineId line = OrderLineId.of(p.order(), p.line());
      return ChangeLine.of(p.number(), line, Quantity.of(p.quantity()));
    } else if (paper instanceof Paper.Return p) {
      return returned(p);
    }
    return ofStock(paper);
  }

  private static Document returned(Paper.Return p) {
    OrderLineId line = OrderLineId.of(p.order(), p.line());
    LocationId location = LocationId.of(p.units().location());
    Quantity quantity = Quantity.of(p.units().quantity());
    return p.fate() == Paper.Fate.RESTOCKED
        ? ReturnGoods.toStock(p.number(), line, location, quantity)
        : ReturnGoods.writtenOff(p.number(), line, location, quantity);
  }

  private static Document ofStock(Paper paper) {
    if (paper instanceof Paper.Receive p) {
      ReceiveStock receipt = ReceiveStock.of(p.number(), units(p.lines()));
      return p.supply().isEmpty() ? receipt : receipt.against(SupplyId.of(p.supply()));
    } else if (paper instanceof Paper.Announce p) {
      return AnnounceSupply.of(
          Supply.of(SupplyId.of(p.supply()), units(p.units()), DAY_0.plusDays(p.dueInDays())));
    } else if (paper instanceof Paper.Reschedule p) {
      RescheduleSupply document =
          RescheduleSupply.of(p.number(), SupplyId.of(p.supply()), DAY_0.plusDays(p.dueInDays()));
      return p.quantity() == 0 ? document : document.to(Quantity.of(p.quantity()));
    } else if (paper instanceof Paper.CloseSupply p) {
      return CloseSupply.of(SupplyId.of(p.supply()));
    } else if (paper instanceof Paper.Count p) {
      return CountStock.of(p.number(), units(p.lines()));
    } else if (paper instanceof Paper.Adjust p) {
      Sku sku = Sku.of(p.delta().sku());
      LocationId location = LocationId.of(p.delta().location());
      return AdjustStock.of(p.number(), sku, location, p.delta().quantity()).because(p.reason());
    } else if (paper instanceof Paper.Transfer p) {
      return TransferStock.of(p.number(), units(p.units()), LocationId.of(p.to()));
    }
    throw new AssertionError("unknown paper: " + paper);
  }

  private static List<OrderLine> lines(List<Paper.Ask> asks) {
    return asks.stream().map(Desk::line).toList();
  }

  private static OrderLine line(Paper.Ask ask) {
    OrderLine line = OrderLine.of(ask.line(), Sku.of(ask.sku()), Quantity.of(ask.quantity()));
    return ask.dueInDays() == 0 ? line : line.dueBy(DAY_0.plusDays(ask.dueInDays()));
  }

  private static ShipOrder.Line pick(Paper.Pick pick) {
    ShipOrder.Line line = ShipOrder.Line.of(pick.line(), Quantity.of(pick.quantity()));
    return pick.location().isEmpty() ? line : line.from(LocationId.of(pick.location()));
  }

  private static List<StockUnits> units(List<Paper.Units> lines) {
    return lines.stream().map(Desk::units).toList();
  }

  private static StockUnits units(Paper.Units units) {
    return StockUnits.of(
        Sku.of(units.sku()), LocationId.of(units.location()), Quantity.of(units.quantity()));
  }

  private static OrderTerms terms(Paper.Terms terms) {
    OrderTerms its = OrderTerms.standard()
        .withPriority(priority(terms.urgency()))
        .withDelivery(DeliveryRule.valueOf(terms.rules().delivery().name()))
        .onShortage(ShortageRule.valueOf(terms.rules().shortage().name()));
    its = terms.channel().isEmpty() ? its : its.through(ChannelId.of(terms.channel()));
    return terms.customer().isEmpty() ? its : its.by(CustomerId.of(terms.customer()));
  }

  private static Priority priority(int urgency) {
    return switch (urgency) {
      case 0 -> Priority.LOW;
      case 1 -> Priority.NORMAL;
      case 2 -> Priority.HIGH;
      default -> Priority.URGENT;
    };
  }
}
