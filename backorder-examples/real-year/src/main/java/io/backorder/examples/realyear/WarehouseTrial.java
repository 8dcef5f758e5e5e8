package io.backorder.examples.realyear;

import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickPlan;
import io.backorder.picking.TourQuality;
import io.backorder.stock.Location;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks the busiest day three ways: order by order, in batches, and zone by zone.
 *
 * <p>The data name neither bins nor weights. So every item that ever appears has a bin of its own at each
 * location, bins stand in the order of item numbers, and each location is divided into zones of as many
 * bins. A cart has {@value #TOTES} totes, one for an order.
 */
final class WarehouseTrial {

  static final int TOTES = 12;
  static final int ZONES = 4;

  private static final PickLimits CART = PickLimits.none().withOrders(TOTES);

  private final BinPlan bins;
  private final PickDay day;

  private WarehouseTrial(BinPlan bins, PickDay day) {
    this.bins = bins;
    this.day = day;
  }

  /** Returns the trial of a day in the warehouse of a year. */
  static WarehouseTrial of(RetailYear year, PickDay day) {
    return new WarehouseTrial(bins(year), day);
  }

  private static BinPlan bins(RetailYear year) {
    List<Sku> items = List.copyOf(year.items());
    int zone = (items.size() + ZONES - 1) / ZONES;
    List<Bin> way = new ArrayList<>();
    List<PickFace> faces = new ArrayList<>();
    for (Location location : year.locations()) {
      for (int i = 0; i < items.size(); i++) {
        String bin = "bin " + (way.size() + 1);
        way.add(Bin.of(bin, location.id(), "zone " + (i / zone + 1)));
        faces.add(new PickFace(items.get(i), BinId.of(bin), 0));
      }
    }
    return BinPlan.of(way, faces);
  }

  /** Picks the day. */
  WarehouseResult run() {
    return new WarehouseResult(
        day,
        List.of(
            way("order by order", PickPlan.byOrder("alone", day.units(), bins, CART)),
            way("batches", PickPlan.batched("batch", day.units(), bins, CART)),
            way("zones", PickPlan.zoned("zone", day.units(), bins, CART))));
  }

  private WarehouseResult.Way way(String name, PickPlan plan) {
    long parts =
        plan.consolidation().stream().mapToLong(order -> order.lists().size()).sum();
    return new WarehouseResult.Way(
        name, plan.lists().size(), parts, TourQuality.of(plan, bins, CART));
  }
}
