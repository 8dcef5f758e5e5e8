package io.backorder.reallocation;

import io.backorder.allocation.Guard;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.reallocation.Claimant.Member;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Holds gains to the guards of the items. What a line has is its own; what it gains is drawn on the pools
 * that the guard fills with all that is free once the losers have lost, in the order in which gains were
 * made. A line that would gain more than its pools have left may have that much and no more.
 */
final class Guards {

  private final Instant at;

  Guards(Instant at) {
    this.at = at;
  }

  /** Limits who gained too much, and tells whether there was anybody. */
  boolean limit(Run run) {
    boolean[] any = {false};
    check(run, (claimant, most) -> {
      any[0] = true;
      for (int i = 0; i < claimant.members().size(); i++) {
        claimant.members().get(i).part().limit(most.get(i));
      }
    });
    return any[0];
  }

  /** Takes from those who gained too much what they may not have. */
  void cut(Run run) {
    check(run, (claimant, most) -> {
      for (int i = 0; i < claimant.members().size(); i++) {
        Member member = claimant.members().get(i);
        member.part().limit(most.get(i));
        run.flows().get(member.item()).lower(member.part(), most.get(i));
      }
    });
  }

  private void check(Run run, BiConsumer<Claimant, List<Long>> tooMuch) {
    List<List<Guard.Pools>> pools =
        situations(run).stream().map(each -> each.pools(at)).toList();
    if (pools.stream().allMatch(List::isEmpty)) {
      return;
    }
    Drawing drawing = new Drawing(run.flows(), pools);
    for (ConfirmationStrategy strategy : ConfirmationStrategy.values()) {
      run.turns().each(each -> each.strategy() == strategy, each -> check(each, drawing, tooMuch));
    }
  }

  private List<Situation> situations(Run run) {
    List<Situation> situations = new ArrayList<>(run.flows().size());
    run.flows().forEach(flow -> situations.add(new Situation(flow)));
    for (Claimant claimant : run.claimants()) {
      claimant.members().forEach(member -> situations.get(member.item()).count(member.part(), at));
    }
    return situations;
  }

  private static void check(
      Claimant claimant, Drawing drawing, BiConsumer<Claimant, List<Long>> tooMuch) {
    List<Long> allowed = drawing.allowed(claimant);
    boolean isTooMuch = false;
    for (int i = 0; i < allowed.size(); i++) {
      isTooMuch |= allowed.get(i) < claimant.members().get(i).part().granted();
    }
    List<Long> most = isTooMuch && claimant.isWholeOrder() ? before(claimant) : allowed;
    for (int i = 0; i < most.size(); i++) {
      drawing.draw(claimant.members().get(i), most.get(i));
    }
    if (isTooMuch) {
      tooMuch.accept(claimant, most);
    }
  }

  /** An order that cannot have all of its gain has none of it. */
  private static List<Long> before(Claimant order) {
    return order.members().stream().map(member -> member.part().confirmed()).toList();
  }

  /** The pools of each item while gains are drawn on them. */
  private record Drawing(List<ItemFlow> flows, List<List<Guard.Pools>> pools) {

    /** What each line of a claimant may have, if those before it keep what they have got. */
    List<Long> allowed(Claimant claimant) {
      Map<Integer, Long> gained = new HashMap<>();
      List<Long> allowed = new ArrayList<>(claimant.members().size());
      for (Member member : claimant.members()) {
        allowed.add(allowed(member, gained.getOrDefault(member.item(), 0L)));
        gained.merge(member.item(), gain(member.part()), Long::sum);
      }
      return allowed;
    }

    private static long gain(Part part) {
      return Math.max(0, part.granted() - part.confirmed());
    }

    private long allowed(Member member, long gained) {
      Part part = member.part();
      long gain = gain(part);
      long allowed = gain;
      for (Guard.Pools each : pools.get(member.item())) {
        allowed = Math.min(allowed, Math.max(0, each.left(part.line().terms()) - gained));
      }
      return allowed < gain
          ? part.admissible(part.confirmed() + allowed, flows.get(member.item()).lot())
          : part.granted();
    }

    void draw(Member member, long most) {
      Part part = member.part();
      long gain = Math.min(part.granted(), most) - part.confirmed();
      if (gain > 0) {
        pools.get(member.item()).forEach(each -> each.take(part.line().terms(), gain));
      }
    }
  }

  /** An item when the losers have lost. */
  private static final class Situation {

    private final ItemFlow flow;
    private final Guard guard;
    private final Map<Tally, Long> taken;
    private long lost;

    Situation(ItemFlow flow) {
      this.flow = flow;
      this.guard = flow.supply().guard();
      this.taken = new HashMap<>(flow.supply().taken());
    }

    void count(Part part, Instant at) {
      long units = part.confirmed() - part.granted();
      if (units > 0 && guard != Guard.none()) {
        lost += units;
        OrderTerms terms = part.line().terms();
        for (Tally tally : guard.tallies(flow.item().sku(), terms, at)) {
          taken.merge(tally, -units, Long::sum);
        }
      }
    }

    List<Guard.Pools> pools(Instant at) {
      if (guard == Guard.none()) {
        return List.of();
      }
      Quantity usable = Quantity.of(flow.freeBeyondBuffer() + lost);
      return guard.pools(new Guard.Situation(flow.item().sku(), usable, at, taken));
    }
  }
}
