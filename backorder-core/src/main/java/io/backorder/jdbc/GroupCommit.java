package io.backorder.jdbc;

import io.backorder.store.Attempt;
import io.backorder.store.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that come while a transaction is on its way share the next one. The first of those that
 * wait runs it for all; nobody waits for more callers to come. This type is thread-safe.
 */
final class GroupCommit {

  private final int most;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean isLed;

  GroupCommit(int most) {
    this.most = most;
  }

  /** Runs a work, in a transaction with others. */
  @SuppressWarnings("unchecked") // the answer to a work is of its type
  <T> T run(Work<T> work, Runner runner) {
    Waiting mine = new Waiting(work);
    if (!enter(mine)) {
      mine.await();
    }
    if (!mine.isSettled()) {
      lead(runner);
    }
    return (T) (mine.isAlone() ? runner.alone(mine.work) : mine.answer());
  }

  /** Runs works in one transaction; or alone, where they cannot be run together. */
  interface Runner {
    List<Attempt<Object>> together(List<Work<Object>> works);

    Object alone(Work<Object> work);
  }

  private synchronized boolean enter(Waiting mine) {
    queue.add(mine);
    boolean leads = !isLed;
    isLed = true;
    return leads;
  }

  private void lead(Runner runner) {
    List<Waiting> group = group();
    try {
      runTogether(group, runner);
    } finally {
      Waiting next = next();
      if (next != null) {
        next.wake();
      }
    }
  }

  private synchronized List<Waiting> group() {
    List<Waiting> group = new ArrayList<>();
    while (group.size() < most && !queue.isEmpty()) {
      group.add(queue.remove());
    }
    return group;
  }

  private synchronized @Nullable Waiting next() {
    Waiting next = queue.peek();
    isLed = next != null;
    return next;
  }

  private static void runTogether(List<Waiting> group, Runner runner) {
    if (group.size() == 1) {
      Waiting single = group.get(0);
      single.take(() -> runner.alone(single.work)); // it leads, so that who comes meanwhile waits
      return;
    }
    try {
      List<Attempt<Object>> attempts =
          runner.together(group.stream().map(each -> each.work).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).take(attempts.get(i)::get);
      }
    } catch (RuntimeException | Error e) {
      if (Failures.isUnknown(e)) {
        group.forEach(each -> each.fail(e));
      } else {
        group.forEach(Waiting::leaveAlone); // one sank the others: each finds out by itself
      }
    }
  }

  /** A caller that waits for its turn to lead or for its answer. */
  private static final class Waiting {

    private final Work<Object> work;
    private final CompletableFuture<Object> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> woken = new CompletableFuture<>();
    private volatile boolean isAlone;

    @SuppressWarnings("unchecked") // the answer is only handed to the caller who brought the work
    Waiting(Work<?> work) {
      this.work = (Work<Object>) work;
    }

    void await() {
      woken.join();
    }

    void wake() {
      woken.complete(true);
    }

    /** Whether it is known what becomes of the work: an answer, or that the caller runs it alone. */
    boolean isSettled() {
      return isAlone || answer.isDone();
    }

    boolean isAlone() {
      return isAlone;
    }

    /** Lets the caller run the work by itself, on its own thread. */
    void leaveAlone() {
      isAlone = true;
      wake();
    }

    void take(Supplier<Object> ended) {
      try {
        answer.complete(ended.get());
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
      wake();
    }

    void fail(Throwable failure) {
      answer.completeExceptionally(failure);
      wake();
    }

    Object answer() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        } else if (e.getCause() instanceof Error failure) {
          throw failure;
        }
        throw e;
      }
    }
  }
}
