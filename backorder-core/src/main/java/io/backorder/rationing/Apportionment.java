package io.backorder.rationing;

import static io.backorder.statistics.Numbers.refused;

import io.backorder.stock.Quantity;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Whole units divided in proportion to weights, so that the parts add up to the whole.
 *
 * @param parts the units of each weight, in the order of the weights
 */
public record Apportionment(List<Quantity> parts) {

  /** Copies the parts. */
  public Apportionment {
    parts = List.copyOf(parts);
  }

  /**
   * Divides units by the method of largest remainders: each weight {@code w} of the sum {@code W} gets
   * the whole part of {@code units * w / W}, and the units left go one each to the largest fractions, of
   * equals to the earlier weight. (Hamilton's method.)
   *
   * <p>It serves to divide a total once, say a season's units into the amounts of quotas. It is no rule
   * for who waits: one unit more to divide may cost a weight a unit. Products are exact.
   *
   * @param units the units to divide
   * @param weights the weights, at least one of them above zero
   * @return the parts
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if there is no
   *     weight above zero
   */
  public static Apportionment byLargestRemainder(Quantity units, List<Quantity> weights) {
    BigInteger sum = weights.stream()
        .map(weight -> BigInteger.valueOf(weight.units()))
        .reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      throw refused("weights", "add up to a number above zero", weights);
    }
    List<BigInteger[]> quotients = weights.stream()
        .map(weight -> BigInteger.valueOf(units.units())
            .multiply(BigInteger.valueOf(weight.units()))
            .divideAndRemainder(sum))
        .toList();
    long[] parts =
        quotients.stream().mapToLong(each -> each[0].longValueExact()).toArray();
    long left = units.units() - LongStream.of(parts).sum();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing(i -> quotients.get(i)[1].negate())) // stable
        .limit(left)
        .forEach(i -> parts[i]++);
    return new Apportionment(
        IntStream.range(0, parts.length).mapToObj(i -> Quantity.of(parts[i])).toList());
  }
}
