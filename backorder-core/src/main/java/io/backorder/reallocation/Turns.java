package io.backorder.reallocation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The order in which claimants are served: within each item by place. An order that is delivered complete
 * has its turn once everybody before it has had theirs, at each of its items; where two wait for each
 * other so, the first at the first of these items goes ahead.
 */
final class Turns {

  private final List<List<Claimant>> queues;
  private final boolean isTangled;

  Turns(List<List<Claimant>> queues) {
    this.queues = queues;
    this.isTangled = queues.stream().flatMap(List::stream).anyMatch(Claimant::isWholeOrder);
  }

  /** Lets each claimant that is asked for act once, in its turn. */
  void each(Predicate<Claimant> wanted, Consumer<Claimant> act) {
    if (isTangled) {
      new Round(wanted, act).run();
      return;
    }
    for (List<Claimant> queue : queues) {
      for (Claimant claimant : queue) {
        if (wanted.test(claimant)) {
          act.accept(claimant);
        }
      }
    }
  }

  /** One round through queues that have orders in common. */
  private final class Round {

    private final Predicate<Claimant> wanted;
    private final Consumer<Claimant> act;
    private final int[] next = new int[queues.size()];
    private final Map<Claimant, Set<Integer>> waiting = new HashMap<>();
    private final Set<Claimant> done = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final TreeSet<Integer> stuck = new TreeSet<>();

    Round(Predicate<Claimant> wanted, Consumer<Claimant> act) {
      this.wanted = wanted;
      this.act = act;
    }

    void run() {
      for (int i = 0; i < next.length; i++) {
        open.add(i);
      }
      while (!open.isEmpty() || !stuck.isEmpty()) {
        if (open.isEmpty()) {
          int first = stuck.first();
          serve(queues.get(first).get(next[first]));
        } else {
          advance(open.remove());
        }
      }
    }

    /** Serves a queue up to the first order whose turn has not come elsewhere. */
    private void advance(int index) {
      List<Claimant> queue = queues.get(index);
      while (next[index] < queue.size()) {
        Claimant claimant = queue.get(next[index]);
        if (wanted.test(claimant) && !done.contains(claimant)) {
          if (!isReached(claimant, index)) {
            stuck.add(index);
            return;
          }
          serve(claimant);
        }
        next[index]++;
      }
    }

    private boolean isReached(Claimant claimant, int index) {
      if (!claimant.isWholeOrder()) {
        return true;
      }
      Set<Integer> at = waiting.computeIfAbsent(claimant, key -> new HashSet<>());
      at.add(index);
      return claimant.members().stream().allMatch(member -> at.contains(member.item()));
    }

    private void serve(Claimant claimant) {
      act.accept(claimant);
      if (claimant.isWholeOrder()) {
        done.add(claimant);
        for (int index : waiting.getOrDefault(claimant, Set.of())) {
          if (stuck.remove(index)) {
            open.add(index);
          }
        }
      }
    }
  }
}
