package io.backorder.allocation;

import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * A line among others that share: what it needs, what it has got, and by what steps it may go on. A
 * raised line is one sharer for all its places, and stands at the first.
 */
final class Sharer {

  private final int turn;
  private final long before;
  private final List<WaitingLine> places = new ArrayList<>(1);
  private long waiting;
  private long most;
  private long quantum;
  private long units;
  private long drawn;
  private int[] chains = {};
  private long[] taken = {};

  Sharer(int turn, WaitingLine first) {
    this.turn = turn;
    this.before = first.granted().units();
    add(first);
  }

  void add(WaitingLine place) {
    places.add(place);
    waiting += place.waiting().units();
  }

  /** Decides the steps: the first is the smallest that is admissible, the others are single lots. */
  void bound(Shelf shelf, Guard guard) {
    for (WaitingLine place : places) {
      Quantity usable = shelf.usableBy(place);
      most += shelf.admissible(place, guard.allowed(place, usable).min(usable)).units();
    }
    quantum = Math.min(most, shelf.smallestStep(first()));
  }

  WaitingLine first() {
    return places.get(0);
  }

  List<WaitingLine> places() {
    return places;
  }

  int turn() {
    return turn;
  }

  /** The chains of stores that the line draws on. */
  int[] chains() {
    return chains;
  }

  void drawOn(int[] chainsOfIts, int locations) {
    chains = chainsOfIts;
    taken = new long[locations];
  }

  /** What the line takes at each location, best rank first. */
  long[] taken() {
    return taken;
  }

  /** What the line needs in all: what it got since it was placed, and what it waits for. */
  long need() {
    return before + waiting;
  }

  long got() {
    return before + units;
  }

  long units() {
    return units;
  }

  void give(long more) {
    units += more;
  }

  /** Takes note that all has been drawn, and returns what had not. */
  long takeUndrawn() {
    long more = units - drawn;
    drawn = units;
    return more;
  }

  boolean isDone() {
    return units >= most;
  }

  void passOver() {
    most = units;
  }

  /** The units of the next step. */
  long step(long lot) {
    return units == 0 ? quantum : Math.min(lot, most - units);
  }

  /** The units of all further steps that begin when the line has got no more than a number. */
  long stepsWithin(long reach, long lot) {
    long left = most - units;
    if (left == 0 || reach < got()) {
      return 0;
    }
    long first = step(lot);
    long beyond = reach - got() - first;
    long more = beyond < 0 ? 0 : (beyond / lot + 1) * lot;
    return more < 0 || first + more < 0 ? left : Math.min(left, first + more);
  }
}
