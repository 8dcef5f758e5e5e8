package io.backorder.reallocation;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.Claimant.Member;
import io.backorder.reallocation.Claimant.Standing;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who claims units in a run, by which strategy, and in what order. */
final class Assignment {

  private final ReallocationSnapshot snapshot;
  private final ReallocationRules rules;
  private final List<List<Claimant>> queues = new ArrayList<>();
  private final List<Claimant> claimants = new ArrayList<>();
  private final Map<OrderId, List<Member>> wholeOrders = new LinkedHashMap<>();
  private final Map<OrderId, Claimant> claimantOf = new HashMap<>();
  private final Set<Object> unseen = new HashSet<>();

  private Assignment(ReallocationSnapshot snapshot, ReallocationRules rules) {
    this.snapshot = snapshot;
    this.rules = rules;
  }

  static Assignment of(ReallocationSnapshot snapshot, ReallocationRules rules) {
    Assignment assignment = new Assignment(snapshot, rules);
    assignment.unseen.addAll(rules.orders().keySet());
    assignment.unseen.addAll(rules.lines().keySet());
    assignment.unseen.addAll(rules.frozen());
    List<List<Member>> members = assignment.members();
    assignment.requireSeen();
    members.forEach(assignment::queue);
    return assignment;
  }

  /** The claimants of each item, by place; one with several lines stands at its first. */
  List<List<Claimant>> queues() {
    return queues;
  }

  /** Every claimant once. */
  List<Claimant> claimants() {
    return claimants;
  }

  StabilityBudget budget() {
    return rules.budget();
  }

  private List<List<Member>> members() {
    List<List<Member>> all = new ArrayList<>(snapshot.items().size());
    for (int item = 0; item < snapshot.items().size(); item++) {
      List<Member> members = new ArrayList<>();
      for (OpenLine line : snapshot.items().get(item).lines()) {
        members.add(member(line, item));
      }
      all.add(members);
    }
    return all;
  }

  private Member member(OpenLine line, int item) {
    Member member = new Member(new Part(line), item);
    see(line.id());
    if (line.terms().delivery() == DeliveryRule.COMPLETE_ORDER) {
      wholeOrders.computeIfAbsent(line.id().order(), key -> new ArrayList<>()).add(member);
    }
    return member;
  }

  private void see(OrderLineId line) {
    if (!unseen.isEmpty()) {
      unseen.remove(line);
      unseen.remove(line.order());
    }
  }

  private void requireSeen() {
    requireSeen("order", rules.orders().keySet());
    requireSeen("line", rules.lines().keySet());
    requireSeen("line", rules.frozen());
  }

  private void requireSeen(String name, Collection<?> named) {
    named.stream().filter(unseen::contains).findFirst().ifPresent(missing -> {
      throw new UnknownReferenceException(
          name.equals("order") ? ErrorCode.UNKNOWN_ORDER : ErrorCode.UNKNOWN_LINE,
          "%s must have open units of an item of the run: %s".formatted(name, missing),
          Facts.of(name, missing));
    });
  }

  private void queue(List<Member> members) {
    List<Claimant> queue = new ArrayList<>(members.size());
    Set<OrderId> seen = new HashSet<>();
    for (Member member : members) {
      OrderId order = member.part().line().id().order();
      if (!wholeOrders.containsKey(order)) {
        queue.add(claimant(List.of(member)));
      } else if (seen.add(order)) {
        queue.add(claimantOf.computeIfAbsent(
            order, key -> claimant(wholeOrders.getOrDefault(key, List.of()))));
      }
    }
    queues.add(queue);
  }

  private Claimant claimant(List<Member> members) {
    Claimant claimant = new Claimant(members, strategy(members), standing(members));
    if (claimant.isInPlace()) {
      members.forEach(member -> member.part().keepInPlace());
    }
    claimants.add(claimant);
    return claimant;
  }

  private ConfirmationStrategy strategy(List<Member> members) {
    OrderLineId first = members.get(0).part().line().id();
    ConfirmationStrategy common = rules.orders().get(first.order());
    for (Member member : members) {
      OrderLineId line = member.part().line().id();
      ConfirmationStrategy its = rules.lines().get(line);
      if (its != null && common != null && its != common) {
        throw twoStrategies(line, common, its);
      }
      common = its == null ? common : its;
    }
    return common == null ? ConfirmationStrategy.IMPROVE : common;
  }

  private static InvalidValueException twoStrategies(
      OrderLineId line, ConfirmationStrategy common, ConfirmationStrategy its) {
    return new InvalidValueException(
        ErrorCode.DUPLICATE_LINE,
        "lines of order %s, which is delivered complete, must have one strategy, %s: %s"
            .formatted(line.order(), common, its),
        Facts.of("line", line).and("asked", its).and("allowed", common));
  }

  private Standing standing(List<Member> members) {
    Standing standing = Standing.FREE;
    for (Member member : members) {
      Standing its = standing(member.part().line());
      standing = its.compareTo(standing) > 0 ? its : standing;
    }
    return standing;
  }

  private Standing standing(OpenLine line) {
    if (line.isReachingBeyond()) {
      return Standing.BEYOND;
    } else if (rules.frozen().contains(line.id())) {
      return Standing.FROZEN;
    } else if (line.id().isPart()) {
      return Standing.PART_OF_KIT;
    }
    boolean spared =
        line.due().filter(day -> budget().spares(day, snapshot.day())).isPresent();
    return spared ? Standing.SPARED : Standing.FREE;
  }
}
