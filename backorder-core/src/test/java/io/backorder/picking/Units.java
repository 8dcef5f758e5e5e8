package io.backorder.picking;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.List;

/** A small house, and units to pick in it. */
final class Units {

  static final LocationId MAIN = LocationId.of("MAIN");

  private Units() {}

  static ReservedUnits of(String order, String line, String sku, long quantity) {
    return at(MAIN, order + "/" + line, sku, quantity);
  }

  static ReservedUnits at(LocationId location, String line, String sku, long quantity) {
    String[] parts = line.split("/", -1);
    return new ReservedUnits(
        OrderLineId.of(parts[0], parts[1]),
        StockUnits.of(Sku.of(sku), location, Quantity.of(quantity)));
  }

  /** Bins B0, B1, ... in two zones, each with one item S0, S1, ... that weighs as many hundred grams. */
  static BinPlan bins(int count) {
    List<Bin> way = new ArrayList<>();
    List<PickFace> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      way.add(Bin.of("B" + i, MAIN, i < count / 2 ? "left" : "right"));
      faces.add(new PickFace(Sku.of("S" + i), BinId.of("B" + i), i * 100L));
    }
    return BinPlan.of(way, faces);
  }
}
