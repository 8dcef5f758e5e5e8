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

  static PromiseQueue of(ItemState item, Rules rules, Instant now) {
    return of(new PromiseBook(item, rules, now), item, now, Stream.empty());
  }

  /** The queue that somebody would join through a channel. */
  static PromiseQueue joinedBy(
      Optional<ChannelId> channel, ItemState item, Rules rules, Instant now) {
    return of(new PromiseBook(item, rules, now), item, now, Stream.of(channel));
  }

  /**
   * Sums tell what each line gets where the whole queue is at hand and every supply may go to everybody who
   * waits; elsewhere the queue is read from its head.
   */
  private static PromiseQueue of(
      PromiseBook book, ItemState item, Instant now, Stream<Optional<ChannelId>> more) {
    Stream<Optional<ChannelId>> waiting = item.queues().stream()
        .filter(queue -> !queue.isEmpty())
        .map(ItemState.ChannelQueue::channel);
    return item.isRead() && Stream.concat(waiting, more).allMatch(book::isOpenTo)
        ? new SummedQueue(item, book, now)
        : new ReadQueue(item, book, now);
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
