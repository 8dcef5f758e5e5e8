package io.backorder.smoothing;

import java.util.function.ToDoubleFunction;

/**
 * Finds the smallest value of a function of a few bounded figures: a coarse grid, then the simplex of
 * Nelder and Mead (1965) from the best points of the grid. Points beyond a bound are moved onto it.
 *
 * <p>The points are made once and moved about: a step makes no object. A search is for one thread.
 */
final class SimplexSearch {

  private static final double[] GRID = {0.02, 0.15, 0.4, 0.7, 0.98};
  private static final int STARTS = 3;
  private static final int RESTARTS = 3;
  private static final int MOST_STEPS = 400;
  private static final double PRECISION = 1e-10;

  private final ToDoubleFunction<double[]> function;
  private final double[] least;
  private final double[] most;
  private final Point[] starts;
  private final Point[] simplex;
  private final Point tried;
  private final Point second;
  private final double[] centre;
  private final double[] place;

  /** The function is given the same array again and again: it must not keep it. */
  SimplexSearch(ToDoubleFunction<double[]> function, double[] least, double[] most) {
    int figures = least.length;
    this.function = function;
    this.least = least;
    this.most = most;
    this.starts = points(STARTS, figures);
    this.simplex = points(figures + 1, figures);
    this.tried = new Point(figures);
    this.second = new Point(figures);
    this.centre = new double[figures];
    this.place = new double[figures];
  }

  private static Point[] points(int count, int figures) {
    Point[] points = new Point[count];
    for (int each = 0; each < count; each++) {
      points[each] = new Point(figures);
    }
    return points;
  }

  /** A point, as parts of the way between the bounds, and its value, NaN before there is one. */
  private static final class Point {

    private final double[] at;
    private double value = Double.NaN;

    Point(int figures) {
      this.at = new double[figures];
    }

    void become(Point other) {
      System.arraycopy(other.at, 0, at, 0, at.length);
      value = other.value;
    }

    boolean isBelow(Point other) {
      return Double.compare(value, other.value) < 0; // nothing is above NaN
    }
  }

  double[] minimum() {
    searchGrid();
    Point best = new Point(least.length);
    best.become(starts[0]);
    for (Point start : starts) {
      descend(start);
      if (simplex[0].isBelow(best)) {
        best.become(simplex[0]);
      }
    }
    put(best);
    return place.clone();
  }

  private void searchGrid() {
    int points = (int) Math.pow(GRID.length, least.length);
    for (int number = 0; number < points; number++) {
      int left = number;
      for (int each = 0; each < least.length; each++) {
        tried.at[each] = GRID[left % GRID.length];
        left /= GRID.length;
      }
      evaluate(tried);
      keepIfGood();
    }
  }

  /** Keeps a point of the grid if it is among the best; of equal points the earlier goes first. */
  private void keepIfGood() {
    int slot = STARTS;
    while (slot > 0 && tried.isBelow(starts[slot - 1])) {
      slot--;
    }
    if (slot < STARTS) {
      Point room = starts[STARTS - 1];
      System.arraycopy(starts, slot, starts, slot + 1, STARTS - 1 - slot);
      starts[slot] = room;
      room.become(tried);
    }
  }

  private void evaluate(Point point) {
    for (int each = 0; each < point.at.length; each++) {
      point.at[each] = Math.max(0, Math.min(1, point.at[each]));
    }
    put(point);
    point.value = function.applyAsDouble(place);
  }

  private void put(Point point) {
    for (int each = 0; each < place.length; each++) {
      place[each] = least[each] + point.at[each] * (most[each] - least[each]);
    }
  }

  /** A simplex that has collapsed onto a bound is spread out again. Its best point ends up first. */
  private void descend(Point start) {
    simplex[0].become(start);
    double size = 0.1;
    for (int restart = 0; restart < RESTARTS; restart++) {
      spread(size);
      contract();
      size /= 4;
    }
  }

  private void spread(double size) {
    for (int each = 0; each < least.length; each++) {
      Point moved = simplex[each + 1];
      moved.become(simplex[0]);
      moved.at[each] += moved.at[each] + size > 1 ? -size : size;
      evaluate(moved);
    }
  }

  private void contract() {
    int last = simplex.length - 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      sort();
      double best = simplex[0].value;
      if (!(simplex[last].value - best > PRECISION * Math.abs(best))) {
        break;
      }
      move();
    }
    sort();
  }

  /** Sorts the few points by insertion, which keeps equal ones in their order. */
  private void sort() {
    for (int next = 1; next < simplex.length; next++) {
      Point moving = simplex[next];
      int slot = next;
      while (slot > 0 && moving.isBelow(simplex[slot - 1])) {
        simplex[slot] = simplex[slot - 1];
        slot--;
      }
      simplex[slot] = moving;
    }
  }

  private void move() {
    int last = simplex.length - 1;
    findCentre();
    Point worst = simplex[last];
    between(tried, worst, -1);
    if (tried.value < simplex[0].value) {
      between(second, worst, -2);
      worst.become(second.value < tried.value ? second : tried);
    } else if (tried.value < simplex[last - 1].value) {
      worst.become(tried);
    } else {
      between(second, worst, tried.value < worst.value ? -0.5 : 0.5);
      if (second.value < Math.min(tried.value, worst.value)) {
        worst.become(second);
      } else {
        shrink();
      }
    }
  }

  /** The middle of all points but the worst. */
  private void findCentre() {
    for (int each = 0; each < centre.length; each++) {
      centre[each] = 0;
      for (int point = 0; point < centre.length; point++) {
        centre[each] += simplex[point].at[each] / centre.length;
      }
    }
  }

  private void between(Point found, Point worst, double part) {
    for (int each = 0; each < centre.length; each++) {
      found.at[each] = centre[each] + part * (worst.at[each] - centre[each]);
    }
    evaluate(found);
  }

  private void shrink() {
    for (int each = 1; each < simplex.length; each++) {
      Point moved = simplex[each];
      for (int figure = 0; figure < centre.length; figure++) {
        moved.at[figure] = simplex[0].at[figure] + 0.5 * (moved.at[figure] - simplex[0].at[figure]);
      }
      evaluate(moved);
    }
  }
}
