package io.backorder.replenishment;

import org.jspecify.annotations.Nullable;

/** Runs one thing after the other whatever fails, and throws what failed first, with what failed behind it. */
final class FirstFailure {

  private @Nullable Throwable first;

  void of(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      if (first == null) {
        first = e;
      } else if (first != e) {
        first.addSuppressed(e);
      }
    }
  }

  void rethrow() {
    if (first instanceof Error error) {
      throw error;
    } else if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
