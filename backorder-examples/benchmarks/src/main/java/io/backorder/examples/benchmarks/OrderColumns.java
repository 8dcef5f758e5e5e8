package io.backorder.examples.benchmarks;

import io.backorder.demand.OrderLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntUnaryOperator;

/** The order lines of the fourth workload, in columns. */
final class OrderColumns {

  private final int[] sku;
  private final long[] quantity;
  private final long[] available;

  private OrderColumns(int[] sku, long[] quantity, long[] available) {
    this.sku = sku;
    this.quantity = quantity;
    this.available = available;
  }

  /** Every item is ordered alike. */
  static OrderColumns uniform(int lines, int skus) {
    Generator generator = new Generator(11);
    return of(lines, skus, generator, line -> generator.below(skus));
  }

  /** Few items are ordered most. */
  static OrderColumns zipf(int lines, int skus) {
    Generator generator = new Generator(11);
    Generator.Zipf demand = Generator.Zipf.of(skus, 1.1);
    return of(lines, skus, generator, line -> demand.draw(generator));
  }

  private static OrderColumns of(int lines, int skus, Generator generator, IntUnaryOperator draw) {
    int[] sku = new int[lines];
    long[] quantity = new long[lines];
    for (int i = 0; i < lines; i++) {
      sku[i] = draw.applyAsInt(i);
      quantity[i] = 1L + generator.below(5);
    }
    Generator stock = new Generator(12);
    long[] available = new long[skus];
    Arrays.setAll(available, i -> 1L + stock.below(20));
    return new OrderColumns(sku, quantity, available);
  }

  int[] sku() {
    return sku;
  }

  long[] quantity() {
    return quantity;
  }

  long[] available() {
    return available;
  }

  /** Returns the item of each line as a text of its own, as a parser would hand it over. */
  String[] texts() {
    String[] texts = new String[sku.length];
    Arrays.setAll(texts, i -> text(sku[i]));
    return texts;
  }

  /** Returns the number of an item as text, always as long. */
  private static String text(int item) {
    byte[] digits = new byte[10];
    int rest = item;
    for (int i = digits.length - 1; i > 2; i--) {
      digits[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    digits[0] = 'S';
    digits[1] = 'K';
    digits[2] = 'U';
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  /** Returns the units available of an item that is given as text. */
  long available(String sku) {
    return available[Integer.parseInt(sku, 3, sku.length(), 10)];
  }

  /** Returns the lines one after the other, each made when it is asked for. */
  Iterator<OrderLine> lines(String[] texts) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < texts.length;
      }

      @Override
      public OrderLine next() {
        if (next == texts.length) {
          throw new NoSuchElementException("column has no more lines: " + next);
        }
        Sku item = Sku.of(texts[next]);
        return OrderLine.of("1", item, Quantity.of(quantity[next++]));
      }
    };
  }

  /** Returns one line, with a text of its own. */
  OrderLine line(int index) {
    return OrderLine.of("1", Sku.of(text(sku[index])), Quantity.of(quantity[index]));
  }

  int size() {
    return sku.length;
  }
}
