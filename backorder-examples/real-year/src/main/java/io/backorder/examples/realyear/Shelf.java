package io.backorder.examples.realyear;

import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import java.util.Comparator;

/**
 * Where an item lies, and where its stock is planned.
 *
 * @param sku the item
 * @param location the location
 */
record Shelf(Sku sku, LocationId location) implements Comparable<Shelf> {

  private static final Comparator<Shelf> ORDER =
      Comparator.comparing(Shelf::sku).thenComparing(Shelf::location);

  @Override
  public int compareTo(Shelf other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sku + "@" + location;
  }
}
