package io.backorder.reallocation;

import static java.util.Comparator.comparing;

import io.backorder.reallocation.Claimant.Member;
import io.backorder.reallocation.ConfirmationStrategy.Bound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run at work. What is frozen is served first, then whoever must not lose; then come the floors, then
 * the improvements, each strategy by strategy and within one by place.
 */
final class Run {

  static final List<ConfirmationStrategy> FLOORS = List.of(
      ConfirmationStrategy.SKIP,
      ConfirmationStrategy.WIN,
      ConfirmationStrategy.GAIN,
      ConfirmationStrategy.IMPROVE);

  private static final List<ConfirmationStrategy> IMPROVEMENTS = List.of(
      ConfirmationStrategy.WIN,
      ConfirmationStrategy.GAIN,
      ConfirmationStrategy.IMPROVE,
      ConfirmationStrategy.REDISTRIBUTE,
      ConfirmationStrategy.FILL);

  /** How often a run begins again at most, until guards are kept. */
  private static final int ROUNDS = 8;

  private final List<ItemFlow> flows = new ArrayList<>();
  private final List<List<Claimant>> queues;
  private final List<Claimant> claimants;
  private final List<Claimant> firstInPlace;
  private final StabilityBudget budget;
  private final Turns turns;
  private boolean isBound;

  Run(ReallocationSnapshot snapshot, Assignment assignment) {
    this.queues = assignment.queues();
    this.claimants = assignment.claimants();
    this.firstInPlace = claimants.stream()
        .sorted(comparing(Claimant::isAlone).thenComparing(Claimant::isInPlace).reversed())
        .toList();
    this.budget = assignment.budget();
    this.turns = new Turns(queues);
    snapshot.items().forEach(item -> flows.add(new ItemFlow(item)));
  }

  List<ItemFlow> flows() {
    return flows;
  }

  List<Claimant> claimants() {
    return claimants;
  }

  Turns turns() {
    return turns;
  }

  /** Serves everybody, again as long as the budget or a guard would not be kept. */
  void run(Guards guards) {
    serve();
    bind();
    int round = 0;
    while (round < ROUNDS && isToBeginAgain(guards)) {
      serve();
      bind();
      round++;
    }
    if (round == ROUNDS) {
      guards.cut(this); // what nobody may take stays free
    }
  }

  private boolean isToBeginAgain(Guards guards) {
    boolean isLimited = guards.limit(this);
    return giveUp() || isLimited;
  }

  private void serve() {
    flows.forEach(ItemFlow::clear);
    firstInPlace.forEach(claimant -> claimant.members().forEach(this::enter));
    flows.forEach(ItemFlow::open);
    turns.each(Claimant::isAlone, each -> each.raise(Bound.CONFIRMED, flows));
    turns.each(
        each -> each.isKept() && !each.isAlone(), each -> each.raise(Bound.CONFIRMED, flows));
    FLOORS.forEach(strategy -> pass(strategy, strategy.floor()));
    IMPROVEMENTS.forEach(strategy -> pass(strategy, strategy.ceiling()));
  }

  private void enter(Member member) {
    flows.get(member.item()).enter(member.part());
  }

  private void eachMember(Consumer<Member> act) {
    claimants.forEach(claimant -> claimant.members().forEach(act));
  }

  private void pass(ConfirmationStrategy strategy, Bound bound) {
    turns.each(
        each -> each.strategy() == strategy && !each.isAlone(), each -> each.raise(bound, flows));
  }

  /** Where more promises became worse than may, all but the most useful of them are kept. */
  private void bind() {
    if (isBound || !budget.isLimited()) {
      return;
    }
    List<Claimant> worse =
        new ArrayList<>(claimants.stream().filter(each -> each.worsened() > 0).toList());
    long count = worse.stream().mapToLong(Claimant::worsened).sum();
    if (count > budget.mayWorsen()) {
      eachMember(member -> member.part().rememberUnlimited());
      keepAllBut(mostUseful(worse));
      isBound = true;
      serve();
    }
  }

  /** Those whom their strategy has lose, then those who give most units; ties by last in line. */
  private List<Claimant> mostUseful(List<Claimant> worse) {
    Collections.reverse(worse);
    worse.sort(comparing((Claimant each) -> each.strategy() != ConfirmationStrategy.LOSE)
        .thenComparing(Comparator.comparingLong(Claimant::lost).reversed()));
    List<Claimant> chosen = new ArrayList<>();
    long left = budget.mayWorsen();
    for (Claimant each : worse) {
      if (each.members().size() <= left) {
        chosen.add(each);
        left -= each.members().size();
      }
    }
    return chosen;
  }

  private void keepAllBut(List<Claimant> chosen) {
    Set<Claimant> may = new HashSet<>(chosen);
    claimants.stream().filter(each -> !may.contains(each)).forEach(Claimant::keep);
  }

  /** Whether units became free that others may use, which their line kept from them. */
  private boolean giveUp() {
    boolean[] any = {false};
    eachMember(member -> any[0] |= flows.get(member.item()).giveUp(member.part()));
    return any[0];
  }
}
