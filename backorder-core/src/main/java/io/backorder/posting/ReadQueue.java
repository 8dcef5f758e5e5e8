package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.promise.Promise;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** A queue that is read from its head, as far as supplies reach. */
final class ReadQueue implements PromiseQueue {

  private final ItemState item;
  private final PromiseBook book;
  private final PromisesFound found;
  private final Iterator<WaitingLine> queue;

  ReadQueue(ItemState item, PromiseBook book, Instant now) {
    this(item, book, new ItemBacklog(item, now, ItemBacklog.Reader.ALL).iterator());
  }

  /** A queue in which others may stand than those who do now. */
  ReadQueue(ItemState item, PromiseBook book, Iterator<WaitingLine> queue) {
    this.item = item;
    this.book = book;
    this.found = new PromisesFound(book);
    this.queue = queue;
  }

  @Override
  public Promise of(LineState line) {
    while (isReading() && !found.hasAll(line)) {
      read();
    }
    return found.of(line);
  }

  private boolean isReading() {
    return !book.isEmpty(0) && queue.hasNext();
  }

  private void read() {
    found.read((QueuedLine) queue.next(), 0);
  }

  @Override
  public Promise newcomer(WaitingLine line) {
    while (isReading()) {
      WaitingLine each = queue.next();
      if (each.place().compareTo(line.place()) > 0) {
        break;
      }
      book.take(each, 0);
    }
    return book.promise(line, 0);
  }

  @Override
  public Collection<LineState> concerned(Collection<LineState> moved) {
    while (isReading() || (found.withDay() < item.linesPromised() && queue.hasNext())) {
      read();
    }
    return List.copyOf(found.lines());
  }
}
