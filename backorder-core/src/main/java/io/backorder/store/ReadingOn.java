package io.backorder.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through a queue of which a database still keeps a part, and has it read on where needed. */
final class ReadingOn implements Iterator<ClaimState> {

  private final Function<@Nullable ClaimState, Optional<ClaimState>> step;
  private final UnreadClaims unread;
  private @Nullable ClaimState last;

  private ReadingOn(
      Function<@Nullable ClaimState, Optional<ClaimState>> step, UnreadClaims unread) {
    this.step = step;
    this.unread = unread;
  }

  static Iterator<ClaimState> forward(ClaimQueue read, UnreadClaims unread) {
    return new ReadingOn(read::behind, unread);
  }

  static Iterator<ClaimState> backward(ClaimQueue read, UnreadClaims unread) {
    return new ReadingOn(read::before, unread);
  }

  private Optional<ClaimState> peek() {
    Optional<ClaimState> next = step.apply(last);
    while (next.filter(unread::hasReadTo).isEmpty() && unread.readMore()) {
      next = step.apply(last);
    }
    return next;
  }

  @Override
  public boolean hasNext() {
    return peek().isPresent();
  }

  @Override
  public ClaimState next() {
    ClaimState next = peek()
        .orElseThrow(() -> new NoSuchElementException("queue has no more claims behind " + last));
    last = next;
    return next;
  }
}
