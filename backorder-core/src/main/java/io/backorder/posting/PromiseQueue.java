package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.promise.Promise;
import io.backorder.stock.ChannelId;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The queue of an item, with what its supplies give to each line. */
interface PromiseQueue {

  /** The queue while a document changes it. */
  static PromiseQueue of(ItemState item, Rules rules, Instant now) {
    PromiseBook book = new PromiseBook(item, rules, now);
    return item.isRead() && isOpen(book, item, Stream.empty())
        ? new SummedQueue(item, book, now)
        : new ReadQueue(item, book, now);
  }

  /** The queue while nothing changes it. */
  static PromiseQueue asked(ItemState item, Rules rules, Instant now) {
    return asked(item, new PromiseBook(item, rules, now), now, Stream.empty());
  }

  /** The queue while nothing changes it, and somebody asks who might join through a channel. */
  static PromiseQueue asked(ItemState item, Rules rules, Instant now, Optional<ChannelId> channel) {
    return asked(item, new PromiseBook(item, rules, now), now, Stream.of(channel));
  }

  private static PromiseQueue asked(
      ItemState item, PromiseBook book, Instant now, Stream<Optional<ChannelId>> more) {
    if (!isOpen(book, item, more)) {
      return new ReadQueue(item, book, now);
    }
    return item.isRead() ? new SummedQueue(item, book, now) : new AddedUpQueue(item, book, now);
  }

  /** Whether every supply may go to everybody who waits, so that sums tell what each line gets. */
  private static boolean isOpen(
      PromiseBook book, ItemState item, Stream<Optional<ChannelId>> more) {
    Stream<Optional<ChannelId>> waiting = item.queues().stream()
        .filter(queue -> !queue.isEmpty())
        .map(ItemState.ChannelQueue::channel);
    return Stream.concat(waiting, more).allMatch(book::isOpenTo);
  }

  /** The promise of all waiting units of one line, whatever it is delivered with. */
  Promise of(LineState line);

  /** The promise of a line that would join the queue. */
  Promise newcomer(WaitingLine line);

  /**
   * The lines that may have another day than the one that was told, first in line first.
   *
   * @param moved the lines of which the document itself has moved units
   */
  Collection<LineState> concerned(Collection<LineState> moved);
}
