package io.backorder.examples.boostedtrees;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.ForecasterContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The contract test of the library tells whether a forecaster of one's own is sound. The size of an item is
 * one of the things that the trees look at, so they do not scale.
 */
final class BoostedTreesContractTest implements ForecasterContract {

  private static final Forecaster TREES =
      BoostedTrees.grownFrom(someItems(), new BoostedTrees.Growth(20, 6, 0.2, 0.8));

  private static List<DemandHistory> someItems() {
    Random random = new Random(7);
    List<DemandHistory> items = new ArrayList<>();
    for (int item = 0; item < 20; item++) {
      double[] demand = new double[40];
      for (int week = 0; week < demand.length; week++) {
        demand[week] = random.nextBoolean() ? random.nextInt(1 + 20 * item) : 0;
      }
      items.add(DemandHistory.of(demand));
    }
    return items;
  }

  @Override
  public Forecaster forecaster() {
    return TREES;
  }

  @Override
  public Set<Law> laws() {
    return Set.of(Law.ONLINE, Law.NOT_NEGATIVE);
  }
}
