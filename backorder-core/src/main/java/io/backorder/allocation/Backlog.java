package io.backorder.allocation;

import io.backorder.stock.Sku;
import java.util.Iterator;
import java.util.List;

/**
 * The lines that wait for one item and could use what is free, first in line first.
 *
 * <p>The lines are read lazily: a policy that stops early leaves the rest of a long queue alone. A
 * backlog is good for one allocation and one thread.
 */
public interface Backlog extends Iterable<WaitingLine> {

  /**
   * Returns the item.
   *
   * @return the item
   */
  Sku sku();

  /**
   * Returns the backlog of the given lines.
   *
   * @param sku the item that all lines wait for
   * @param lines the lines, first in line first
   * @return the backlog
   */
  static Backlog of(Sku sku, List<? extends WaitingLine> lines) {
    List<WaitingLine> copy = List.copyOf(lines);
    return new Backlog() {
      @Override
      public Sku sku() {
        return sku;
      }

      @Override
      public Iterator<WaitingLine> iterator() {
        return copy.iterator();
      }
    };
  }
}
