package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a customer wants to hear of things: at once, once a day, and not at night.
 *
 * <p>Times of day are local ones. Where a change of clocks leaves one out it is as much later as the clocks
 * jump; of one that comes twice the first counts, or the second once the first has passed.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class NoticePreferences {

  private static final NoticePreferences AT_ONCE = new NoticePreferences(null, null);

  /** From when to when on each day nothing is sent, perhaps across midnight. */
  private record Quiet(LocalTime from, LocalTime to, ZoneId zone) {

    Quiet {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(zone, "zone");
    }
  }

  /** When on each day all that is new is sent together. */
  private record Digest(LocalTime at, ZoneId zone) {}

  private final @Nullable Quiet quiet;
  private final @Nullable Digest digest;

  private NoticePreferences(@Nullable Quiet quiet, @Nullable Digest digest) {
    this.quiet = quiet;
    this.digest = digest;
  }

  /**
   * Returns the preference to hear of everything at once.
   *
   * @return the preferences
   */
  public static NoticePreferences atOnce() {
    return AT_ONCE;
  }

  /**
   * Returns these preferences with hours in which nothing is sent.
   *
   * @param from the local time from which on nothing is sent
   * @param to the local time from which on it is again; before {@code from} it is that of the next day
   * @param zone the customer's zone
   * @return the preferences
   * @throws InvalidValueException with {@code CONFIG_INVALID} if both times are the same
   */
  public NoticePreferences quietBetween(LocalTime from, LocalTime to, ZoneId zone) {
    Quiet hours = new Quiet(from, to, zone);
    if (from.equals(to)) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "quiet hours must end at another time than %s: %s".formatted(from, to),
          Facts.of("field", "to").and("asked", to));
    }
    return new NoticePreferences(hours, digest);
  }

  /**
   * Returns these preferences with one time of day at which all that is new is sent together.
   *
   * @param at the local time
   * @param zone the customer's zone
   * @return the preferences
   */
  public NoticePreferences dailyAt(LocalTime at, ZoneId zone) {
    return new NoticePreferences(
        quiet, new Digest(requireNonNull(at, "at"), requireNonNull(zone, "zone")));
  }

  /**
   * Tells whether nothing is sent at a moment.
   *
   * @param moment the moment
   * @return true in quiet hours
   */
  public boolean isQuiet(Instant moment) {
    if (quiet == null) {
      return false;
    }
    LocalTime time = moment.atZone(quiet.zone()).toLocalTime();
    boolean started = !time.isBefore(quiet.from());
    boolean unfinished = time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? started && unfinished : started || unfinished;
  }

  /**
   * Returns when something that happens at a moment may be sent.
   *
   * @param moment the moment
   * @return the first moment from then on at which it may
   */
  public Instant release(Instant moment) {
    Instant due = digest == null ? moment : next(moment, digest.at(), digest.zone());
    while (quiet != null
        && isQuiet(due)) { // twice where the clocks jump over the end into other quiet hours
      due = next(due.plusNanos(1), quiet.to(), quiet.zone());
    }
    return due;
  }

  /** Returns the first moment from another on at which clocks show a time of day. */
  private static Instant next(Instant from, LocalTime time, ZoneId zone) {
    ZonedDateTime today = from.atZone(zone).toLocalDate().atTime(time).atZone(zone);
    ZonedDateTime again = today.withLaterOffsetAtOverlap();
    ZonedDateTime tomorrow =
        from.atZone(zone).toLocalDate().plusDays(1).atTime(time).atZone(zone);
    if (!today.toInstant().isBefore(from)) {
      return today.toInstant();
    }
    return again.toInstant().isBefore(from) ? tomorrow.toInstant() : again.toInstant();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoticePreferences preferences
        && Objects.equals(quiet, preferences.quiet)
        && Objects.equals(digest, preferences.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(quiet, digest);
  }

  @Override
  public String toString() {
    return "quiet %s, digest %s"
        .formatted(quiet == null ? "never" : quiet, digest == null ? "never" : digest);
  }
}
