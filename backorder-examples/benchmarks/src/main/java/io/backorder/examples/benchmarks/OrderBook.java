package io.backorder.examples.benchmarks;

import java.time.LocalDate;

/** The orders of the third workload, in columns. */
final class OrderBook {

  static final int DAYS = 90;

  private final byte[] quantities;
  private final byte[] priorities;
  private final byte[] dueDays;
  private String[] numbers = {};

  OrderBook(int orders) {
    Generator generator = new Generator(7);
    this.quantities = new byte[orders];
    this.priorities = new byte[orders];
    this.dueDays = new byte[orders];
    for (int i = 0; i < orders; i++) {
      quantities[i] = (byte) (1 + generator.below(5));
      priorities[i] = (byte) generator.below(10);
      generator.below(10_000); // the customer, which no policy here reads
      dueDays[i] = (byte) generator.below(DAYS);
    }
  }

  /** Writes all numbers anew, the same texts in fresh objects. */
  void renumber() {
    numbers = new Generator(9).texts(quantities.length);
  }

  String number(int order) {
    return numbers[order];
  }

  int quantity(int order) {
    return quantities[order];
  }

  /** The priority on the library's four steps, from 0 for low to 3 for urgent. */
  int urgency(int order) {
    return priorities[order] * 4 / 10;
  }

  int dueDay(int order) {
    return dueDays[order];
  }

  static LocalDate day(int dueDay) {
    return LocalDate.of(2026, 1, 1).plusDays(dueDay);
  }

  int size() {
    return quantities.length;
  }
}
