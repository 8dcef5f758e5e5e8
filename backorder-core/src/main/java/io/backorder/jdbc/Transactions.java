package io.backorder.jdbc;

import java.util.function.Supplier;

/** Whose transactions units of work run in. Implementations are thread-safe. */
interface Transactions {

  /** Runs a unit of work that writes; it may be tried several times, each time anew. */
  <T> T write(Supplier<Unit<T>> tries);

  /** Runs a unit of work that only reads. */
  <T> T read(Supplier<Unit<T>> tries);

  /** Runs an action after the commit. */
  void afterCommit(Runnable action);

  /** Whether units of work are committed here, so that those of this process can take turns. */
  boolean isOwner();
}
