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
  private final List<WaitingLine> lines = new ArrayList<>(1);
  private final List<Place> places = new ArrayList<>(1);
  private long waiting;
  private long most;
  private long units;
  private long drawn;
  private int[] chains = {};
  private long[] taken = {};

  Sharer(int turn, WaitingLine first) {
    this.turn = turn;
    this.before = first.granted().units();
    add(first);
  }

  void add(WaitingLine line) {
    lines.add(line);
    waiting += line.waiting().units();
  }

  /** What a line may get at one of its places. The first step is the smallest, the others are lots. */
  record Place(WaitingLine line, long most, long first) {

    private long step(long begun, long lot) {
      return begun == 0 ? first : Math.min(lot, most - begun);
    }

    /** The units of all further steps that begin when no more than a number has been got meanwhile. */
    private long steps(long begun, long reach, long lot) {
      long next = step(begun, lot);
      long beyond = reach - next;
      long more = beyond < 0 ? 0 : (beyond / lot + 1) * lot;
      long left = most - begun;
      return more < 0 || next + more < 0 ? left : Math.min(left, next + more);
    }
  }

  /** Decides what the line may get at each place, and by what steps. */
  void bound(Shelf shelf, Guard guard) {
    for (WaitingLine line : lines) {
      Quantity usable = shelf.usableBy(line);
      long units =
          shelf.admissible(line, guard.allowed(line, usable).min(usable)).units();
      places.add(new Place(line, units, Math.min(units, shelf.smallestStep(line))));
      most += units;
    }
  }

  WaitingLine first() {
    return lines.get(0);
  }

  /** The places, of which the line gets all that it may at one before it goes on to the next. */
  List<Place> places() {
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
    long begun = units;
    for (Place place : places) {
      if (begun < place.most) {
        return place.step(begun, lot);
      }
      begun -= place.most;
    }
    return 0;
  }

  /** The units of all further steps that begin when the line has got no more than a number. */
  long stepsWithin(long reach, long lot) {
    if (isDone() || reach < got()) {
      return 0;
    }
    long steps = 0;
    long elsewhere = units;
    for (Place place : places) {
      long begun = Math.min(elsewhere, place.most);
      elsewhere -= begun;
      if (steps <= reach - got()) {
        steps += place.steps(begun, reach - got() - steps, lot);
      }
    }
    return steps;
  }
}
