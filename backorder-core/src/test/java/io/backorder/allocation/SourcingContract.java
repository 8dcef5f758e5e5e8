package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every {@link Sourcing} must keep.
 *
 * <p>To hold a rule of your own to it, implement this interface in a test class that jqwik runs, and
 * return the rule from {@link #sourcing}. What it needs is said at {@link AllocationPolicyContract}.
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public interface SourcingContract {

  /**
   * Returns the rule under test.
   *
   * @return the rule
   */
  Sourcing sourcing();

  /**
   * Units that are wanted, and where they could be taken from.
   *
   * @param wanted the units wanted, at least one lot and at most what lies free
   * @param candidates the free units at each location, whole lots
   * @param lot the units of one lot
   */
  record Wish(Quantity wanted, List<StockUnits> candidates, long lot) {

    /** Copies the candidates. */
    public Wish {
      candidates = List.copyOf(candidates);
    }

    private static Wish of(List<Long> lotsThere, double share, long lot) {
      List<StockUnits> candidates = IntStream.range(0, lotsThere.size())
          .mapToObj(i -> StockUnits.of(
              Sku.of("ITEM"), LocationId.of("L" + i), Quantity.of(lotsThere.get(i) * lot)))
          .toList();
      long lots = lotsThere.stream().mapToLong(each -> each).sum();
      long wanted = Math.max(1, Math.min(lots, Math.round(lots * share)));
      return new Wish(Quantity.of(wanted * lot), candidates, lot);
    }
  }

  /**
   * Returns wishes: up to five locations, lots of one to six units, from one lot wanted to all.
   *
   * @return the wishes
   */
  @Provide
  default Arbitrary<Wish> wishes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 30).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.longs().between(1, 6))
        .as(Wish::of)
        .withoutEdgeCases();
  }

  /**
   * The sources add up to what is wanted, exactly.
   *
   * @param wish what is wanted, and where it lies
   */
  @Property
  default void sourcesAddUpToWhatIsWanted(@ForAll("wishes") Wish wish) {
    long sum = 0;
    for (StockUnits source : sourcing().source(wish.wanted(), wish.candidates())) {
      sum = Math.addExact(sum, source.quantity().units());
    }
    assertThat(sum).isEqualTo(wish.wanted().units());
  }

  /**
   * Every source is a candidate, and gives at least one unit, in whole lots; no candidate gives more
   * than it has.
   *
   * @param wish what is wanted, and where it lies
   */
  @Property
  default void everySourceIsACandidateAndGivesNoMoreThanItHas(@ForAll("wishes") Wish wish) {
    Map<LocationId, Long> left = new HashMap<>();
    wish.candidates().forEach(each -> left.put(each.location(), each.quantity().units()));
    for (StockUnits source : sourcing().source(wish.wanted(), wish.candidates())) {
      long units = source.quantity().units();
      assertThat(left).as("locations of candidates").containsKey(source.location());
      assertThat(units).as("units at %s", source.location()).isPositive();
      assertThat(units % wish.lot()).as("units beyond lots of %d", wish.lot()).isZero();
      long after = left.merge(source.location(), -units, Math::addExact);
      assertThat(after).as("units left at %s", source.location()).isNotNegative();
    }
  }

  /**
   * The same wish gets the same sources again.
   *
   * @param wish what is wanted, and where it lies
   */
  @Property
  default void theSameWishGetsTheSameSources(@ForAll("wishes") Wish wish) {
    List<StockUnits> first = List.copyOf(sourcing().source(wish.wanted(), wish.candidates()));

    assertThat(sourcing().source(wish.wanted(), wish.candidates())).isEqualTo(first);
  }
}
