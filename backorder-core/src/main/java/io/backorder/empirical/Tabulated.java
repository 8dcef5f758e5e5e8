package io.backorder.empirical;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Poisson;
import java.util.Arrays;

/**
 * A distribution on a range of whole numbers of which each has its probability.
 *
 * <p>Every answer but the moments and quantiles is read off a table made once, in which each tail is
 * summed from its own end. This type is immutable and thread-safe.
 */
public final class Tabulated implements DiscreteDistribution {

  private static final double SLACK = 1e-12;

  static final int MOST_VALUES = 1 << 24;

  private static final double MOST_SIZE = 0x1p53;

  /** The most multiplications that one answer may take: some seconds. */
  private static final double MOST_STEPS = 0x1p32;

  private final long first;
  private final double[] masses;
  private final double[] below;
  private final double[] above;
  private final double[] losses;
  private final double[] complements;
  private final double[] secondLosses;

  private Tabulated(double first, double[] masses) {
    if (Math.abs(first) > MOST_SIZE || Math.abs(first + masses.length) > MOST_SIZE) {
      throw Numbers.refused("least number of the table", "be at most 2^53 in size", first);
    }
    this.first = (long) first;
    this.masses = masses;
    int size = masses.length;
    below = new double[size];
    complements = new double[size];
    for (int i = 0; i < size; i++) {
      below[i] = masses[i] + (i == 0 ? 0 : below[i - 1]);
      complements[i] = i == 0 ? 0 : complements[i - 1] + below[i - 1];
    }
    above = new double[size];
    losses = new double[size];
    secondLosses = new double[size];
    for (int i = size - 2; i >= 0; i--) {
      above[i] = above[i + 1] + masses[i + 1];
      losses[i] = losses[i + 1] + above[i];
      secondLosses[i] = secondLosses[i + 1] + losses[i + 1];
    }
  }

  /**
   * Returns the distribution on {@code first}, {@code first + 1}, ... with the given probabilities.
   *
   * @param first the least number, below 2^52 in size
   * @param probabilities the probability of each, none negative; their sum is 1 to within 1e-6, and they
   *     are divided by it
   * @return the distribution
   * @throws InvalidValueException if the rules above are broken
   */
  public static Tabulated of(long first, double... probabilities) {
    if (Math.abs(first) > 1L << 52) {
      throw Numbers.refused("first number", "be at most 2^52 in size", first);
    }
    double total = Weights.total(probabilities.length, probabilities);
    double[] masses = new double[probabilities.length];
    Arrays.setAll(masses, i -> probabilities[i] / total);
    return new Tabulated(first, masses);
  }

  /**
   * Returns a table of another distribution, cut where less than the given probability is left on either
   * side; what is cut is shared among the rest in proportion.
   *
   * @param distribution the distribution
   * @param cut the probability that may be cut on each side, in (0, 0.5)
   * @return the table
   * @throws InvalidValueException if the table would have more than 16,777,216 numbers
   */
  public static Tabulated of(DiscreteDistribution distribution, double cut) {
    Numbers.above("0.5 less the cut", 0.5 - Numbers.openProbability("cut", cut), 0);
    double from = distribution.quantile(cut);
    double to = distribution.upperQuantile(cut);
    double[] probabilities = new double[size(to - from + 1)];
    Arrays.setAll(probabilities, i -> distribution.mass((long) from + i));
    double total = Arrays.stream(probabilities).sum();
    Arrays.setAll(probabilities, i -> probabilities[i] / total);
    return new Tabulated(from, probabilities);
  }

  /**
   * Returns the distribution of a sample in whole units: each number has the share of the observations that are
   * equal to it.
   *
   * @param units the observations, in any order, at least one
   * @return the distribution
   * @throws InvalidValueException if the sample is empty, an observation above 2^52 in size, or the table
   *     would have more than 16,777,216 numbers
   */
  public static Tabulated ofSample(long... units) {
    return ofSample(Arrays.stream(units).mapToDouble(each -> each).toArray());
  }

  /**
   * Returns the distribution of a sample of numbers that are whole.
   *
   * @param sample the observations, in any order, at least one
   * @return the distribution
   * @throws InvalidValueException if the sample is empty, an observation not whole or above 2^52 in size, or
   *     the table would have more than 16,777,216 numbers
   */
  public static Tabulated ofSample(double... sample) {
    Numbers.atLeast("size of the sample", sample.length, 1);
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double each : sample) {
      least = Math.min(least, requireWhole(each));
      greatest = Math.max(greatest, each);
    }
    double[] masses = new double[size(greatest - least + 1)];
    for (double each : sample) {
      masses[(int) (each - least)]++;
    }
    Arrays.setAll(masses, i -> masses[i] / sample.length);
    return new Tabulated(least, masses);
  }

  private static double requireWhole(double observation) {
    if (!(Math.rint(observation) == observation && Math.abs(observation) <= 0x1p52)) {
      throw Numbers.refused(
          "observation", "be a whole number of at most 2^52 in size", observation);
    }
    return observation;
  }

  /** Returns a size that a table may have. */
  static int size(double numbers) {
    if (!(numbers <= MOST_VALUES)) {
      throw Numbers.refused("size of the table", "be at most " + MOST_VALUES, numbers);
    }
    return (int) numbers;
  }

  /** Refuses what would take too long. */
  static void requireSteps(double steps) {
    if (!(steps <= MOST_STEPS)) {
      throw Numbers.refused("multiplications of probabilities", "be at most " + MOST_STEPS, steps);
    }
  }

  /**
   * Returns the distribution of the sum of this number and an independent one.
   *
   * @param other the distribution of the other number
   * @return the distribution of the sum, exact but for rounding
   * @throws InvalidValueException if the table would have more than 16,777,216 numbers, or take more than
   *     2^32 multiplications
   */
  public Tabulated plus(Tabulated other) {
    requireSteps((double) masses.length * other.masses.length);
    double[] sums = new double[size((double) masses.length + other.masses.length - 1)];
    for (int i = 0; i < masses.length; i++) {
      if (masses[i] > 0) {
        for (int j = 0; j < other.masses.length; j++) {
          sums[i + j] += masses[i] * other.masses[j];
        }
      }
    }
    return new Tabulated((double) first + other.first, sums);
  }

  /**
   * Returns the distribution of the sum of several independent numbers of this distribution.
   *
   * @param count how many, zero or more
   * @return the distribution of the sum; certainly zero for none
   * @throws InvalidValueException if the count is negative, or the table too large as in {@link #plus}
   */
  public Tabulated times(int count) {
    Tabulated sum = new Tabulated(0, new double[] {1});
    Tabulated power = this;
    for (int left = Numbers.atLeast("count", count, 0); left > 0; left >>= 1) {
      sum = (left & 1) == 1 ? sum.plus(power) : sum;
      power = left > 1 ? power.plus(power) : power;
    }
    return sum;
  }

  /**
   * Returns the distribution of the sum of a random number of independent numbers of this distribution.
   *
   * @param count the distribution of how many, on whole numbers of at least zero
   * @return the distribution of the sum, exact but for rounding
   * @throws InvalidValueException if a count is below zero or above 2^31 - 1, or the table would have more
   *     than 16,777,216 numbers or one beyond 2^53 in size, or take more than 2^32 multiplications
   */
  public Tabulated times(Tabulated count) {
    if (count.first < 0) {
      throw Numbers.refused("least count", "be zero or more", count.first);
    }
    if (count.last() > Integer.MAX_VALUE) {
      throw Numbers.refused("greatest count", "be at most " + Integer.MAX_VALUE, count.last());
    }
    double least = (double) count.last() * Math.min(first, 0);
    double greatest = (double) count.last() * Math.max(0, last());
    double[] sums = new double[size(greatest - least + 1)];
    requireSteps((double) count.masses.length * sums.length * masses.length);
    Tabulated sum = times((int) count.first);
    for (int i = 0; i < count.masses.length; i++) {
      sum = i == 0 ? sum : sum.plus(this);
      int shift = (int) (sum.first - least);
      for (int j = 0; j < sum.masses.length; j++) {
        sums[shift + j] += count.masses[i] * sum.masses[j];
      }
    }
    return new Tabulated(least, sums);
  }

  /**
   * Returns the distribution of the sum of a Poisson number of independent amounts, such as the demand of
   * customers who each take some units. For amounts of at least zero it is found by Panjer's recursion (1981)
   * in a time in proportion to the numbers in the table and in that of the amounts; else, by {@link
   * #times(Tabulated)}. Less than 1e-15 of the probability is cut off on each side.
   *
   * @param rate the mean number of amounts, positive
   * @param amount the distribution of an amount
   * @return the distribution of the sum
   * @throws InvalidValueException if the rate is out of range, or the table would have more than 16,777,216
   *     numbers, or take more than 2^32 multiplications
   */
  public static Tabulated compoundPoisson(double rate, Tabulated amount) {
    if (amount.first < 0) {
      return amount.times(of(Poisson.of(rate), 1e-15));
    }
    double[] masses = new double[size(amount.last() + 1.0)];
    System.arraycopy(amount.masses, 0, masses, (int) amount.first, amount.masses.length);
    return CompoundPoisson.of(Numbers.positive("rate", rate), masses);
  }

  private long last() {
    return first + masses.length - 1;
  }

  @Override
  public double mean() {
    return first + losses[0];
  }

  @Override
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < masses.length; i++) {
      double deviation = first + i - mean;
      sum += masses[i] * deviation * deviation;
    }
    return sum;
  }

  @Override
  public double mass(long k) {
    return k < first || k > last() ? 0 : masses[(int) (k - first)];
  }

  @Override
  public double cdf(double x) {
    double offset = offset(x);
    if (offset < 0) {
      return 0;
    }
    return offset >= masses.length - 1 ? 1 : below[(int) offset];
  }

  @Override
  public double survival(double x) {
    double offset = offset(x);
    if (offset < 0) {
      return 1;
    }
    return offset >= masses.length - 1 ? 0 : above[(int) offset];
  }

  private double offset(double x) {
    return Math.floor(Numbers.finite("x", x)) - first;
  }

  @Override
  public double loss(double x) {
    double offset = offset(x);
    if (offset < 0) {
      return mean() - x;
    } else if (offset >= masses.length - 1) {
      return 0;
    }
    return losses[(int) offset] - (x - Math.floor(x)) * above[(int) offset];
  }

  @Override
  public double complementaryLoss(double x) {
    double offset = offset(x);
    if (offset < 0) {
      return 0;
    } else if (offset >= masses.length - 1) {
      return x - mean();
    }
    return complements[(int) offset] + (x - Math.floor(x)) * below[(int) offset];
  }

  @Override
  public double secondLoss(long k) {
    if (k >= last()) {
      return 0;
    } else if (k >= first) {
      return secondLosses[(int) (k - first)];
    }
    double steps = (double) first - k;
    return secondLosses[0] + steps * losses[0] + steps * (steps - 1) / 2;
  }

  @Override
  public double quantile(double p) {
    Numbers.probability("p", p);
    double slack = SLACK * Math.min(p, 1 - p);
    int index = 0;
    while (index < masses.length - 1
        && (p <= 0.5 ? below[index] < p - slack : above[index] > 1 - p + slack)) {
      index++;
    }
    return first + index;
  }

  @Override
  public double upperQuantile(double q) {
    double most = Numbers.probability("q", q) * (1 + SLACK);
    int index = 0;
    while (index < masses.length - 1 && above[index] > most) {
      index++;
    }
    return first + index;
  }

  @Override
  public double inverseLoss(double loss) {
    double most = Numbers.above("loss", loss, 0) * (1 + SLACK);
    if (most >= losses[0]) {
      return Math.ceil(first + losses[0] - most);
    }
    int index = 0;
    while (losses[index] > most) {
      index++;
    }
    return first + index;
  }

  @Override
  public String toString() {
    return "Tabulated[" + first + " to " + last() + ", mean " + mean() + "]";
  }
}
