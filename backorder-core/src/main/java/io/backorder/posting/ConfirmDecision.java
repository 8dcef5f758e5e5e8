package io.backorder.posting;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.InventoryEvent.HoldConfirmed;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.HoldState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.ArrayList;
import java.util.List;

/** Decides {@link ConfirmHold}: its own units go to the order, and nobody else may have them. */
final class ConfirmDecision extends Decision {

  private final ConfirmHold document;

  ConfirmDecision(ConfirmHold document) {
    this.document = document;
  }

  @Override
  List<HoldId> holds() {
    return List.of(document.hold());
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.hold(store, document.hold()).skus();
  }

  @Override
  void decide(Draft draft) {
    HoldState hold = References.openHold(draft, document.hold());
    List<OrderLine> lines = hold.cart().stream().map(CartLine::line).toList();
    OrderState order = open(draft.store(), lines);
    draft.store().close(hold, HoldState.End.CONFIRMED);
    draft.headline(new HoldConfirmed(document.hold(), document.order()));
    Intake intake = new Intake(draft, document.order(), document.terms());
    hold.skus().forEach(sku -> intake.open(draft.item(sku)));
    Joining joining = Joining.of(draft, intake, hold.cart());
    List<LineState> states = order.lines();
    for (int i = 0; i < lines.size(); i++) {
      joining.take(i, states.get(i), document.terms());
    }
    intake.decide();
    // a hold that lost units of one part leaves those of the others that no whole kit needs
    states.stream()
        .filter(LineState::isPart)
        .map(LineState::sku)
        .distinct()
        .forEach(draft::serveQueue);
  }

  private OrderState open(StockStore store, List<OrderLine> lines) {
    return store
        .open(document.order(), document.terms(), lines)
        .orElseThrow(() -> Conflicts.placedBefore(document.order(), document));
  }

  /** The cart's lines on their way into the order. */
  private record Joining(Draft draft, Intake intake, List<CartLine> cart, List<Long> keeps) {

    static Joining of(Draft draft, Intake intake, List<CartLine> cart) {
      List<Long> keeps = new ArrayList<>(cart.size());
      cart.forEach(each -> keeps.add(keeps(draft, cart, each.line())));
      return new Joining(draft, intake, cart, keeps);
    }

    void take(int index, LineState line, OrderTerms terms) {
      List<StockUnits> own = new ArrayList<>(1);
      long most = keeps.get(index);
      for (ItemState.HeldUnits held : line.item().heldFor(cart.get(index))) {
        own.add(StockUnits.of(line.sku(), held.location(), Quantity.of(held.units())));
      }
      own.forEach(
          units -> draft.post(new Unheld(cart.get(index), units.location(), units.quantity())));
      OrderLine ordered = cart.get(index).line();
      intake.join(line, ordered.quantity(), claim -> new Ordered(claim, ordered, terms));
      for (StockUnits units : own) {
        long kept = Math.min(most, units.quantity().units());
        most -= kept;
        if (kept > 0) {
          Quantity quantity = Quantity.of(kept);
          intake.reserve(line, StockUnits.of(line.sku(), units.location(), quantity));
        }
      }
    }

    /** What a line keeps of its held units: for a part of a kit, what whole kits need. */
    private static long keeps(Draft draft, List<CartLine> cart, OrderLine line) {
      if (!line.isPart()) {
        return Long.MAX_VALUE;
      }
      String kit = line.hostNumber();
      long ordered = cart.stream()
          .filter(each -> each.line().number().equals(kit))
          .mapToLong(each -> each.line().quantity().units())
          .sum();
      long kits = cart.stream()
          .filter(each -> each.line().isPart() && each.line().hostNumber().equals(kit))
          .mapToLong(each -> heldOf(draft, each) / (each.line().quantity().units() / ordered))
          .min()
          .orElse(0);
      return kits * (line.quantity().units() / ordered);
    }

    private static long heldOf(Draft draft, CartLine each) {
      return draft.item(each.line().sku()).heldFor(each).stream()
          .mapToLong(ItemState.HeldUnits::units)
          .sum();
    }
  }
}
