package io.backorder;

import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.promise.Promise;
import io.backorder.stock.LocationId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an order line so far, and which day its customer was told. */
final class LineStory implements LineAccounts {

  private long waiting;
  private long reserved;
  private @Nullable LocalDate promised;
  private @Nullable LocalDate firstTold;
  private @Nullable Promise lastTold;

  @Override
  public void queued(Claim claim, long units) {
    waiting += units;
  }

  @Override
  public void waiting(long units) {
    // they are in the queue too
  }

  @Override
  public void reserved(Claim claim, LocationId location, long units) {
    reserved += units;
  }

  @Override
  public void onHand(LocationId location, long units) {
    // is no concern of the customer's
  }

  @Override
  public void departed(Departure account, long units) {
    // what is not open any more is told of when it leaves
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    promised = day.orElse(null);
  }

  void told(Promise promise) {
    lastTold = promise;
    firstTold = firstTold == null ? promise.by().orElse(null) : firstTold;
  }

  /** The units that wait, between two documents. */
  long waiting() {
    return waiting;
  }

  boolean isOpen() {
    return waiting > 0 || reserved > 0;
  }

  /** The day for which the units that wait were promised last. */
  Optional<LocalDate> promised() {
    return Optional.ofNullable(promised);
  }

  /** The day that the customer was told before any other. */
  Optional<LocalDate> firstTold() {
    return Optional.ofNullable(firstTold);
  }

  /** What the customer was told last. */
  Optional<Promise> lastTold() {
    return Optional.ofNullable(lastTold);
  }
}
