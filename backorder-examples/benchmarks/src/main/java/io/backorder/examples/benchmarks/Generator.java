package io.backorder.examples.benchmarks;

import java.util.Arrays;

/**
 * The numbers of every workload: SplitMix64, so that a seed gives the same orders on every machine.
 *
 * <p>This type is confined to one thread.
 */
final class Generator {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private long state;

  Generator(long seed) {
    this.state = seed;
  }

  /** Returns the next 64 bits. */
  long next() {
    state += GOLDEN_GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number from 0 to {@code bound} - 1: the high 32 bits times the bound, shifted. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Returns a number in [0, 1): the high 53 bits. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Returns a fresh text of 16 hexadecimal digits, whose hash nobody has computed yet. */
  @SuppressWarnings("deprecation") // the one constructor that copies bytes without decoding them
  String text() {
    long bits = next();
    byte[] digits = new byte[16];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = DIGITS[(int) (bits >>> (60 - 4 * i)) & 15];
    }
    return new String(digits, 0);
  }

  /** Returns fresh texts. */
  String[] texts(int count) {
    String[] texts = new String[count];
    Arrays.setAll(texts, i -> text());
    return texts;
  }

  /**
   * Ids that are drawn with a probability that falls with the rank to the power of an exponent. Ranks
   * are scattered over the ids, so that neighbours are not alike. This type is immutable.
   */
  static final class Zipf {

    private final double[] cumulated;
    private final int[] idOfRank;

    private Zipf(double[] cumulated, int[] idOfRank) {
      this.cumulated = cumulated;
      this.idOfRank = idOfRank;
    }

    /** Returns the distribution over ids 0 to {@code ids} - 1. */
    static Zipf of(int ids, double exponent) {
      double[] cumulated = new double[ids];
      double sum = 0;
      for (int rank = 0; rank < ids; rank++) {
        sum += Math.pow(rank + 1, -exponent);
        cumulated[rank] = sum;
      }
      for (int rank = 0; rank < ids; rank++) {
        cumulated[rank] /= sum;
      }
      return new Zipf(cumulated, permutation(ids));
    }

    /** A Fisher-Yates permutation. */
    private static int[] permutation(int size) {
      Generator generator = new Generator(1);
      int[] shuffled = new int[size];
      Arrays.setAll(shuffled, i -> i);
      for (int i = size - 1; i > 0; i--) {
        int other = generator.below(i + 1);
        int moved = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = moved;
      }
      return shuffled;
    }

    /** Returns the rank, from 0, of a number in [0, 1): the inverse of the cumulated probability. */
    int rank(double unit) {
      int low = 0;
      int high = cumulated.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cumulated[middle] <= unit) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Draws an id. */
    int draw(Generator generator) {
      return idOfRank[rank(generator.unit())];
    }
  }
}
