package io.backorder.model;

import io.backorder.model.Books.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The one step that gives free units to who waits. Items come in the order of the document, which
 * the text leaves open.
 */
record Allocation(Floor floor, Diary diary) {

  void allocate(Collection<String> skus) {
    for (String sku : List.copyOf(skus)) {
      if (floor.shop().policy().isSharing()) {
        share(sku);
        continue;
      }
      for (Floor.Spot spot : floor.queue(sku)) {
        give(spot, floor.admissible(spot));
      }
    }
  }

  private void share(String sku) {
    for (Sharing.Give give : new Sharing(floor, sku).gives()) {
      if (give.finds().isEmpty()) {
        give(give.spot(), give.units());
      } else {
        List<Floor.Source> finds = new ArrayList<>();
        give.finds().forEach((place, units) -> finds.add(new Floor.Source(place, units)));
        give(give.spot(), finds);
      }
    }
  }

  private void give(Floor.Spot spot, long units) {
    String channel = spot.line().sale.terms.channel();
    give(spot, floor.sources(spot.line().sku(), channel, units));
  }

  private void give(Floor.Spot spot, List<Floor.Source> sources) {
    for (Floor.Source source : sources) {
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
