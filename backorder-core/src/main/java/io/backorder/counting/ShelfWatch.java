package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the observations of one sensor of one shelf come to.
 *
 * <p>An observation that agrees with what is expected ends whatever came before. Those that are off make
 * a run, and a run that is long enough, in time and in readings, is a {@link Suspicion}. What counts is
 * how far each is off, so that a run goes on while units are picked and received as the host is told.
 * An observation that is not younger than the one before is taken for a repetition and changes nothing.
 * One that was made in the future is refused: the sensor's clock is wrong, and what it says from then on in
 * time would be taken for repetitions.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class ShelfWatch {

  private final String sensor;
  private final Shelf shelf;
  private final SensorRule rule;
  private final Duration skew;
  private final @Nullable Instant latest;
  private final @Nullable Run run;

  private ShelfWatch(ShelfWatch before, @Nullable Instant latest, @Nullable Run run) {
    this.sensor = before.sensor;
    this.shelf = before.shelf;
    this.rule = before.rule;
    this.skew = before.skew;
    this.latest = latest;
    this.run = run;
  }

  private ShelfWatch(String sensor, Shelf shelf, SensorRule rule, Duration skew) {
    this.sensor = Identifiers.require("sensor", sensor);
    this.shelf = requireNonNull(shelf, "shelf");
    this.rule = requireNonNull(rule, "rule");
    this.skew = requireNonNull(skew, "skew");
    this.latest = null;
    this.run = null;
  }

  /**
   * Returns a watch that has seen nothing.
   *
   * @param sensor the host's own name of the sensor
   * @param shelf the item, and where it lies
   * @param rule when the sensor's word is worth a walk
   * @param skew by how much the sensor's clock may be ahead of the host's, zero or more
   * @return the watch
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the skew is negative
   */
  public static ShelfWatch of(String sensor, Shelf shelf, SensorRule rule, Duration skew) {
    if (requireNonNull(skew, "skew").isNegative()) {
      throw Numbers.refused("skew", "be zero or more", skew);
    }
    return new ShelfWatch(sensor, shelf, rule, skew);
  }

  /**
   * Observations in a row that were off.
   *
   * @param since when the first of them was made
   * @param readings how many there are
   * @param first by how much the first was off
   * @param latest what they come to
   */
  private record Run(Instant since, int readings, long first, Latest latest) {}

  private record Latest(StockObservation observation, Quantity expected, long deviation) {}

  /**
   * Returns this watch after one more observation.
   *
   * @param observation what the sensor saw
   * @param expected the units that should lie there: those on hand less those that were picked and have
   *     not left the house
   * @param now the time by the host's clock
   * @return the watch
   * @throws InvalidValueException with {@code UNKNOWN_LOCATION} if another sensor saw it, or another shelf
   *     was seen, with {@code CLOCK_SKEW} if it was made later than now and the skew allow
   */
  public ShelfWatch seen(StockObservation observation, Quantity expected, Instant now) {
    requireOwn(observation);
    requireNotAhead(observation, now);
    if (latest != null && !observation.at().isAfter(latest)) {
      return this;
    }
    long deviation = observation.units().units() - expected.units();
    if (agrees(deviation)) {
      return new ShelfWatch(this, observation.at(), null);
    }
    return new ShelfWatch(this, observation.at(), next(observation, expected, deviation));
  }

  private Run next(StockObservation observation, Quantity expected, long deviation) {
    if (run == null || !continues(run, deviation)) {
      Latest only = new Latest(observation, expected, deviation);
      return new Run(observation.at(), 1, deviation, only);
    }
    Latest now = new Latest(observation, expected, settled(run, deviation));
    return new Run(run.since, run.readings + 1, run.first, now);
  }

  private void requireOwn(StockObservation observation) {
    if (!observation.sensor().equals(sensor) || !observation.shelf().equals(shelf)) {
      throw new InvalidValueException(
          ErrorCode.UNKNOWN_LOCATION,
          "observation must be of sensor %s at %s: %s at %s"
              .formatted(sensor, shelf, observation.sensor(), observation.shelf()),
          Facts.of("asked", observation.sensor()).and("allowed", sensor));
    }
  }

  private void requireNotAhead(StockObservation observation, Instant now) {
    if (observation.at().isAfter(now)
        && Duration.between(now, observation.at()).compareTo(skew) > 0) {
      throw new InvalidValueException(
          ErrorCode.CLOCK_SKEW,
          "observation of sensor %s must be at most %s after %s: %s"
              .formatted(sensor, skew, now, observation.at()),
          Facts.of("sensor", sensor).and("asked", observation.at()).and("allowed", now));
    }
  }

  private boolean agrees(long deviation) {
    return Math.abs(deviation) <= rule.tolerance().units();
  }

  private boolean continues(Run before, long deviation) {
    return rule.trust() == SensorRule.Trust.HIGHEST || agrees(deviation - before.first);
  }

  private long settled(Run before, long deviation) {
    return rule.trust() == SensorRule.Trust.HIGHEST
        ? Math.max(before.latest.deviation, deviation)
        : deviation;
  }

  /**
   * Returns what somebody should look at.
   *
   * @return the suspicion, or empty while the sensor agrees or has not been off for long enough
   */
  public Optional<Suspicion> suspicion() {
    if (run == null || run.readings < rule.readings()) {
      return Optional.empty();
    }
    Latest last = run.latest;
    Duration lasted = Duration.between(run.since, last.observation.at());
    boolean off = !agrees(last.deviation) && lasted.compareTo(rule.debounce()) >= 0;
    return off
        ? Optional.of(new Suspicion(last.observation, last.expected, last.deviation, run.since))
        : Optional.empty();
  }

  /**
   * Returns this watch after somebody looked: what was off until now no longer counts.
   *
   * @return the watch, without a suspicion
   */
  public ShelfWatch dismissed() {
    return new ShelfWatch(this, latest, null);
  }
}
