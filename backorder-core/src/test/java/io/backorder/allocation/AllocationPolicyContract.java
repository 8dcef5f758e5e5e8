package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every {@link AllocationPolicy} must keep.
 *
 * <p>To hold a policy of your own to it, implement this interface in a test class that jqwik runs,
 * and return the policy from {@link #policy}:
 *
 * <pre>{@code
 * class MyPolicyTest implements AllocationPolicyContract {
 *   public AllocationPolicy policy() {
 *     return new MyPolicy();
 *   }
 * }
 * }</pre>
 *
 * <p>The contract stands in the test jar of {@code backorder-core} (type {@code test-jar}), and needs
 * {@code net.jqwik:jqwik} and {@code org.assertj:assertj-core} beside it. It lies in the package of
 * what it tests, so that a project with a {@code module-info} runs it on the class path (Surefire:
 * {@code useModulePath} set to {@code false}). Its checks share no code with the library's own.
 *
 * <p>Situations have up to twelve lines that wait, delivered in part or complete, of several channels;
 * up to three locations, some inactive or kept for channels; lots, a buffer, and free units from none
 * to more than enough.
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public interface AllocationPolicyContract {

  /**
   * Returns the policy under test.
   *
   * @return the policy
   */
  AllocationPolicy policy();

  /**
   * Returns the situations in which the policy is asked, its lines in the policy's sequence.
   *
   * @return the situations
   */
  @Provide
  default Arbitrary<ContractSituation> situations() {
    return ContractSituation.inSequence(policy().sequence());
  }

  /**
   * Law P1: each grant names a line of this backlog and a location that serves it, and gives at least
   * one unit, in whole lots.
   *
   * @param situation who waits, and what is free
   */
  @Property
  default void everyGrantIsToALineThatWaitsFromALocationThatServesIt(
      @ForAll("situations") ContractSituation situation) {
    for (Grant grant : situation.allocate(policy()).grants()) {
      assertThat(situation.lines()).as("lines that wait").contains(line(grant));
      assertThat(situation.serving(grant.line()))
          .as("locations that serve %s", grant.line())
          .contains(grant.location());
      assertThat(grant.quantity()).as("units of %s", grant).isGreaterThan(Quantity.ZERO);
      assertThat(grant.quantity().units() % situation.lot().units())
          .as("units of %s beyond whole lots of %s", grant, situation.lot())
          .isZero();
    }
  }

  private static ContractSituation.Line line(Grant grant) {
    return (ContractSituation.Line) grant.line();
  }

  /**
   * Law P2: no line gets more than it waits for, and a line that is delivered complete gets all or
   * nothing; grants of one line are added up first.
   *
   * @param situation who waits, and what is free
   */
  @Property
  default void noLineGetsMoreThanItWaitsForAndACompleteLineAllOrNothing(
      @ForAll("situations") ContractSituation situation) {
    Map<WaitingLine, Long> got = new HashMap<>();
    for (Grant grant : situation.allocate(policy()).grants()) {
      got.merge(grant.line(), grant.quantity().units(), Math::addExact);
    }
    got.forEach((line, units) -> {
      assertThat(units)
          .as("units of %s", line)
          .isLessThanOrEqualTo(line.waiting().units());
      if (line.terms().delivery() != DeliveryRule.PARTIAL) {
        assertThat(units)
            .as("units of complete %s", line)
            .isEqualTo(line.waiting().units());
      }
    });
  }

  /**
   * Law P2: no location gives more than lies free there, and all together leave the buffer alone.
   *
   * @param situation who waits, and what is free
   */
  @Property
  default void noLocationGivesMoreThanIsFreeAndTheBufferStays(
      @ForAll("situations") ContractSituation situation) {
    Map<LocationId, Long> given = new HashMap<>();
    long sum = 0;
    for (Grant grant : situation.allocate(policy()).grants()) {
      given.merge(grant.location(), grant.quantity().units(), Math::addExact);
      sum = Math.addExact(sum, grant.quantity().units());
    }
    given.forEach((location, units) -> assertThat(units)
        .as("units taken at %s", location)
        .isLessThanOrEqualTo(situation.freeAt(location)));
    assertThat(sum).as("units taken in all").isLessThanOrEqualTo(situation.beyondBuffer());
  }

  /**
   * Law P5: a policy keeps nothing and changes nothing that it was given. A plan stays what it was
   * when the policy is asked again, and the lines stay as they were.
   *
   * @param one who waits, and what is free
   * @param next the situation in which it is asked afterwards
   */
  @Property
  default void aPlanStaysWhatItWasWhenThePolicyIsAskedAgain(
      @ForAll("situations") ContractSituation one, @ForAll("situations") ContractSituation next) {
    List<ContractSituation.Line> before = List.copyOf(one.lines());
    AllocationPlan plan = one.allocate(policy());
    List<Grant> grants = List.copyOf(plan.grants());

    AllocationPlan later = next.allocate(policy());

    assertThat(plan.grants()).isEqualTo(grants);
    assertThat(one.lines()).isEqualTo(before);
    assertThat(later.grants()).allSatisfy(each -> assertThat(next.lines()).contains(line(each)));
  }

  /**
   * Law P6: the same situation gives the same plan, however often it is asked and from whatever
   * thread.
   *
   * @param situation who waits, and what is free
   */
  @Property
  default void theSameSituationGivesTheSamePlan(@ForAll("situations") ContractSituation situation) {
    AllocationPlan first = situation.allocate(policy());

    List<AllocationPlan> again = IntStream.range(0, 4)
        .parallel()
        .mapToObj(turn -> situation.allocate(policy()))
        .toList();

    assertThat(again).containsOnly(first);
  }

  /**
   * Law P8: a policy reads no more lines than {@code (lines + locations) * (2 + log2(lines))}, a line
   * that is read twice counted twice. The count says whether it ends; no clock is asked.
   *
   * @param situation who waits, and what is free
   */
  @Property
  default void readsLinesANumberOfTimesThatIsBounded(
      @ForAll("situations") ContractSituation situation) {
    ContractSituation.CountedBacklog backlog = situation.backlog();
    long n = situation.lines().size();
    long log = 64L - Long.numberOfLeadingZeros(n);
    long bound = (n + situation.locations().size()) * (2 + log);

    policy().allocate(backlog, situation.shelf());

    assertThat(backlog.reads()).as("lines read of %d", n).isLessThanOrEqualTo(bound);
  }
}
