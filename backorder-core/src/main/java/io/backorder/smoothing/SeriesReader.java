package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;

/**
 * A series that is read off a history piece by piece, so that a search over it needs no copy of the whole. A
 * reader is for one thread.
 */
abstract class SeriesReader {

  final DemandHistory history;

  /** The next period to read. */
  int at;

  SeriesReader(DemandHistory history) {
    this.history = history;
  }

  /** The demand of every period. */
  static SeriesReader periods(DemandHistory history) {
    return new Periods(history);
  }

  /** The demand of the periods that had any. */
  static SeriesReader sizes(DemandHistory history) {
    return new Sizes(history);
  }

  /** The periods from one demand to the next; the first counts from the start of the history. */
  static SeriesReader intervals(DemandHistory history) {
    return new Intervals(history);
  }

  /** The demand of blocks of periods, of which the last ends the history; an incomplete oldest is left out. */
  static SeriesReader blocks(DemandHistory history, int length) {
    return new Blocks(history, length);
  }

  /** Returns how many values there are at most. */
  int most() {
    return history.periods();
  }

  /** Begins anew. */
  void rewind() {
    at = 0;
  }

  /** Fills a piece from its front and returns how many values it has: fewer than it could only at the end. */
  abstract int read(double[] piece);

  boolean isMore() {
    return at < history.periods();
  }

  private static final class Periods extends SeriesReader {

    Periods(DemandHistory history) {
      super(history);
    }

    @Override
    int read(double[] piece) {
      int count = Math.min(piece.length, history.periods() - at);
      for (int each = 0; each < count; each++) {
        piece[each] = history.demand(at + each);
      }
      at += count;
      return count;
    }
  }

  private static final class Sizes extends SeriesReader {

    Sizes(DemandHistory history) {
      super(history);
    }

    @Override
    int read(double[] piece) {
      int count = 0;
      while (count < piece.length && isMore()) {
        double demand = history.demand(at++);
        if (demand != 0) {
          piece[count++] = demand;
        }
      }
      return count;
    }
  }

  private static final class Intervals extends SeriesReader {

    /** The periods up to and with the latest demand. */
    private int until;

    Intervals(DemandHistory history) {
      super(history);
    }

    @Override
    void rewind() {
      super.rewind();
      until = 0;
    }

    @Override
    int read(double[] piece) {
      int count = 0;
      while (count < piece.length && isMore()) {
        if (history.demand(at++) != 0) {
          piece[count++] = at - until;
          until = at;
        }
      }
      return count;
    }
  }

  private static final class Blocks extends SeriesReader {

    private final int length;

    Blocks(DemandHistory history, int length) {
      super(history);
      this.length = length;
      this.at = history.periods() % length;
    }

    @Override
    int most() {
      return history.periods() / length;
    }

    @Override
    void rewind() {
      at = history.periods() % length;
    }

    @Override
    int read(double[] piece) {
      int count = 0;
      while (count < piece.length && isMore()) {
        double sum = 0;
        for (int each = 0; each < length; each++) {
          sum += history.demand(at++);
        }
        piece[count++] = sum;
      }
      return count;
    }
  }
}
