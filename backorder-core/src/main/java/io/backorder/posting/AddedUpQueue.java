package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.PlaceInLine;
import io.backorder.pegging.Arrival;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A queue that a database keeps and adds up, where nobody ahead is filled whole or waits for a kit. Where
 * somebody is, it is read.
 */
final class AddedUpQueue implements PromiseQueue {

  private final ItemState item;
  private final PromiseBook book;
  private final Instant now;
  private @Nullable ReadQueue read;

  AddedUpQueue(ItemState item, PromiseBook book, Instant now) {
    this.item = item;
    this.book = book;
    this.now = now;
  }

  /** Reads from now on, since units are taken off where lines are read. */
  private ReadQueue reading() {
    ReadQueue known = read == null ? new ReadQueue(item, book, now) : read;
    read = known;
    return known;
  }

  @Override
  public Promise of(LineState line) {
    List<Arrival> pegs = new ArrayList<>(1);
    for (ClaimState claim : line.claims()) {
      if (claim.queued() > 0) {
        OptionalLong ahead = line.isBitByBit() ? ahead(claim.place()) : OptionalLong.empty();
        if (ahead.isEmpty()) {
          return reading().of(line);
        }
        Quantity units = Quantity.of(claim.queued());
        pegs.addAll(book.left().earliest(Quantity.of(ahead.orElseThrow()), units));
      }
    }
    return book.promise(pegs, Quantity.of(line.waiting()));
  }

  private OptionalLong ahead(PlaceInLine place) {
    return read == null ? item.unitsOfOneKindAhead(place) : OptionalLong.empty();
  }

  @Override
  public Promise newcomer(WaitingLine line) {
    OptionalLong ahead = ahead(line.place());
    return ahead.isEmpty() ? reading().newcomer(line) : book.promise(line, ahead.orElseThrow());
  }

  @Override
  public Collection<LineState> concerned(Collection<LineState> moved) {
    return reading().concerned(moved);
  }
}
