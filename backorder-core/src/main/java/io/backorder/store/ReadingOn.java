package io.backorder.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes through a queue of which a database still keeps a part, and has it read on where needed. */
final class ReadingOn implements Iterator<ClaimState> {

  private final UnaryOperator<@Nullable ClaimState> step;
  private final UnreadClaims unread;
  private @Nullable ClaimState last;

  private ReadingOn(UnaryOperator<@Nullable ClaimState> step, UnreadClaims unread) {
    this.step = step;
    this.unread = unread;
  }

  static Iterator<ClaimState> forward(ClaimQueue read, UnreadClaims unread) {
    return new ReadingOn(read::behind, unread);
  }

  static Iterator<ClaimState> backward(ClaimQueue read, UnreadClaims unread) {
    return new ReadingOn(read::before, unread);
  }

  private @Nullable ClaimState peek() {
    ClaimState next = step.apply(last);
    while ((next == null || !unread.hasReadTo(next)) && unread.readMore()) {
      next = step.apply(last);
    }
    return next;
  }

  @Override
  public boolean hasNext() {
    return peek() != null;
  }

  @Override
  public ClaimState next() {
    ClaimState next = peek();
    if (next == null) {
      throw new NoSuchElementException("queue has no more claims behind " + last);
    }
    last = next;
    return next;
  }
}
