package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What an {@link AllocationPolicy} must keep beside {@link AllocationPolicyContract} if it looks at
 * the head of the queue alone: its cost does not grow with the queue.
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public interface HeadOfQueueContract extends AllocationPolicyContract {

  /**
   * Law P8: in a queue of lines that each wait for one unit, a policy with {@code k} units to give
   * reads {@code k} lines and one, whether a few wait or many.
   *
   * @param waiting how many lines wait
   * @param free how many units are free
   */
  @Property(tries = 50)
  default void readsNoFurtherThanItsUnitsReach(
      @ForAll @IntRange(min = 1, max = 20_000) int waiting, @ForAll @IntRange(max = 20) int free) {
    ContractSituation queue =
        ContractSituation.ofSingles(waiting, free, policy().sequence());
    ContractSituation.CountedBacklog backlog = queue.backlog();

    AllocationPlan plan = policy().allocate(backlog, queue.shelf());

    assertThat(plan.grants()).hasSize(Math.min(waiting, free));
    assertThat(backlog.reads()).as("lines read of %d", waiting).isLessThanOrEqualTo(free + 1L);
  }
}
