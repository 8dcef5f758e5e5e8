package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link CancelOrder}. */
final class CancelDecision extends Decision {

  private final CancelOrder document;
  private final CancelOrder.Scope scope;

  CancelDecision(CancelOrder document) {
    this.document = document;
    this.scope = document.scope();
  }

  @Override
  List<OrderId> orders() {
    return List.of(scope.order());
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.order(store, scope.order()).skus();
  }

  @Override
  void decide(Draft draft) {
    OrderState order = References.order(draft.store(), scope.order());
    if (scope instanceof CancelOrder.WholeOrder) {
      References.openOrder(draft.store(), order.id());
      cancelAll(draft, order);
    } else if (scope instanceof CancelOrder.WholeLine whole) {
      LineState line = OpenUnits.line(draft, order, whole.line().line());
      cancel(draft, line, OpenUnits.all(line));
    } else if (scope instanceof CancelOrder.Units units) {
      LineState line = OpenUnits.line(draft, order, units.line().line());
      cancel(draft, line, OpenUnits.some(draft, line, units.quantity()));
    }
  }

  private void cancelAll(Draft draft, OrderState order) {
    for (LineState line : order.lines()) {
      if (!line.isPart() && line.open() > 0) {
        requireInTime(draft, line);
      }
    }
    for (LineState line : order.lines()) {
      GivingUp.of(draft, line, line.open()).cancel();
    }
  }

  private void cancel(Draft draft, LineState line, long units) {
    requireInTime(draft, line);
    KitLine.of(line).cancel(draft, units);
  }

  private void requireInTime(Draft draft, LineState line) {
    if (document.party() == CancelOrder.Party.CUSTOMER) {
      new CancellationWindow(draft, line).require();
    }
  }
}
