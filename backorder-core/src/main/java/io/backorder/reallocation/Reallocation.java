package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.reallocation.Claimant.Member;
import io.backorder.reallocation.ReallocationPlan.Infeasible;
import io.backorder.reallocation.ReallocationPlan.Move;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares out anew what lines have and what is free.
 *
 * <p>All confirmations are taken back in thought. Then lines are served in turn:
 *
 * <ol>
 *   <li>what is frozen, and what must not become worse, gets what it had;
 *   <li>floors are met, in the order {@code SKIP}, {@code WIN}, {@code GAIN}, {@code IMPROVE};
 *   <li>lines are raised to their ceilings, in the order {@code WIN}, {@code GAIN}, {@code IMPROVE}, {@code
 *       REDISTRIBUTE}, {@code FILL}.
 * </ol>
 *
 * <p>Within one strategy lines come in the order of their places. Each gets the most that leaves those
 * before it what they got, wherever that may then lie. So two lines that can both keep what they have do
 * keep it, where serving one to its ceiling and then the next would break the second floor. The result is
 * the best one in this order, not the best of all: no solver is asked.
 *
 * <p>A line gets units at active locations that serve its channel, in whole lots, no fewer at once than its
 * order takes at least; a line that is delivered complete has all it asks for, what it had, or nothing, and
 * so have the lines of an order that is delivered complete, together. What it has at a location that does
 * not serve it any more it may keep. Parts of kits are left alone. Free units up to the buffer stay free.
 * Gains keep to the policy's guard. One unit more of supply never hurts anybody where all lines are delivered
 * in part and sold singly; with lots and complete deliveries it can.
 *
 * <p>The work grows with the number of lines, and for each line with the number of locations.
 */
public final class Reallocation {

  private final ReallocationSnapshot snapshot;
  private final Run run;
  private final List<Move> moves = new ArrayList<>();

  private Reallocation(ReallocationSnapshot snapshot, Run run) {
    this.snapshot = snapshot;
    this.run = run;
  }

  /**
   * Runs: decides what each line has, and touches nothing.
   *
   * <p>This is a pure function, as far as the host's sourcing rule and guard are.
   *
   * @param snapshot the items, and who has or wants units of them
   * @param rules the strategy of each line, what is left alone, and how unsteady the run may be
   * @return the plan
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_ORDER} or {@code
   *     UNKNOWN_LINE} if the rules name what has no open units in the snapshot
   * @throws io.backorder.refusal.InvalidValueException with {@code DUPLICATE_LINE} if lines of an order
   *     that is delivered complete were given different strategies
   */
  public static ReallocationPlan run(ReallocationSnapshot snapshot, ReallocationRules rules) {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(rules, "rules");
    Run run = new Run(snapshot, Assignment.of(snapshot, rules));
    run.run(new Guards(snapshot.at()));
    return new Reallocation(snapshot, run).plan();
  }

  private ReallocationPlan plan() {
    List<List<Member>> byItem = new ArrayList<>();
    snapshot.items().forEach(item -> byItem.add(new ArrayList<>(item.lines().size())));
    Map<Part, Claimant> claimants = new HashMap<>();
    for (Claimant claimant : run.claimants()) {
      for (Member member : claimant.members()) {
        byItem.get(member.item()).add(member);
        claimants.put(member.part(), claimant);
      }
    }
    List<PlannedLine> lines = new ArrayList<>(claimants.size());
    for (int i = 0; i < byItem.size(); i++) {
      lines.addAll(planned(run.flows().get(i), parts(byItem.get(i)), claimants));
    }
    return new ReallocationPlan(snapshot.versions(), lines, infeasible(), moves);
  }

  private static List<Part> parts(List<Member> members) {
    return members.stream()
        .map(Member::part)
        .sorted((one, other) -> one.line().place().compareTo(other.line().place()))
        .toList();
  }

  private List<PlannedLine> planned(
      ItemFlow flow, List<Part> parts, Map<Part, Claimant> claimants) {
    Map<Part, Map<LocationId, Quantity>> placed = Placement.of(flow, parts);
    Reasons reasons = new Reasons(flow, parts, placed);
    List<PlannedLine> lines = new ArrayList<>(parts.size());
    for (Part part : parts) {
      Claimant its = requireNonNull(claimants.get(part), "claimant");
      var at = requireNonNull(placed.get(part), "placed");
      lines.add(new PlannedLine(part.line(), its.strategy(), at, reasons.of(part, its)));
    }
    moves.addAll(new Moves(flow, lines).list());
    return lines;
  }

  private List<Infeasible> infeasible() {
    List<Infeasible> found = new ArrayList<>();
    Set<Part> seen = new HashSet<>();
    run.turns().each(Claimant::isAlone, each -> note(each, seen, found));
    run.turns().each(Claimant::isKept, each -> note(each, seen, found));
    Run.FLOORS.forEach(strategy ->
        run.turns().each(each -> each.strategy() == strategy, each -> note(each, seen, found)));
    return found;
  }

  private static void note(Claimant claimant, Set<Part> seen, List<Infeasible> found) {
    for (Member member : claimant.members()) {
      Part part = member.part();
      long missing = claimant.floor(part) - part.granted();
      if (missing > 0 && seen.add(part)) {
        found.add(new Infeasible(part.line().id(), claimant.strategy(), Quantity.of(missing)));
      }
    }
  }
}
