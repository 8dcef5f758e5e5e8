package io.backorder.examples.realyear;

/**
 * How much stock to aim at: {@code S = ceil(m (L + R) + z s sqrt(L + R))}, for {@code m} and {@code s}
 * the mean and the sample standard deviation of daily demand over a window of days, {@code L} the lead
 * time and {@code R} the review period in days, and {@code z} the safety factor. It assumes that the
 * daily demands are independent and alike.
 *
 * @param z the safety factor, zero or more
 * @param leadTime the days from an order to its receipt, at least 1
 * @param review the days from a review to the next, at least 1
 */
record OrderUpToRule(double z, int leadTime, int review) {

  /** The days of demand that the rule looks back on. */
  static final int WINDOW = 56;

  OrderUpToRule {
    if (!(z >= 0 && z < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("z must be zero or more: " + z);
    }
    if (leadTime < 1 || review < 1) {
      throw new IllegalArgumentException(
          "lead time and review must be at least 1 day: %d, %d".formatted(leadTime, review));
    }
  }

  /** Returns the level to order up to, from the window that ends with a day. */
  long level(long[] demand, int lastDay) {
    double sum = 0;
    for (int day = lastDay - WINDOW + 1; day <= lastDay; day++) {
      sum += demand[day];
    }
    double mean = sum / WINDOW;
    double squares = 0;
    for (int day = lastDay - WINDOW + 1; day <= lastDay; day++) {
      squares += (demand[day] - mean) * (demand[day] - mean);
    }
    double deviation = Math.sqrt(squares / (WINDOW - 1));
    int covered = leadTime + review;
    return (long) Math.ceil(mean * covered + z * deviation * Math.sqrt(covered));
  }

  @Override
  public String toString() {
    return "order up to ceil(m (L + R) + z s sqrt(L + R)), z = %s, lead time L = %d d, review R = %d d"
        .formatted(z, leadTime, review);
  }
}
