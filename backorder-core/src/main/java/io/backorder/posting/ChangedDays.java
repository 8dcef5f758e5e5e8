package io.backorder.posting;

import io.backorder.pegging.Arrival;
import io.backorder.pegging.SupplySchedule;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.ItemState.ChannelQueue;
import io.backorder.store.LineState;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds lines that come bit by bit and have another day than the one that was told. Days that were told do
 * not fall along the queue of a channel, and those that hold now do not either. So where the units of one day
 * begin and end, lines are read inward until one has that day: those between have it too. The work grows
 * with the lines found and the number of days, not with the queue.
 */
final class ChangedDays {

  private final ItemState item;
  private final PromiseBook book;
  private final Set<LineState> moved;
  private final Set<LineState> found = new LinkedHashSet<>();
  private int claimsRead;

  /**
   * Looks in a queue.
   *
   * @param moved lines whose units a document has moved, so that the day that was told says nothing of those
   *     around them
   */
  ChangedDays(ItemState item, PromiseBook book, Set<LineState> moved) {
    this.item = item;
    this.book = book;
    this.moved = moved;
  }

  /** Units that follow one another in line and come on one day, or nobody knows when. */
  private record Stretch(long from, long to, Optional<LocalDate> day) {}

  /** Returns the lines, and those of which units were moved. */
  Set<LineState> in(List<SummedQueue.Reach> reaches) {
    moved.stream().filter(line -> line.isBitByBit() && line.waiting() > 0).forEach(found::add);
    for (int i = 0; i < reaches.size(); i++) {
      long to = i + 1 < reaches.size() ? reaches.get(i + 1).from() : Long.MAX_VALUE;
      look(reaches.get(i).left(), reaches.get(i).from(), to);
    }
    return found;
  }

  /** How many claims have been looked at. */
  int claimsRead() {
    return claimsRead;
  }

  private void look(SupplySchedule left, long from, long to) {
    List<Arrival> arrivals = left.earliest(Quantity.of(from), Quantity.of(to - from));
    long start = from;
    long end = from;
    for (int i = 0; i < arrivals.size(); i++) {
      LocalDate day = book.day(arrivals.get(i));
      end += arrivals.get(i).quantity().units();
      if (i + 1 == arrivals.size() || !book.day(arrivals.get(i + 1)).equals(day)) {
        look(new Stretch(start, end, Optional.of(day)));
        start = end;
      }
    }
    if (end < to) {
      look(new Stretch(end, to, Optional.empty()));
    }
  }

  private void look(Stretch stretch) {
    for (ChannelQueue queue : item.queues()) {
      Optional<ClaimState> end = queue.beyond(stretch.to);
      Optional<ClaimState> right = queue.beyond(stretch.from);
      while (!right.equals(end) && isToBeTold(right.orElseThrow(), stretch)) {
        right = queue.behind(right.orElseThrow());
      }
      Optional<ClaimState> last = right.equals(end) ? right : queue.before(end.orElse(null));
      while (!last.equals(right) && isToBeTold(last.orElseThrow(), stretch)) {
        last = queue.before(last.orElseThrow());
      }
    }
  }

  /** Tells whether a line has another day, and notes it; of some nothing is known, and one reads on. */
  private boolean isToBeTold(ClaimState claim, Stretch stretch) {
    LineState line = claim.line();
    claimsRead++;
    if (!line.isBitByBit() || moved.contains(line) || !isLast(claim)) {
      return true;
    }
    if (line.promised().equals(stretch.day)) {
      return false;
    }
    found.add(line);
    return true;
  }

  /** The day of a line is that of its last units. */
  private static boolean isLast(ClaimState claim) {
    return claim.line().claims().stream()
        .noneMatch(other -> other.queued() > 0 && claim.standsBefore(other));
  }
}
