package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry.Changed;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ChangeLine}: added units are taken in as new ones, the others are given up. */
final class ChangeDecision extends Decision {

  private final ChangeLine document;

  ChangeDecision(ChangeLine document) {
    this.document = document;
  }

  @Override
  List<OrderId> orders() {
    return List.of(document.line().order());
  }

  @Override
  List<Sku> items(StockStore store) {
    OrderState order = References.order(store, document.line().order());
    return order.skus();
  }

  @Override
  void decide(Draft draft) {
    OrderState order = References.order(draft.store(), document.line().order());
    LineState line = order.line(document.line().line());
    References.openOrder(draft.store(), order.id());
    requireLots(draft, line);
    long from = line.ordered();
    long to = document.quantity().units();
    if (to < line.closed()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of line %s must be at least the %d shipped, cancelled or refused: %d"
              .formatted(line.id(), line.closed(), to),
          Facts.of("line", line.id()).and("asked", to).and("allowed", line.closed()));
    }
    if (to < from) {
      KitLine.of(line).lower(draft, from - to);
    } else if (to > from) {
      raise(draft, line, from);
    }
  }

  private void requireLots(Draft draft, LineState line) {
    Quantity lot = draft.rules().termsOf(line.sku()).lot();
    if (document.quantity().units() % lot.units() != 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of line %s must be whole lots of %s: %s"
              .formatted(line.id(), lot, document.quantity()),
          Facts.of("line", line.id()).and("asked", document.quantity()).and("allowed", lot));
    }
  }

  private void raise(Draft draft, LineState line, long from) {
    Quantity before = Quantity.of(from);
    Quantity after = document.quantity();
    KitLine kit = KitLine.of(line);
    List<Long> partsBefore = kit.unitsFor(before.units());
    List<Long> partsAdded = kit.unitsFor(after.minus(before).units());
    Intake intake = new Intake(draft, document.line().order(), line.order().terms());
    intake.open(line.item());
    kit.parts().forEach(part -> intake.open(part.item()));
    join(intake, line, before, after.minus(before));
    for (int i = 0; i < partsBefore.size(); i++) {
      Quantity partBefore = Quantity.of(partsBefore.get(i));
      join(intake, kit.parts().get(i), partBefore, Quantity.of(partsAdded.get(i)));
    }
    intake.decide();
  }

  private static void join(Intake intake, LineState line, Quantity before, Quantity added) {
    Quantity after = before.plus(added);
    intake.join(line, added, claim -> new Changed(claim, before, after, Quantity.ZERO));
  }
}
