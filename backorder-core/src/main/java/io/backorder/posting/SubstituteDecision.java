package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.ArrayList;
import java.util.List;

/** Decides {@link AcceptSubstitute}: a cancellation, what it leaves to others, and an order behind it. */
final class SubstituteDecision extends Decision {

  private final AcceptSubstitute document;

  SubstituteDecision(AcceptSubstitute document) {
    this.document = document;
  }

  @Override
  List<OrderId> orders() {
    return List.of(document.line().order());
  }

  @Override
  List<Sku> items(StockStore store) {
    List<Sku> items =
        new ArrayList<>(References.order(store, document.line().order()).skus());
    if (!items.contains(document.substitute())) {
      items.add(document.substitute());
    }
    return items;
  }

  @Override
  boolean namesKits() {
    return true;
  }

  @Override
  void decide(Draft draft) {
    OrderState order = References.order(draft.store(), document.line().order());
    LineState line = OpenUnits.line(draft, order, document.line().line());
    long units = OpenUnits.some(draft, line, document.quantity());
    requireSubstitute(line.sku(), draft.rules());
    KitLine.of(line).cancel(draft, units);
    draft.serveRest(); // who waits gets what was given up, before the new order asks
    place(draft, instead(line), terms(order.terms()));
  }

  private void place(Draft draft, OrderLine line, OrderTerms terms) {
    List<OrderLine> lines = BillOfMaterials.linesWithParts(List.of(line), draft.rules());
    OrderState placed = draft
        .store()
        .open(document.order(), terms, lines)
        .orElseThrow(() -> Conflicts.placedBefore(document.order(), document));
    PlaceDecision.takeIn(draft, placed, lines);
  }

  private OrderLine instead(LineState line) {
    OrderLine same = OrderLine.of(line.number(), document.substitute(), document.quantity());
    return line.due().map(same::dueBy).orElse(same);
  }

  /** A part of the substitute that is refused would be lost: the other item is given up for all of it. */
  private static OrderTerms terms(OrderTerms order) {
    return order.shortage() == ShortageRule.ACCEPT_AVAILABLE
        ? order.onShortage(ShortageRule.REFUSE_ORDER)
        : order;
  }

  private void requireSubstitute(Sku sku, Rules rules) {
    ItemTerms its = rules.termsOf(sku);
    if (!its.substitutes().contains(document.substitute())) {
      throw new RefusedDocumentException(
          ErrorCode.NOT_A_SUBSTITUTE,
          "substitute for line %s must be one of %s, those of %s: %s"
              .formatted(document.line(), its.substitutes(), sku, document.substitute()),
          Facts.of("line", document.line())
              .and("sku", sku)
              .and("asked", document.substitute())
              .and("allowed", its.substitutes()));
    }
    ItemTerms others = rules.termsOf(document.substitute());
    if (!others.scale().equals(its.scale())) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "substitute %s must be counted as %s is, with %d decimals: %d"
              .formatted(
                  document.substitute(),
                  sku,
                  its.scale().decimals(),
                  others.scale().decimals()),
          Facts.of("sku", document.substitute())
              .and("asked", others.scale().decimals())
              .and("allowed", its.scale().decimals()));
    }
  }
}
