package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The ledger's time: the host's clock, cut to microseconds, never running back.
 *
 * <p>This type is thread-safe if the host's clock is.
 */
public final class LedgerClock {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9900-01-01T00:00:00Z");

  private final InstantSource source;
  private final AtomicReference<Instant> latest = new AtomicReference<>(FIRST);

  /**
   * Makes the clock.
   *
   * @param source the host's clock
   */
  public LedgerClock(InstantSource source) {
    this.source = requireNonNull(source, "clock");
  }

  /**
   * Returns the ledger's time: what the host's clock says, or the latest time ever told if that is
   * later.
   *
   * @return the instant, in whole microseconds
   * @throws RefusedDocumentException with {@code CLOCK_SKEW} if the host's clock is not in the years
   *     1 to 9899
   */
  public Instant now() {
    Instant told = source.instant();
    if (told.isBefore(FIRST) || !told.isBefore(LAST)) {
      throw new RefusedDocumentException(
          ErrorCode.CLOCK_SKEW,
          "clock must be from %s to %s: %s".formatted(FIRST, LAST, told),
          Facts.of("asked", told));
    }
    Instant known = latest.get();
    if (!told.isAfter(known)) {
      return known;
    }
    Instant cut = told.truncatedTo(ChronoUnit.MICROS);
    return latest.accumulateAndGet(cut, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * Takes note of a time told before, in a replay.
   *
   * @param told the time
   */
  public void resumeFrom(Instant told) {
    latest.accumulateAndGet(told, (one, other) -> one.isAfter(other) ? one : other);
  }
}
