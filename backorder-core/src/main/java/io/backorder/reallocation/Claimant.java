package io.backorder.reallocation;

import io.backorder.reallocation.ConfirmationStrategy.Bound;
import java.util.List;

/** Who is served at once: a line, or all lines of an order that is delivered complete. */
final class Claimant {

  private final List<Member> members;
  private final ConfirmationStrategy strategy;
  private final Standing standing;
  private boolean isKept;

  Claimant(List<Member> members, ConfirmationStrategy strategy, Standing standing) {
    this.members = List.copyOf(members);
    this.strategy = strategy;
    this.standing = standing;
    this.isKept = standing == Standing.SPARED;
  }

  /** A line, and the number of its item in the snapshot. */
  record Member(Part part, int item) {}

  /** How a run may treat somebody. */
  enum Standing {

    /** As the strategy says. */
    FREE,

    /** It is due so soon that it must not lose. */
    SPARED,

    /** It keeps what it has, where it has it: its picking has begun. */
    FROZEN,

    /** The same, because it is part of a kit, whose units are reserved in step. */
    PART_OF_KIT,

    /** The same, because it needs items that were not looked at. */
    BEYOND
  }

  List<Member> members() {
    return members;
  }

  ConfirmationStrategy strategy() {
    return strategy;
  }

  Standing standing() {
    return standing;
  }

  /** Whether nothing happens to it, whatever others get. */
  boolean isAlone() {
    return standing.compareTo(Standing.FROZEN) >= 0;
  }

  /** Whether it keeps its units where they are. */
  boolean isInPlace() {
    return isAlone() || strategy == ConfirmationStrategy.SKIP;
  }

  /** Whether it must not lose. */
  boolean isKept() {
    return isKept;
  }

  void keep() {
    isKept = true;
  }

  boolean isWholeOrder() {
    return members.size() > 1;
  }

  /** What a line must have at least, as far as it is reported if it has not. */
  long floor(Part part) {
    boolean isHard = strategy.hardness() == ConfirmationBounds.Hardness.HARD;
    long its = isHard ? strategy.floor().units(part.confirmed(), part.request()) : 0;
    return isAlone() ? part.confirmed() : Math.max(its, isKept ? part.confirmed() : 0);
  }

  /** The lines that have less than before. */
  long worsened() {
    return members.stream().filter(member -> member.part.isWorse()).count();
  }

  /** The units that it has less than before. */
  long lost() {
    long units = 0;
    for (Member member : members) {
      units += Math.max(0, member.part.confirmed() - member.part.granted());
    }
    return units;
  }

  /** Raises it toward a bound, as far as units reach. */
  void raise(Bound bound, List<ItemFlow> flows) {
    if (!isWholeOrder()) {
      Member only = members.get(0);
      flows.get(only.item).raise(only.part, bound);
    } else if (!raiseAll(bound, flows) && bound == Bound.REQUEST) {
      raiseAll(Bound.CONFIRMED, flows);
    }
  }

  /** Raises all lines to a bound, or none. */
  private boolean raiseAll(Bound bound, List<ItemFlow> flows) {
    long[] before = members.stream().mapToLong(each -> each.part.granted()).toArray();
    for (int i = 0; i < before.length; i++) {
      Member member = members.get(i);
      if (!flows.get(member.item).raiseWhole(member.part, bound)) {
        members.forEach(each -> each.part.lacked(member.part.line().id()));
        lower(before, i, flows);
        return false;
      }
    }
    return true;
  }

  private void lower(long[] before, int raised, List<ItemFlow> flows) {
    for (int i = 0; i < raised; i++) {
      flows.get(members.get(i).item).lower(members.get(i).part, before[i]);
    }
  }
}
