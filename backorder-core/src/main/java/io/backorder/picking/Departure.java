package io.backorder.picking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/** Units that an order line at a location has no more. */
final class Departure {

  private final FloorBook book;
  private final Slot slot;
  private final Account account;
  private long left;

  Departure(FloorBook book, Slot slot, Account account, long left) {
    this.book = book;
    this.slot = slot;
    this.account = account;
    this.left = left;
  }

  void takeUnlisted() {
    long gone = Math.min(left, book.unlisted(slot, account));
    account.reserved -= gone;
    left -= gone;
  }

  long take(PickShare share) {
    return takeBy(share, (id, gone) -> book.change(id, slot, line -> share.less(line, gone)));
  }

  /** Takes units of one kind off the lists, the list that was given out last first. */
  long takeBy(PickShare share, BiConsumer<String, Long> off) {
    long before = left;
    List<String> youngestFirst = new ArrayList<>(account.lists);
    Collections.reverse(youngestFirst);
    for (String id : youngestFirst) {
      long gone = Math.min(left, share.of(book.list(id).line(slot.line())));
      if (gone > 0) {
        off.accept(id, gone);
        account.reserved -= gone;
        left -= gone;
      }
    }
    return before - left;
  }
}
