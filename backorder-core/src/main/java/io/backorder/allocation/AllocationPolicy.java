package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

/**
 * Decides who gets units when there are not enough for everyone.
 *
 * <p>The standard policies come from the factory methods of this interface. Any other rule is a
 * lambda or a class of the host's own: it reads the backlog from its head, asks the shelf what each
 * line could use, grants, and returns {@link Shelf#plan()}.
 *
 * <p>An implementation is a pure function: it reads no clock, keeps no state, posts no document and
 * may be called from several threads at once. Its answer is checked before it is applied: each grant
 * names a line of this backlog, a location that may serve it, and an admissible quantity, and the
 * sums stay within what is free and what is waiting. A policy that breaks this contract, or throws,
 * changes nothing: the document that triggered it stands without allocation of the item, listeners
 * are told once, and the next document that touches the item allocates again.
 */
@FunctionalInterface
public interface AllocationPolicy {

  /**
   * Allocates the free units of one item to the lines that wait for it.
   *
   * @param backlog the lines that could use what is free, first in line first, read lazily
   * @param shelf the free units
   * @return who gets which units
   */
  AllocationPlan allocate(Backlog backlog, Shelf shelf);

  /**
   * Returns the order in which lines stand in the backlog.
   *
   * @return the sequence; unless overridden, first come first served
   */
  default Sequence sequence() {
    return Sequence.firstComeFirstServed();
  }

  /**
   * Returns what keeps units back, whatever the policy grants: a shelf is handed to the policy with the
   * pools of this guard, and a newcomer or a cart at the shelf is held to them as well. A shelf that a
   * host makes itself has none.
   *
   * @return the guard; unless overridden, none
   */
  default Guard guard() {
    return Guard.none();
  }

  /**
   * Returns this policy with another sequence of the backlog.
   *
   * @param sequence the sequence
   * @return the policy
   */
  default AllocationPolicy in(Sequence sequence) {
    requireNonNull(sequence, "sequence");
    AllocationPolicy rule = this;
    return new AllocationPolicy() {
      @Override
      public AllocationPlan allocate(Backlog backlog, Shelf shelf) {
        return rule.allocate(backlog, shelf);
      }

      @Override
      public Sequence sequence() {
        return sequence;
      }

      @Override
      public Guard guard() {
        return rule.guard();
      }

      @Override
      public String toString() {
        return rule + " in sequence " + sequence;
      }
    };
  }

  /**
   * Returns the policy of a sequence, a share rule and a guard.
   *
   * @param sequence who is next
   * @param share how units are divided
   * @param guard how much a line may take
   * @return the policy
   */
  static AllocationPolicy of(Sequence sequence, ShareRule share, Guard guard) {
    return new StandardPolicy(sequence.toString(), sequence, share, guard);
  }

  /**
   * Returns the policy that serves lines as they came. An order that waits longest is filled first
   * and whole, before anything goes to the next.
   *
   * @return the policy
   */
  static AllocationPolicy firstComeFirstServed() {
    return StandardPolicy.FIRST_COME_FIRST_SERVED;
  }

  /**
   * Returns the policy that serves the most urgent lines first, among these the earliest due, among
   * these as they came. A line of low priority waits as long as more urgent ones keep coming.
   *
   * @return the policy
   */
  static AllocationPolicy priority() {
    return StandardPolicy.PRIORITY;
  }

  /**
   * Returns the policy that serves the earliest due lines first, those without a due day last.
   *
   * @return the policy
   */
  static AllocationPolicy dueDate() {
    return StandardPolicy.DUE_DATE;
  }

  /**
   * Returns the policy that serves the smallest lines first, so that as many lines as possible are
   * finished. A large line waits as long as small ones keep coming.
   *
   * @return the policy
   */
  static AllocationPolicy smallestFirst() {
    return StandardPolicy.SMALLEST_FIRST;
  }

  /**
   * Returns the policy that serves lines as they came and fills each whole or not at all. A line that
   * cannot be filled whole is passed over and does not block those behind it.
   *
   * @return the policy
   */
  static AllocationPolicy completeLines() {
    return StandardPolicy.COMPLETE_LINES;
  }

  /**
   * Returns the policy that gives everybody who waits equally many units: each next one goes to the
   * line that has got the fewest since it was placed, of equals to who came first. Small orders are
   * finished soon, large ones wait for the rest; a newcomer shares from the next receipt on.
   *
   * @return the policy
   * @see ShareRule#equalAwards()
   */
  static AllocationPolicy fairShare() {
    return StandardPolicy.FAIR_SHARE;
  }

  /**
   * Returns the policy that serves everybody who waits in the same proportion to what it needs, as far
   * as whole units allow.
   *
   * @return the policy
   * @see ShareRule#proportional()
   */
  static AllocationPolicy proportional() {
    return StandardPolicy.PROPORTIONAL;
  }
}
