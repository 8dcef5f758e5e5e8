package io.backorder.allocation;

/**
 * Who is next to get a step, among lines that share: the one of the smallest measure. The measure of a
 * line grows with every unit that it gets, so that each rule is a way to count how far it is.
 *
 * <p>Levels stand for measures and grow with them; {@link #reach} turns one into units. All products
 * are exact in 128 bits.
 */
enum Measure {

  /** The units got: who has got the fewest is next. */
  UNITS_GOT {
    @Override
    long reach(Sharer sharer, long lot, long level) {
      return level;
    }

    @Override
    int compare(Sharer one, Sharer other, long lot) {
      return Long.compare(one.got(), other.got());
    }
  },

  /** The units still missing, negated: who misses the most is next. */
  UNITS_MISSING {
    @Override
    long reach(Sharer sharer, long lot, long level) {
      return sharer.need() - (Long.MAX_VALUE - level);
    }

    @Override
    int compare(Sharer one, Sharer other, long lot) {
      return Long.compare(other.need() - other.got(), one.need() - one.got());
    }
  },

  /**
   * Webster's divisor, {@code (2 * got + lot) / need}: who has the largest {@code need / (2 * got +
   * lot)} is next. A level {@code a} stands for the measure {@code a / 2^62}, which is below 2.
   */
  DIVISOR {
    @Override
    long reach(Sharer sharer, long lot, long level) {
      // floor(need * a / 2^63 - lot / 2), computed as the upper word of 2 * need * a - lot * 2^63
      long high = Math.multiplyHigh(sharer.need(), level);
      long low = sharer.need() * level;
      long doubledHigh = high << 1 | low >>> 63;
      long doubledLow = low << 1;
      long borrow = Long.compareUnsigned(doubledLow, lot << 63) < 0 ? 1 : 0;
      return doubledHigh - (lot >>> 1) - borrow;
    }

    @Override
    int compare(Sharer one, Sharer other, long lot) {
      long mine = 2 * one.got() + lot; // below 2^64, since a step ends at the need
      long its = 2 * other.got() + lot;
      int byHigh = Long.compare(highWord(other.need(), mine), highWord(one.need(), its));
      return byHigh != 0 ? byHigh : Long.compareUnsigned(other.need() * mine, one.need() * its);
    }
  };

  /** The upper word of a product of a number that is not negative and one of 64 bits without a sign. */
  static long highWord(long number, long unsigned) {
    return Math.multiplyHigh(number, unsigned) + (unsigned >> 63 & number);
  }

  /** The most units that a line may have got when its step is one of a level or below; may be < 0. */
  abstract long reach(Sharer sharer, long lot, long level);

  /** Compares who is next; the smaller one is. Equals are served in the order of their places. */
  abstract int compare(Sharer one, Sharer other, long lot);
}
