package io.backorder.posting;

import java.io.Serial;

/** Ends a trial that would read too much of a queue. It never leaves this package. */
final class TooDeep extends RuntimeException {

  @Serial
  private static final long serialVersionUID = 1L;

  TooDeep() {
    super("the queue is too long to be tried out", null, false, false);
  }
}
