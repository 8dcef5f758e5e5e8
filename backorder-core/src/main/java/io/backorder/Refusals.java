package io.backorder;

import io.backorder.buying.RefusedDemand;
import io.backorder.buying.RefusedDemand.Refusal;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.Answer;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.Document;
import io.backorder.posting.LedgerClock;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReadingDesk;
import io.backorder.refusal.InventoryException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the host what customers asked for in documents that were refused. */
record Refusals(
    @Nullable Consumer<? super RefusedDemand> keeper, LedgerClock clock, ReadingDesk reading) {

  Outcome hearing(Document document, Supplier<Outcome> posting) {
    try {
      return posting.get();
    } catch (InventoryException refusal) {
      tell(document, refusal);
      throw refusal;
    }
  }

  List<Answer> hearing(List<Answer> answers) {
    for (Answer answer : answers) {
      answer.refusal().ifPresent(refusal -> tell(answer.document(), refusal));
    }
    return answers;
  }

  private void tell(Document document, InventoryException exception) {
    if (keeper == null) {
      return; // the host does not ask
    }
    try {
      demand(document, Refusal.of(exception, clock.now()))
          .forEach(each -> tell(keeper, each, exception));
    } catch (RuntimeException e) {
      exception.addSuppressed(e);
    }
  }

  /** A keeper that fails on one item hears of the others nevertheless. */
  private static void tell(
      Consumer<? super RefusedDemand> keeper, RefusedDemand demand, InventoryException exception) {
    try {
      keeper.accept(demand);
    } catch (RuntimeException e) {
      exception.addSuppressed(e);
    }
  }

  private List<RefusedDemand> demand(Document document, Refusal refusal) {
    if (document instanceof PlaceOrder order) {
      return demand(order.order(), order.lines(), refusal);
    }
    return document instanceof ChangeLine change && refusal.isForWantOfGoods()
        ? demand(change.line().order(), raised(change), refusal)
        : List.of();
  }

  private List<RefusedDemand> demand(OrderId order, List<OrderLine> lines, Refusal refusal) {
    return RefusedDemand.of(order, lines, refusal, reading::parts);
  }

  /** The lines that the order would have had. */
  private List<OrderLine> raised(ChangeLine change) {
    return reading.order(change.line().order()).stream()
        .flatMap(order -> order.lines().stream())
        .map(line -> OrderLine.of(
            line.id().line(),
            line.sku(),
            line.id().equals(change.line()) ? change.quantity() : line.ordered()))
        .toList();
  }
}
