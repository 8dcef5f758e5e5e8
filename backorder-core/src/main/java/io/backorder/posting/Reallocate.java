package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.stock.Identifiers;
import java.util.Map;

/**
 * A plan of re-promising is committed: lines lose and gain exactly the units that it says, shortfalls
 * included. Who loses units waits again at the old place in line; units that the plan leaves free go with
 * the next document that touches the item.
 *
 * <p>The document is refused with {@code STALE_PLAN} if something has happened to one of the plan's items
 * since the snapshot was taken, or if the plan was made of another inventory.
 *
 * @param number the document's number
 * @param plan the plan
 */
public record Reallocate(String number, ReallocationPlan plan) implements Document {

  /** Rejects missing parts. */
  public Reallocate {
    Identifiers.require("reallocation", number);
    requireNonNull(plan, "plan");
  }

  /**
   * Returns a document that commits a plan.
   *
   * @param number the document's number
   * @param plan the plan
   * @return the document
   */
  public static Reallocate of(String number, ReallocationPlan plan) {
    return new Reallocate(number, plan);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.REALLOCATE, number);
  }

  /** Returns the versions and the moves: what the plan does, and on what it was made. */
  @Override
  public Map<String, String> content() {
    Fields content = Fields.of("items", plan.versions().size());
    int item = 0;
    for (var version : plan.versions().entrySet()) {
      item++;
      content.and("item " + item, version.getKey());
      content.and("item " + item + " version", version.getValue());
    }
    content.and("moves", plan.moves().size());
    for (int i = 0; i < plan.moves().size(); i++) {
      add(content, "move " + (i + 1), plan.moves().get(i));
    }
    return content.asMap();
  }

  private static void add(Fields content, String field, ReallocationPlan.Move move) {
    content.and(field + " sku", move.units().sku());
    content.and(field + " location", move.units().location());
    content.and(field + " quantity", move.units().quantity());
    content.and(
        field + " from order", move.from().map(line -> line.order().value()).orElse(""));
    content.and(field + " from line", move.from().map(line -> line.line()).orElse(""));
    content.and(field + " to order", move.to().map(line -> line.order().value()).orElse(""));
    content.and(field + " to line", move.to().map(line -> line.line()).orElse(""));
  }

  @Override
  public Decision decision() {
    return new ReallocateDecision(plan);
  }
}
