package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.DemandHistory;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.review.InventoryCosts;
import io.backorder.review.OrderRule;
import io.backorder.simulation.PolicySimulation;
import io.backorder.simulation.SimulationRun;
import io.backorder.statistics.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * A policy for each shelf, chosen on the first half of the year and judged on the second, against the textbook
 * rule: once from the shelf's own days, and once from those of all shelves of its kind.
 *
 * <p>Every level is computed on the evening of a review from the days up to it, in both halves. On the first
 * half each shelf is played under every candidate, and what was cheapest is kept: a unit on the shelf costs 1 a
 * day, and a unit that waits as much as makes the wanted service level the best. On the second half nothing is
 * chosen any more, but for one number: the textbook's safety factor is set so that it holds as much stock, all
 * shelves together, as the chosen policies do. That is knowledge of the second half, and it is given to the
 * textbook.
 */
final class PlanTrial {

  private static final int[] WINDOWS = {OrderUpToRule.WINDOW, 28, 112};

  private static final double[] SERVICES = {0.8, 0.9, 0.95, 0.98, 0.995};

  private static final double LARGEST_FACTOR = 50;

  private static final int HALVINGS = 40;

  private static final double DEAREST = 1e6;

  private static final double SUREST = 1 - 1e-12;

  /** Days with demand without which nothing is chosen. */
  private static final int TELLING = 3;

  private final Map<Shelf, long[]> demand;
  private final OrderUpToRule textbook;
  private final InventoryCosts costs;
  private final int days;

  private PlanTrial(Map<Shelf, long[]> demand, OrderUpToRule textbook, int days) {
    this.demand = demand;
    this.textbook = textbook;
    this.days = days;
    double service = Normal.STANDARD.cdf(textbook.z());
    double scarcity = service / Normal.STANDARD.survival(textbook.z());
    this.costs = InventoryCosts.of(0, 1, Math.min(DEAREST, scarcity));
  }

  /** Returns the trial of a year. */
  static PlanTrial of(RetailYear year, OrderUpToRule textbook) {
    int days = year.days().size();
    int least = 2 * (OrderUpToRule.WINDOW + textbook.leadTime() + textbook.review());
    if (days < least) {
      throw new BadDataException(
          "days of data must be at least %d to plan: %d".formatted(least, days));
    }
    return new PlanTrial(year.demand(), textbook, days);
  }

  /** A half of the year, as days from one to before the other. */
  private record Stretch(int from, int to) {}

  private Stretch firstHalf() {
    return new Stretch(OrderUpToRule.WINDOW, days / 2);
  }

  private Stretch secondHalf() {
    return new Stretch(days / 2, days);
  }

  /** A day's level on a shelf. */
  @FunctionalInterface
  private interface Levels {

    long on(long[] demand, int evening);
  }

  private SimulationRun play(long[] demand, Stretch stretch, Levels levels) {
    int from = stretch.from();
    double[] asked = new double[stretch.to() - from];
    Arrays.setAll(asked, day -> demand[from + day]);
    long opening = levels.on(demand, from - 1);
    return PolicySimulation.of(OrderRule.upTo(opening), textbook.leadTime())
        .reviewedEvery(textbook.review())
        .replay(DemandHistory.of(asked), day -> OrderRule.upTo(levels.on(demand, from + day)));
  }

  private Levels levels(LevelRule rule) {
    int cover = textbook.leadTime() + textbook.review();
    return (demand, evening) ->
        rule.level(LevelRule.Days.before(demand, evening, rule.window(), cover));
  }

  private static Levels levels(OrderUpToRule rule) {
    return rule::level;
  }

  /** The textbook's own comes first, so that it stands where nothing is better. */
  private List<LevelRule> candidates() {
    List<LevelRule> candidates = new ArrayList<>();
    double own = Math.min(SUREST, Normal.STANDARD.cdf(textbook.z()));
    candidates.add(
        new LevelRule(LevelRule.Law.NORMAL, OrderUpToRule.WINDOW, CycleServiceLevel.of(own)));
    for (LevelRule.Law law : LevelRule.Law.values()) {
      for (int window : WINDOWS) {
        for (double service : SERVICES) {
          candidates.add(new LevelRule(law, window, CycleServiceLevel.of(service)));
        }
      }
    }
    return candidates;
  }

  /** Chooses, judges, and answers both. */
  PlanResult run() {
    List<LevelRule> candidates = candidates();
    Map<Shelf, double[]> costs = new ConcurrentSkipListMap<>();
    // shelves have nothing to do with each other, and the library keeps no state: no lock is needed
    demand.entrySet().parallelStream()
        .forEach(each -> costs.put(each.getKey(), costs(each.getValue(), candidates)));
    Map<Shelf, LevelRule> single = cheapest(candidates, costs, shelf -> shelf);
    ItemKinds kinds = ItemKinds.of(demand, days / 2);
    Map<Shelf, LevelRule> alike = cheapest(candidates, costs, kinds::of);
    List<PlanResult.Entrant> entrants = new ArrayList<>();
    entrants.add(new PlanResult.Entrant("textbook, z = " + textbook.z(), judged(textbook)));
    entrants.addAll(beside("item by item", single));
    entrants.addAll(beside("by kind of item", alike));
    return new PlanResult(alike, entrants);
  }

  /** Returns what each candidate costs on the first half; nothing where too few days tell anything. */
  private double[] costs(long[] units, List<LevelRule> candidates) {
    if (Arrays.stream(units, 0, firstHalf().to()).filter(each -> each > 0).count() < TELLING) {
      return new double[candidates.size()];
    }
    return candidates.stream()
        .mapToDouble(rule -> play(units, firstHalf(), levels(rule)).cost(costs))
        .toArray();
  }

  /** Returns the cheapest candidate of each shelf: of all shelves of its group, together. */
  private <G> Map<Shelf, LevelRule> cheapest(
      List<LevelRule> candidates, Map<Shelf, double[]> costs, Function<Shelf, G> group) {
    Map<G, double[]> totals = new HashMap<>();
    costs.forEach((shelf, each) -> {
      double[] total = totals.computeIfAbsent(group.apply(shelf), key -> new double[each.length]);
      Arrays.setAll(total, i -> total[i] + each[i]);
    });
    Map<Shelf, LevelRule> chosen = new TreeMap<>();
    for (Shelf shelf : costs.keySet()) {
      double[] total = requireNonNull(totals.get(group.apply(shelf)), "group");
      int best = 0;
      for (int i = 1; i < total.length; i++) {
        best = total[i] < total[best] ? i : best;
      }
      chosen.put(shelf, candidates.get(best));
    }
    return chosen;
  }

  /** Returns chosen policies, and the textbook at their stock. */
  private List<PlanResult.Entrant> beside(String name, Map<Shelf, LevelRule> chosen) {
    PlanResult.Side plan = judged(shelf -> levels(requireNonNull(chosen.get(shelf), "policy")));
    OrderUpToRule equal = atEqualStock(plan.stock());
    return List.of(
        new PlanResult.Entrant(name, plan),
        new PlanResult.Entrant(
            String.format(Locale.ROOT, "textbook, z = %.3f", equal.z()), judged(equal)));
  }

  private PlanResult.Side judged(OrderUpToRule rule) {
    return judged(shelf -> levels(rule));
  }

  private PlanResult.Side judged(Function<Shelf, Levels> rules) {
    PlanResult.Tally tally = new PlanResult.Tally();
    demand.forEach((shelf, units) -> tally.add(play(units, secondHalf(), rules.apply(shelf))));
    return tally.side();
  }

  /** Returns the textbook's rule with the factor at which it holds a given stock on the second half. */
  private OrderUpToRule atEqualStock(double stock) {
    double low = 0;
    double high = LARGEST_FACTOR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (judged(withFactor(middle)).stock() < stock) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return withFactor(high);
  }

  private OrderUpToRule withFactor(double z) {
    return new OrderUpToRule(z, textbook.leadTime(), textbook.review());
  }
}
