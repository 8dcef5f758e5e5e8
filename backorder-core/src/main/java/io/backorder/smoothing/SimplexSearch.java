package io.backorder.smoothing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds the smallest value of a function of a few bounded figures: a coarse grid, then the simplex of
 * Nelder and Mead (1965) from the best points of the grid. Points beyond a bound are moved onto it.
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

  SimplexSearch(ToDoubleFunction<double[]> function, double[] least, double[] most) {
    this.function = function;
    this.least = least;
    this.most = most;
  }

  /** A point, as parts of the way between the bounds, and its value. */
  private static final class Point {

    private final double[] at;
    private final double value;

    Point(double[] at, double value) {
      this.at = at;
      this.value = value;
    }

    double[] at() {
      return at;
    }

    double value() {
      return value;
    }
  }

  double[] minimum() {
    Point best = grid().stream()
        .sorted(Comparator.comparingDouble(Point::value))
        .limit(STARTS)
        .map(this::descend)
        .min(Comparator.comparingDouble(Point::value))
        .orElseThrow();
    return place(best.at());
  }

  private List<Point> grid() {
    int points = (int) Math.pow(GRID.length, least.length);
    return IntStream.range(0, points).mapToObj(this::gridPoint).toList();
  }

  private Point gridPoint(int number) {
    double[] at = new double[least.length];
    int left = number;
    for (int each = 0; each < at.length; each++) {
      at[each] = GRID[left % GRID.length];
      left /= GRID.length;
    }
    return point(at);
  }

  private Point point(double[] at) {
    double[] bounded =
        Arrays.stream(at).map(each -> Math.max(0, Math.min(1, each))).toArray();
    return new Point(bounded, function.applyAsDouble(place(bounded)));
  }

  private double[] place(double[] at) {
    double[] place = new double[at.length];
    for (int each = 0; each < at.length; each++) {
      place[each] = least[each] + at[each] * (most[each] - least[each]);
    }
    return place;
  }

  /** A simplex that has collapsed onto a bound is spread out again. */
  private Point descend(Point start) {
    Point best = start;
    double size = 0.1;
    for (int restart = 0; restart < RESTARTS; restart++) {
      best = contract(spread(best, size));
      size /= 4;
    }
    return best;
  }

  private Point[] spread(Point around, double size) {
    Point[] simplex = new Point[around.at().length + 1];
    simplex[0] = around;
    for (int each = 0; each < around.at().length; each++) {
      double[] moved = around.at().clone();
      moved[each] += moved[each] + size > 1 ? -size : size;
      simplex[each + 1] = point(moved);
    }
    return simplex;
  }

  private Point contract(Point[] simplex) {
    int last = simplex.length - 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
      double best = simplex[0].value();
      if (!(simplex[last].value() - best > PRECISION * Math.abs(best))) {
        break;
      }
      move(simplex);
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
    return simplex[0];
  }

  private void move(Point[] simplex) {
    int last = simplex.length - 1;
    double[] centre = centre(simplex);
    Point worst = simplex[last];
    Point reflected = between(centre, worst.at(), -1);
    if (reflected.value() < simplex[0].value()) {
      Point further = between(centre, worst.at(), -2);
      simplex[last] = further.value() < reflected.value() ? further : reflected;
    } else if (reflected.value() < simplex[last - 1].value()) {
      simplex[last] = reflected;
    } else {
      Point nearer = between(centre, worst.at(), reflected.value() < worst.value() ? -0.5 : 0.5);
      if (nearer.value() < Math.min(reflected.value(), worst.value())) {
        simplex[last] = nearer;
      } else {
        shrink(simplex);
      }
    }
  }

  /** The middle of all points but the worst. */
  private static double[] centre(Point[] simplex) {
    double[] centre = new double[simplex.length - 1];
    for (int point = 0; point < centre.length; point++) {
      for (int each = 0; each < centre.length; each++) {
        centre[each] += simplex[point].at()[each] / centre.length;
      }
    }
    return centre;
  }

  private Point between(double[] centre, double[] worst, double part) {
    double[] at = new double[centre.length];
    for (int each = 0; each < at.length; each++) {
      at[each] = centre[each] + part * (worst[each] - centre[each]);
    }
    return point(at);
  }

  private void shrink(Point[] simplex) {
    for (int each = 1; each < simplex.length; each++) {
      simplex[each] = between(simplex[0].at(), simplex[each].at(), 0.5);
    }
  }
}
