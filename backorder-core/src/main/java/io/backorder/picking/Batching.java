package io.backorder.picking;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts baskets together whose bins are the same, within the limits of a tour.
 *
 * <p>A tour is begun with the largest basket that is left, since it is the hardest to place, and takes, as
 * long as one fits, the basket that shares most bins with it; among those the one that adds fewest; among
 * those the first. Each basket that shares a bin saves a visit, and none costs one: the bins of a tour are
 * at most those of its baskets one by one. This is the seed heuristic of order batching (de Koster, van
 * der Poort and Wolters, 1999), with the number of bins in the place of the length of the way.
 */
final class Batching {

  private Batching() {}

  /** Returns the tours; the answer depends on the order of the baskets, which the caller has fixed. */
  static List<Basket> of(List<Basket> baskets, PickLimits limits) {
    List<Basket> left = new ArrayList<>(baskets);
    // the sort is stable, so that equal baskets keep the order given
    left.sort((a, b) -> Integer.compare(b.bins().cardinality(), a.bins().cardinality()));
    List<Basket> tours = new ArrayList<>();
    while (!left.isEmpty()) {
      tours.add(tour(left, limits));
    }
    return tours;
  }

  private static Basket tour(List<Basket> left, PickLimits limits) {
    Basket tour = left.remove(0);
    for (int next = best(tour, left, limits); next >= 0; next = best(tour, left, limits)) {
      tour = tour.plus(left.remove(next));
    }
    return tour;
  }

  private static int best(Basket tour, List<Basket> left, PickLimits limits) {
    int best = -1;
    int most = -1;
    int fewest = 0;
    for (int i = 0; i < left.size(); i++) {
      Basket each = left.get(i);
      if (limits.admit(tour.load().plus(each.load()))) {
        int shared = tour.shared(each);
        int added = each.bins().cardinality() - shared;
        if (shared > most || (shared == most && added < fewest)) {
          best = i;
          most = shared;
          fewest = added;
        }
      }
    }
    return best;
  }
}
