package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.PlaceInLine;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.SupplySchedule;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A queue of which sums are kept. A line that may come bit by bit is found from the units of its kind ahead
 * of it, without reading them. Only lines that are filled whole, and those of kits, are read, as far as
 * supplies reach.
 */
final class SummedQueue implements PromiseQueue {

  private static final Comparator<ClaimState> BY_PLACE =
      (one, other) -> one == other ? 0 : one.standsBefore(other) ? -1 : 1;

  private final ItemState item;
  private final PromiseBook book;
  private final PromisesFound found;
  private final Iterator<WaitingLine> inStep;
  private final List<PlaceInLine> passed = new ArrayList<>();
  private final List<Reach> reaches = new ArrayList<>();
  private @Nullable QueuedLine next;
  private long aheadOfNext;

  /**
   * What is left to the lines that come bit by bit from a place on.
   *
   * @param from the units of their kind before that place
   * @param left what they share
   */
  record Reach(long from, SupplySchedule left) {}

  SummedQueue(ItemState item, PromiseBook book, Instant now) {
    this.item = item;
    this.book = book;
    this.found = new PromisesFound(book);
    this.inStep = new ItemBacklog(item, now, ItemBacklog.Reader.IN_STEP).iterator();
    reaches.add(new Reach(0, book.left()));
    look();
  }

  private void look() {
    next = inStep.hasNext() ? (QueuedLine) inStep.next() : null;
    aheadOfNext = next == null ? 0 : item.unitsAhead(next.claim());
  }

  private boolean isReading() {
    return next != null && !book.isEmpty(aheadOfNext);
  }

  private void read(QueuedLine line) {
    found.read(line, aheadOfNext);
    passed.add(line.place());
    reaches.add(new Reach(aheadOfNext, book.left()));
    look();
  }

  /** Reads the lines in step before a place, as far as supplies reach. */
  private void readTo(PlaceInLine place) {
    for (QueuedLine line = next;
        line != null && isReading() && line.place().compareTo(place) < 0;
        line = next) {
      read(line);
    }
  }

  @Override
  public Promise of(LineState line) {
    if (line.isBitByBit()) {
      List<Arrival> pegs = new ArrayList<>(1);
      queued(line).sorted(BY_PLACE).forEach(claim -> pegs.addAll(bitByBit(claim)));
      return book.promise(pegs, Quantity.of(line.waiting()));
    }
    for (QueuedLine each = next; each != null && isReading() && !found.hasAll(line); each = next) {
      read(each);
    }
    return found.of(line);
  }

  private static Stream<ClaimState> queued(LineState line) {
    return line.claims().stream().filter(claim -> claim.queued() > 0);
  }

  private List<Arrival> bitByBit(ClaimState claim) {
    PlaceInLine place = claim.place();
    readTo(place);
    return leftTo(place).earliest(Quantity.of(item.unitsAhead(claim)), Quantity.of(claim.queued()));
  }

  /** What the lines in step before a place leave to those that come bit by bit. */
  private SupplySchedule leftTo(PlaceInLine place) {
    int before = -1 - Collections.binarySearch(passed, place);
    return reaches.get(before).left();
  }

  @Override
  public Promise newcomer(WaitingLine line) {
    readTo(line.place());
    return book.promise(line, item.unitsAhead(line.place()));
  }

  @Override
  public Collection<LineState> concerned(Collection<LineState> moved) {
    for (QueuedLine line = next; line != null && isReadingForDays(); line = next) {
      read(line);
    }
    Set<LineState> lines = new LinkedHashSet<>(found.lines());
    lines.addAll(new ChangedDays(item, book, Set.copyOf(moved)).in(reaches));
    return lines.stream()
        .sorted(Comparator.comparing(SummedQueue::first, BY_PLACE))
        .toList();
  }

  private boolean isReadingForDays() {
    return isReading() || found.withDay() < item.linesPromisedInStep();
  }

  private static ClaimState first(LineState line) {
    return queued(line).min(BY_PLACE).orElseThrow();
  }
}
