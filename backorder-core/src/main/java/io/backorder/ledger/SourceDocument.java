package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document behind a ledger record, as a store remembers it: its key and its content.
 *
 * <p>Implementations are immutable.
 */
public interface SourceDocument {

  /**
   * Returns the idempotency key.
   *
   * @return the key
   */
  DocumentId id();

  /**
   * Returns the content, field by field. Two documents of one id are the same if and only if their
   * contents are equal.
   *
   * @return texts by field name, in a stable order
   */
  Map<String, String> content();

  /**
   * Tells whether the document is older than what is remembered in full, so that its content is gone.
   *
   * @return true if only the key is left
   */
  default boolean isArchived() {
    return false;
  }

  /**
   * A document of which only the key is left.
   *
   * @param id the key
   */
  record Archived(DocumentId id) implements SourceDocument {

    @Override
    public Map<String, String> content() {
      return Map.of();
    }

    @Override
    public boolean isArchived() {
      return true;
    }

    @Override
    public String toString() {
      return id.toString();
    }
  }

  /**
   * The content of a document, field by field, while it is put together. It is confined to one thread.
   */
  final class Fields {

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Fields() {}

    /**
     * Returns a content without fields.
     *
     * @return the content
     */
    public static Fields empty() {
      return new Fields();
    }

    /**
     * Returns a content of one field.
     *
     * @param field the field's name
     * @param value its value, which is kept as text
     * @return the content
     */
    public static Fields of(String field, Object value) {
      return empty().and(field, value);
    }

    /**
     * Returns the content of a document that places an order.
     *
     * @param lines the lines as they were ordered
     * @param terms what holds for all lines
     * @return the content
     */
    public static Fields ofOrder(List<OrderLine> lines, OrderTerms terms) {
      return empty().andLines(lines).and(terms);
    }

    /**
     * Adds a field.
     *
     * @param field the field's name
     * @param value its value, which is kept as text
     * @return this content
     */
    public Fields and(String field, Object value) {
      fields.put(field, value.toString());
      return this;
    }

    /**
     * Adds the name of an order line. Its two parts stay apart: together, A/B of C would read as A of
     * B/C.
     *
     * @param line the line's name
     * @return this content
     */
    public Fields and(OrderLineId line) {
      return and("order", line.order()).and("line", line.line());
    }

    /**
     * Adds the terms of an order.
     *
     * @param terms the terms
     * @return this content
     */
    public Fields and(OrderTerms terms) {
      and("channel", terms.channel().map(Object::toString).orElse(""));
      and("customer", terms.customer().map(Object::toString).orElse(""));
      and("priority", terms.priority());
      and("delivery", terms.delivery()).and("shortage", terms.shortage());
      and("splits from", terms.splitsFrom().map(Object::toString).orElse(""));
      return and("at least", terms.atLeast());
    }

    /**
     * Adds order lines or cart lines.
     *
     * @param lines the lines, in the order in which the document names them
     * @return this content
     */
    public Fields andLines(List<OrderLine> lines) {
      and("lines", lines.size());
      for (int i = 0; i < lines.size(); i++) {
        OrderLine line = lines.get(i);
        String field = "line " + (i + 1);
        and(field + " number", line.number());
        and(field + " sku", line.sku());
        and(field + " quantity", line.quantity());
        and(field + " due", line.due().map(Object::toString).orElse(""));
      }
      return this;
    }

    /**
     * Reads the lines back that {@link #andLines} added.
     *
     * @param content the content of a document
     * @return the lines, in the order in which the document names them
     */
    public static List<OrderLine> lines(Map<String, String> content) {
      List<OrderLine> lines = new ArrayList<>();
      int count = Integer.parseInt(text(content, "lines"));
      for (int i = 1; i <= count; i++) {
        String field = "line " + i;
        Sku sku = Sku.of(text(content, field + " sku"));
        Quantity quantity = Quantity.of(Long.parseLong(text(content, field + " quantity")));
        OrderLine line = OrderLine.of(text(content, field + " number"), sku, quantity);
        String due = text(content, field + " due");
        lines.add(due.isEmpty() ? line : line.dueBy(LocalDate.parse(due)));
      }
      return lines;
    }

    private static String text(Map<String, String> content, String field) {
      return requireNonNull(content.get(field), field);
    }

    /**
     * Adds units at locations.
     *
     * @param lines the units, in the order in which the document names them
     * @return this content
     */
    public Fields andUnits(List<StockUnits> lines) {
      and("lines", lines.size());
      for (int i = 0; i < lines.size(); i++) {
        and("line " + (i + 1) + " sku", lines.get(i).sku());
        and("line " + (i + 1) + " location", lines.get(i).location());
        and("line " + (i + 1) + " quantity", lines.get(i).quantity());
      }
      return this;
    }

    /**
     * Returns the fields.
     *
     * @return texts by field name, in the order in which they were added
     */
    public Map<String, String> asMap() {
      return Collections.unmodifiableMap(fields);
    }
  }
}
