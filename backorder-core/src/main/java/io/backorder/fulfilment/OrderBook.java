package io.backorder.fulfilment;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of one order, as they were placed, behind each line for a kit those of its parts. */
final class OrderBook {

  private final Map<OrderLineId, LineBook> lines = new LinkedHashMap<>();
  private @Nullable OrderTerms terms;

  void under(OrderTerms ordered) {
    terms = ordered;
  }

  Optional<LineBook> line(OrderLineId id) {
    return Optional.ofNullable(lines.get(id));
  }

  LineBook lineOrNew(OrderLineId id, Sku sku, PlaceInLine place) {
    return lines.computeIfAbsent(id, key -> new LineBook(key, sku, place));
  }

  void put(LineBook line) {
    lines.put(line.id(), line);
  }

  /** Whether a unit of the order is open, by the ledger. */
  boolean stands() {
    return lines.values().stream().anyMatch(LineBook::stands);
  }

  List<FulfilmentLine> lines() {
    return lines.values().stream()
        .filter(each -> !each.id().isPart())
        .map(each -> under(each.line().withParts(parts(each.id()))))
        .toList();
  }

  private FulfilmentLine under(FulfilmentLine line) {
    return terms == null ? line : line.under(terms);
  }

  private List<LineStatus> parts(OrderLineId kit) {
    return lines.values().stream()
        .filter(each -> each.id().isPart() && each.id().hostLine().equals(kit))
        .map(LineBook::status)
        .toList();
  }
}
