package io.backorder.allocation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.List;

/** The standard rules. {@link Sourcing} describes each. */
enum StandardSourcing implements Sourcing {
  RANK {
    @Override
    public List<StockUnits> source(Quantity wanted, List<StockUnits> candidates) {
      return inOrder(wanted, candidates);
    }
  },

  MOST_FREE {
    @Override
    public List<StockUnits> source(Quantity wanted, List<StockUnits> candidates) {
      return inOrder(wanted, byFree(candidates));
    }
  },

  FEWEST_PARCELS {
    @Override
    public List<StockUnits> source(Quantity wanted, List<StockUnits> candidates) {
      for (StockUnits candidate : candidates) {
        if (candidate.quantity().compareTo(wanted) >= 0) {
          return inOrder(wanted, List.of(candidate));
        }
      }
      return inOrder(wanted, byFree(candidates));
    }
  };

  // the sort is stable, so locations with equally many free units keep their rank
  private static List<StockUnits> byFree(List<StockUnits> candidates) {
    return candidates.stream()
        .sorted(comparing(StockUnits::quantity, reverseOrder()))
        .toList();
  }

  private static List<StockUnits> inOrder(Quantity wanted, List<StockUnits> candidates) {
    List<StockUnits> sources = new ArrayList<>(1);
    Quantity left = wanted;
    for (StockUnits candidate : candidates) {
      if (left.isZero()) {
        break;
      }
      Quantity taken = left.min(candidate.quantity());
      sources.add(StockUnits.of(candidate.sku(), candidate.location(), taken));
      left = left.minus(taken);
    }
    return sources;
  }
}
