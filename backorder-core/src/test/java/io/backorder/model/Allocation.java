package io.backorder.model;

import io.backorder.model.Books.Claim;
import java.util.Collection;
import java.util.List;

/**
 * The one step that gives free units to who waits. Items come in the order of the document, which
 * the text leaves open.
 */
record Allocation(Floor floor, Diary diary) {

  void allocate(Collection<String> skus) {
    for (String sku : List.copyOf(skus)) {
      for (Floor.Spot spot : floor.queue(sku)) {
        give(spot, floor.admissible(spot));
      }
    }
  }

  private void give(Floor.Spot spot, long units) {
    String channel = spot.line().sale.terms.channel();
    for (Floor.Source source : floor.sources(spot.line().sku(), channel, units)) {
      long left = source.units();
      for (Claim claim : spot.claims()) {
        long taken = Math.min(left, claim.waiting);
        if (taken > 0) {
          claim.waiting -= taken;
          claim.reserved.merge(source.location(), taken, Long::sum);
          diary.granted(spot.line(), claim, source.location(), taken);
          left -= taken;
        }
      }
    }
  }
}
