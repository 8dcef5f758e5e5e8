package io.backorder.replenishment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is open for one item, and what is still to be told of it. Its lock is held while the position is looked
 * at, so that each look is later than the one before, and never while telling: whoever finds that another thread
 * tells leaves it to that thread, which tells all there is in order.
 */
final class Watch {

  private final Deque<Change> untold = new ArrayDeque<>(1);
  private @Nullable PurchaseProposal open;
  private boolean isTelling;
  private boolean isOrdering;

  /** What a look at a position led to: one proposal less, one more, or nothing. */
  record Change(
      @Nullable PurchaseProposal withdrawn, @Nullable PurchaseProposal proposed) {

    static final Change NONE = new Change(null, null);

    void tell(PurchaseListener listener) {
      if (withdrawn != null) {
        listener.onWithdrawn(withdrawn);
      }
      if (proposed != null) {
        listener.onProposed(proposed);
      }
    }
  }

  /** Starts with a proposal of which everybody knows. */
  synchronized void start(PurchaseProposal proposal) {
    open = proposal;
  }

  synchronized Optional<PurchaseProposal> open() {
    return Optional.ofNullable(open);
  }

  /** Begins to order a proposal, and leaves all as it is meanwhile; false if it is not open or being ordered. */
  synchronized boolean beginOrdering(PurchaseProposal proposal) {
    if (isOrdering || !proposal.equals(open)) {
      return false;
    }
    isOrdering = true;
    return true;
  }

  /** Closes the proposal that was ordered, without a word. */
  synchronized void ordered() {
    open = null;
  }

  synchronized void endOrdering() {
    isOrdering = false;
  }

  /** Looks, notes what it leads to, and has the listener told. */
  void look(Function<Optional<PurchaseProposal>, Change> look, PurchaseListener listener) {
    if (noted(look)) {
      FirstFailure failures = new FirstFailure();
      for (Change next = next(); next != null; next = next()) {
        Change change = next;
        failures.of(() -> change.tell(listener));
      }
      failures.rethrow();
    }
  }

  /** Tells whether it is for this thread to tell. */
  private synchronized boolean noted(Function<Optional<PurchaseProposal>, Change> look) {
    if (isOrdering) {
      return false;
    }
    Change change = look.apply(open());
    if (change.equals(Change.NONE)) {
      return false;
    }
    open = change.proposed();
    untold.add(change);
    boolean isFirst = !isTelling;
    isTelling = true;
    return isFirst;
  }

  private synchronized @Nullable Change next() {
    Change next = untold.poll();
    isTelling = next != null;
    return next;
  }
}
