package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

/** The contracts bite: each bad rule is caught by the law that it breaks. */
final class BrokenContractsTest {

  private static final int SAMPLES = 500;

  /** Whether one of many generated values breaks a law. */
  private static <T> boolean breaks(Arbitrary<T> values, Function<T, Runnable> law) {
    return values.sampleStream().limit(SAMPLES).anyMatch(sample -> {
      try {
        law.apply(sample).run();
        return false;
      } catch (AssertionError e) {
        return true;
      }
    });
  }

  private static boolean breaks(
      AllocationPolicy policy, BiConsumer<AllocationPolicyContract, ContractSituation> law) {
    AllocationPolicyContract contract = () -> policy;
    return breaks(contract.situations(), one -> () -> law.accept(contract, one));
  }

  /** The generators must meet what the laws are about. */
  @Example
  void situations_areOfEveryKind() {
    AllocationPolicyContract contract = AllocationPolicy::firstComeFirstServed;
    Map<String, Integer> met = new TreeMap<>();
    contract.situations().sampleStream().limit(1_000).forEach(situation -> {
      List<Grant> grants = situation.allocate(contract.policy()).grants();
      Set<WaitingLine> lines = grants.stream().map(Grant::line).collect(Collectors.toSet());
      count(met, "nothing granted", grants.isEmpty());
      count(met, "several lines", lines.size() > 1);
      count(met, "a line from two locations", grants.size() > lines.size());
      count(met, "a complete line", lines.stream().anyMatch(BrokenContractsTest::isComplete));
      count(met, "lots", !grants.isEmpty() && situation.lot().units() > 1);
      count(met, "a buffer", !grants.isEmpty() && !situation.withheld().buffer().isZero());
      count(
          met,
          "a channel",
          lines.stream().anyMatch(line -> line.terms().channel().isPresent()));
      count(met, "somebody left waiting", lines.size() < situation.lines().size());
    });
    assertThat(met).hasSize(8);
    assertThat(met).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(50));
  }

  private static boolean isComplete(WaitingLine line) {
    return line.terms().delivery() == DeliveryRule.COMPLETE_LINE;
  }

  private static void count(Map<String, Integer> met, String what, boolean so) {
    met.merge(what, so ? 1 : 0, Integer::sum);
  }

  /** Grants whatever a function says to the first line, if there is one. */
  private static AllocationPolicy toTheFirst(Function<WaitingLine, List<Grant>> grants) {
    return (backlog, shelf) -> {
      Iterator<WaitingLine> lines = backlog.iterator();
      return lines.hasNext() ? AllocationPlan.of(grants.apply(lines.next())) : AllocationPlan.EMPTY;
    };
  }

  private static Grant grant(WaitingLine line, String location, long units) {
    return new Grant(line, LocationId.of(location), Quantity.of(units));
  }

  @Example
  void goodPolicy_breaksNoLaw() {
    AllocationPolicy good = AllocationPolicy.priority();
    assertThat(breaks(
            good, AllocationPolicyContract::everyGrantIsToALineThatWaitsFromALocationThatServesIt))
        .isFalse();
    assertThat(breaks(
            good,
            AllocationPolicyContract::noLineGetsMoreThanItWaitsForAndACompleteLineAllOrNothing))
        .isFalse();
    assertThat(
            breaks(good, AllocationPolicyContract::noLocationGivesMoreThanIsFreeAndTheBufferStays))
        .isFalse();
  }

  @Example
  void unknownLocationOrNoUnits_areCaught() {
    BiConsumer<AllocationPolicyContract, ContractSituation> law =
        AllocationPolicyContract::everyGrantIsToALineThatWaitsFromALocationThatServesIt;
    assertThat(breaks(toTheFirst(line -> List.of(grant(line, "MOON", 1))), law)).isTrue();
    assertThat(breaks(toTheFirst(line -> List.of(grant(line, "L0", 0))), law)).isTrue();
    assertThat(breaks(toTheFirst(line -> List.of(grant(line, "L0", 1))), law)).isTrue();
  }

  @Example
  void moreThanALineWaitsForOrHalfOfACompleteLine_isCaught() {
    BiConsumer<AllocationPolicyContract, ContractSituation> law =
        AllocationPolicyContract::noLineGetsMoreThanItWaitsForAndACompleteLineAllOrNothing;
    AllocationPolicy twice = toTheFirst(line ->
        List.of(new Grant(line, LocationId.of("L0"), line.waiting()), grant(line, "L0", 1)));
    AllocationPolicy one = toTheFirst(line -> List.of(grant(line, "L0", 1)));
    assertThat(breaks(twice, law)).isTrue();
    assertThat(breaks(one, law)).isTrue();
  }

  @Example
  void moreThanIsFreeOrTheBuffer_isCaught() {
    BiConsumer<AllocationPolicyContract, ContractSituation> law =
        AllocationPolicyContract::noLocationGivesMoreThanIsFreeAndTheBufferStays;
    AllocationPolicy oversells =
        toTheFirst(line -> List.of(new Grant(line, LocationId.of("L0"), line.waiting())));
    assertThat(breaks(oversells, law)).isTrue();
  }

  @Example
  void memoryOfEarlierCalls_isCaught() {
    AtomicInteger calls = new AtomicInteger();
    AllocationPolicy everyOther = (backlog, shelf) -> calls.incrementAndGet() % 2 == 0
        ? AllocationPlan.EMPTY
        : AllocationPolicy.firstComeFirstServed().allocate(backlog, shelf);
    List<Grant> kept = new ArrayList<>();
    AllocationPolicy hoards = (backlog, shelf) -> {
      kept.addAll(
          AllocationPolicy.firstComeFirstServed().allocate(backlog, shelf).grants());
      return AllocationPlan.of(kept);
    };
    assertThat(breaks(everyOther, AllocationPolicyContract::theSameSituationGivesTheSamePlan))
        .isTrue();
    AllocationPolicyContract contract = () -> hoards;
    ContractSituation first = contract.situations().sample();
    assertThat(breaks(
            contract.situations(),
            next -> () -> contract.aPlanStaysWhatItWasWhenThePolicyIsAskedAgain(first, next)))
        .isTrue();
  }

  @Example
  void readingTheQueueForEachLine_isCaught() {
    AllocationPolicy quadratic = (backlog, shelf) -> {
      for (WaitingLine line : backlog) {
        for (WaitingLine other : backlog) {
          if (line.place().compareTo(other.place()) > 0 && shelf.isEmpty()) {
            return shelf.plan();
          }
        }
      }
      return AllocationPolicy.firstComeFirstServed().allocate(backlog, shelf);
    };
    assertThat(breaks(quadratic, AllocationPolicyContract::readsLinesANumberOfTimesThatIsBounded))
        .isTrue();

    AllocationPolicy reader = (backlog, shelf) -> {
      backlog.forEach(line -> line.waiting().isZero());
      return AllocationPolicy.firstComeFirstServed().allocate(backlog, shelf);
    };
    HeadOfQueueContract contract = () -> reader;
    assertThat(breaks(
            Arbitraries.integers().between(30, 60),
            waiting -> () -> contract.readsNoFurtherThanItsUnitsReach(waiting, 5)))
        .isTrue();
  }

  @Example
  void sequencesThatAreNoOrder_areCaught() {
    AtomicInteger turn = new AtomicInteger();
    SequenceContract forgetful = () -> (units, arrival) -> PlaceInLine.of(1);
    SequenceContract moody =
        () -> (units, arrival) -> PlaceInLine.ranked(arrival, turn.getAndIncrement());
    SequenceContract ragged = () -> (units, arrival) ->
        units.line().due().isPresent() ? PlaceInLine.ranked(arrival, 1) : PlaceInLine.of(arrival);
    assertThat(
            breaks(forgetful.arrivals(), all -> () -> forgetful.ofTwoUnitsOneIsBeforeTheOther(all)))
        .isTrue();
    assertThat(breaks(
            forgetful.arrivals(), all -> () -> forgetful.whoIsBeforeSomebodyIsBeforeAllBehind(all)))
        .isTrue();
    assertThat(breaks(
            moody.arrivals(), all -> () -> moody.aPlaceIsAFunctionOfItsUnitsAndTheirArrival(all)))
        .isTrue();
    assertThat(breaks(
            ragged.arrivals(),
            all -> () -> ragged.placesHaveEquallyManyKeysAndTiesGoToWhoCameFirst(all)))
        .isTrue();
  }

  @Example
  void sourcingsThatMissTheirSum_areCaught() {
    AtomicInteger turn = new AtomicInteger();
    SourcingContract nothing = () -> (wanted, candidates) -> List.of();
    SourcingContract elsewhere = () -> (wanted, candidates) ->
        List.of(StockUnits.of(Sku.of("ITEM"), LocationId.of("MOON"), wanted));
    SourcingContract greedy = () -> (wanted, candidates) ->
        List.of(StockUnits.of(Sku.of("ITEM"), candidates.get(0).location(), wanted));
    SourcingContract moody = () -> (wanted, candidates) -> turn.incrementAndGet() % 2 == 0
        ? Sourcing.rank().source(wanted, candidates)
        : Sourcing.mostFree().source(wanted, candidates);
    assertThat(breaks(nothing.wishes(), wish -> () -> nothing.sourcesAddUpToWhatIsWanted(wish)))
        .isTrue();
    for (SourcingContract bad : List.of(elsewhere, greedy)) {
      assertThat(breaks(
              bad.wishes(), wish -> () -> bad.everySourceIsACandidateAndGivesNoMoreThanItHas(wish)))
          .isTrue();
    }
    assertThat(breaks(moody.wishes(), wish -> () -> moody.theSameWishGetsTheSameSources(wish)))
        .isTrue();
  }
}
