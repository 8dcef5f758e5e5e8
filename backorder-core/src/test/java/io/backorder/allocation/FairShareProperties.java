package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * The rules of fair shares keep their definitions with numbers of any size (N2), by which they cannot
 * be checked step by step: nobody who got a step was to wait for it behind somebody who did not.
 */
final class FairShareProperties {

  private static final Sku ITEM = Sku.of("ITEM");

  /** What a line needs in all, and what it has got of it. */
  record Claim(long need, long got) {}

  private record Line(int number, Claim claim) implements WaitingLine {
    @Override
    public OrderLineId id() {
      return OrderLineId.of("O" + number, "1");
    }

    @Override
    public Sku sku() {
      return ITEM;
    }

    @Override
    public PlaceInLine place() {
      return PlaceInLine.of(number);
    }

    @Override
    public OrderTerms terms() {
      return OrderTerms.standard();
    }

    @Override
    public Optional<LocalDate> due() {
      return Optional.empty();
    }

    @Override
    public Quantity waiting() {
      return Quantity.of(claim.need - claim.got);
    }

    @Override
    public Quantity granted() {
      return Quantity.of(claim.got);
    }
  }

  @Provide
  Arbitrary<List<Claim>> claims() {
    Arbitrary<Long> need = Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.longs().between(1, 20)),
        Tuple.of(2, Arbitraries.longs().between(1, 1L << 40)),
        Tuple.of(3, Arbitraries.longs().between(1L << 58, Long.MAX_VALUE)),
        Tuple.of(1, Arbitraries.of(1L << 61, 1L << 60, Long.MAX_VALUE)));
    Arbitrary<Double> share = Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0.0)), Tuple.of(1, Arbitraries.doubles().between(0, 0.9)));
    return Combinators.combine(need, share)
        .as((units, part) -> new Claim(units, Math.min(units - 1, (long) (units * part))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<Long> supplies() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.longs().between(1, 100)),
        Tuple.of(1, Arbitraries.longs().between(1, 1L << 42)),
        Tuple.of(2, Arbitraries.longs().between(1L << 55, Long.MAX_VALUE)));
  }

  private static long[] share(ShareRule rule, List<Claim> claims, long supply) {
    List<Line> lines = IntStream.range(0, claims.size())
        .mapToObj(i -> new Line(i, claims.get(i)))
        .toList();
    Shelf shelf = Shelf.of(List.of(Location.of("MAIN")), new long[] {supply});
    rule.share(Backlog.of(ITEM, lines), Guard.none(), shelf);
    long[] given = new long[claims.size()];
    for (Grant grant : shelf.plan().grants()) {
      given[((Line) grant.line()).number] += grant.quantity().units();
    }
    return given;
  }

  /** A measure as a fraction: the smaller one is served first. */
  private interface Law {
    BigInteger[] of(Claim claim, BigInteger got);
  }

  private static void requireDefinition(List<Claim> claims, long supply, long[] given, Law law) {
    requireSum(claims, supply, given);
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < given.length; j++) {
        boolean mayTake = given[i] < claims.get(i).need - claims.get(i).got;
        if (i != j && mayTake && given[j] > 0) {
          BigInteger[] next = law.of(claims.get(i), sum(claims.get(i).got, given[i]));
          BigInteger[] last = law.of(claims.get(j), sum(claims.get(j).got, given[j] - 1));
          int order = last[0].multiply(next[1]).compareTo(next[0].multiply(last[1]));
          assertThat(order)
              .as("last of %d against next of %d", j, i)
              .isLessThanOrEqualTo(j < i ? 0 : -1);
        }
      }
    }
  }

  private static BigInteger sum(long one, long other) {
    return BigInteger.valueOf(one).add(BigInteger.valueOf(other));
  }

  private static void requireSum(List<Claim> claims, long supply, long[] given) {
    BigInteger all = BigInteger.ZERO;
    BigInteger missing = BigInteger.ZERO;
    for (int i = 0; i < given.length; i++) {
      all = all.add(BigInteger.valueOf(given[i]));
      missing = missing.add(BigInteger.valueOf(claims.get(i).need - claims.get(i).got));
      assertThat(given[i]).isBetween(0L, claims.get(i).need - claims.get(i).got);
    }
    assertThat(all).isEqualTo(missing.min(BigInteger.valueOf(supply)));
  }

  @Property
  void equalAwardsGoToWhoHasGotTheFewest(
      @ForAll("claims") List<Claim> claims, @ForAll("supplies") long supply) {
    requireDefinition(
        claims, supply, share(ShareRule.equalAwards(), claims, supply), (claim, got) ->
            new BigInteger[] {got, BigInteger.ONE});
  }

  @Property
  void equalLossesGoToWhoMissesTheMost(
      @ForAll("claims") List<Claim> claims, @ForAll("supplies") long supply) {
    requireDefinition(
        claims, supply, share(ShareRule.equalLosses(), claims, supply), (claim, got) ->
            new BigInteger[] {got.subtract(BigInteger.valueOf(claim.need)), BigInteger.ONE});
  }

  @Property
  void proportionalSharesGoToTheLargestNeedByDivisor(
      @ForAll("claims") List<Claim> claims, @ForAll("supplies") long supply) {
    requireDefinition(
        claims,
        supply,
        share(ShareRule.proportional(), claims, supply),
        (claim, got) ->
            new BigInteger[] {got.shiftLeft(1).add(BigInteger.ONE), BigInteger.valueOf(claim.need)
            });
  }

  /** N2: needs of 2^61, 2^61 and 2^60, and a supply of 2^61, whose products no long can hold. */
  @Example
  void productsBeyondALongAreExact() {
    List<Claim> claims =
        List.of(new Claim(1L << 61, 0), new Claim(1L << 61, 0), new Claim(1L << 60, 0));

    long[] given = share(ShareRule.proportional(), claims, 1L << 61);

    // 2^61 * 2 / 5 = 922337203685477580.8 each, and half of it
    assertThat(given)
        .containsExactly(922337203685477581L, 922337203685477581L, 461168601842738790L);
  }

  @Provide
  Arbitrary<ShareRule> rules() {
    return Arbitraries.of(
        ShareRule.equalAwards(), ShareRule.equalLosses(), ShareRule.proportional());
  }

  /** X14: shares of a, and then of b, are the shares of a + b. */
  @Property
  void twoSharesAreThatOfTheirSum(
      @ForAll("rules") ShareRule rule,
      @ForAll("claims") List<Claim> claims,
      @ForAll("supplies") long a,
      @ForAll("supplies") long b) {
    long first = a / 2;
    long second = b / 2;
    long[] one = share(rule, claims, first);
    List<Claim> after = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < one.length; i++) {
      Claim claim = claims.get(i);
      if (claim.got + one[i] < claim.need) {
        after.add(new Claim(claim.need, claim.got + one[i]));
        open.add(i);
      }
    }
    long[] two = share(rule, after, second);
    for (int i = 0; i < two.length; i++) {
      one[open.get(i)] += two[i];
    }
    assertThat(one).isEqualTo(share(rule, claims, first + second));
  }

  /** X4, by numbers of any size. */
  @Property
  void oneMoreUnitCostsNobodyAUnit(
      @ForAll("rules") ShareRule rule,
      @ForAll("claims") List<Claim> claims,
      @ForAll("supplies") long supply) {
    long[] fewer = share(rule, claims, supply - 1);
    long[] more = share(rule, claims, supply);
    for (int i = 0; i < more.length; i++) {
      assertThat(more[i] - fewer[i]).isBetween(0L, 1L);
    }
  }
}
