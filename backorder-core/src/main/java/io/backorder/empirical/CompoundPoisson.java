package io.backorder.empirical;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Panjer's recursion for the sum of a Poisson number of amounts: with {@code w(j) = rate j f(j)} the masses
 * are {@code p(k) = (sum over 0 < j <= k of w(j) p(k - j)) / k}. (Panjer, Recursive Evaluation of a Family of
 * Compound Distributions, ASTIN Bulletin 12, 1981.)
 *
 * <p>Every term is positive, so nothing cancels. The first mass may be below every positive number; the
 * recursion starts from one instead, scales down what grows too large, and divides by the sum at the end.
 */
final class CompoundPoisson {

  private static final double LARGE = 1e250;

  /** What is left above, in relation to all, when the recursion ends. */
  private static final double REST = 1e-16;

  private final int[] sizes;
  private final double[] weights;
  private final double mean;
  private double[] masses = new double[64];
  private int least;
  private int count;
  private double total;

  private CompoundPoisson(double rate, double[] sizeMasses) {
    this.sizes =
        IntStream.range(1, sizeMasses.length).filter(j -> sizeMasses[j] > 0).toArray();
    this.weights =
        Arrays.stream(sizes).mapToDouble(j -> rate * j * sizeMasses[j]).toArray();
    this.mean = Arrays.stream(weights).sum();
  }

  /** Returns the law of the sum, for the probabilities of the sizes 0, 1, 2, ... */
  static Tabulated of(double rate, double[] sizeMasses) {
    CompoundPoisson recursion = new CompoundPoisson(rate, sizeMasses);
    recursion.run();
    return recursion.result();
  }

  private void run() {
    Tabulated.size(mean);
    int largest = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
    add(1);
    while (count <= largest || !isRestNegligible(largest)) {
      for (int block = Math.max(1, largest); block > 0; block--) {
        add(next());
      }
    }
  }

  private double next() {
    double sum = 0;
    for (int i = 0; i < sizes.length && count - sizes[i] >= least; i++) {
      sum += weights[i] * masses[count - sizes[i]];
    }
    return sum / count;
  }

  private void add(double mass) {
    if (count == masses.length) {
      int needed = Tabulated.size(count + 1.0);
      Tabulated.requireSteps((double) count * sizes.length);
      masses = Arrays.copyOf(masses, Math.max(needed, Math.min(2 * count, Tabulated.MOST_VALUES)));
    }
    masses[count++] = mass;
    total += mass;
    if (mass > LARGE) {
      scaleDown();
    }
  }

  private void scaleDown() {
    for (int k = least; k < count; k++) {
      masses[k] /= LARGE;
    }
    total /= LARGE;
    while (masses[least] == 0) {
      least++;
    }
  }

  /** Beyond the mean each block of as many masses as the largest size is smaller by a known factor. */
  private boolean isRestNegligible(int largest) {
    double factor = mean / count;
    if (factor >= 1) {
      return false;
    }
    double most = 0;
    for (int k = Math.max(0, count - largest); k < count; k++) {
      most = Math.max(most, masses[k]);
    }
    return largest * most * factor / (1 - factor) <= REST * total;
  }

  private Tabulated result() {
    double[] probabilities = new double[count - least];
    double sum = 0;
    for (int k = count - 1; k >= least; k--) {
      sum += masses[k];
    }
    for (int k = least; k < count; k++) {
      probabilities[k - least] = masses[k] / sum;
    }
    return Tabulated.of(least, probabilities);
  }
}
