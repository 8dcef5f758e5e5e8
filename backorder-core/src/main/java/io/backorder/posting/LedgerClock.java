package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ledger's time: the host's clock, cut to microseconds, never running back.
 *
 * <p>This type is thread-safe if the host's clock is.
 */
public final class LedgerClock {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9900-01-01T00:00:00Z");

  private final InstantSource source;
  private final AtomicLong latestMicros = new AtomicLong(micros(FIRST));

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
    if (!isKept(told)) {
      throw new RefusedDocumentException(
          ErrorCode.CLOCK_SKEW,
          "clock must be from %s to %s: %s".formatted(FIRST, LAST, told),
          Facts.of("asked", told));
    }
    Instant cut = told.truncatedTo(ChronoUnit.MICROS);
    long micros = micros(cut);
    long latest = latestMicros.get();
    while (micros > latest && !latestMicros.compareAndSet(latest, micros)) {
      latest = latestMicros.get();
    }
    return micros >= latest ? cut : instant(latest);
  }

  /** Whether every store can keep a moment. */
  static boolean isKept(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(LAST);
  }

  /**
   * Takes note of a time told before, in a replay.
   *
   * @param told the time
   */
  public void resumeFrom(Instant told) {
    latestMicros.accumulateAndGet(micros(told), Math::max);
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private static Instant instant(long micros) {
    long seconds = Math.floorDiv(micros, 1_000_000);
    return Instant.ofEpochSecond(seconds, Math.floorMod(micros, 1_000_000) * 1_000L);
  }
}
