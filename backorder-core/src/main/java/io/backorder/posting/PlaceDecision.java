package io.backorder.posting;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link PlaceOrder}. */
final class PlaceDecision extends Decision {

  private final PlaceOrder document;

  PlaceDecision(PlaceOrder document) {
    this.document = document;
  }

  @Override
  List<Sku> items(StockStore store) {
    return skus(document.lines());
  }

  static List<Sku> skus(List<OrderLine> lines) {
    return lines.size() == 1
        ? List.of(lines.get(0).sku())
        : lines.stream().map(OrderLine::sku).distinct().toList();
  }

  @Override
  boolean namesKits() {
    return true;
  }

  @Override
  void decide(Draft draft) {
    int most = draft.rules().limits().linesPerDocument();
    Limits.require("lines of an order", document.lines().size(), most);
    List<OrderLine> lines = BillOfMaterials.linesWithParts(document.lines(), draft.rules());
    OrderState order = draft
        .store()
        .open(document.order(), document.terms(), lines)
        .orElseThrow(() -> conflict(draft.store()));
    takeIn(draft, order, lines);
  }

  /** Lets the lines of an order that was just opened join, each by its own entry. */
  static void takeIn(Draft draft, OrderState order, List<OrderLine> lines) {
    OrderTerms terms = order.terms();
    Intake intake = new Intake(draft, order.id(), terms);
    List<LineState> states = order.lines();
    for (LineState state : states) {
      intake.open(state.item());
    }
    for (int i = 0; i < states.size(); i++) {
      OrderLine line = lines.get(i);
      intake.join(states.get(i), line.quantity(), claim -> new Ordered(claim, line, terms));
    }
    intake.decide();
  }

  /** Another thread placed an order of that number with other items a moment ago. */
  private DocumentConflictException conflict(StockStore store) {
    return Conflicts.between(document, store.remember(document).orElseThrow().document());
  }
}
