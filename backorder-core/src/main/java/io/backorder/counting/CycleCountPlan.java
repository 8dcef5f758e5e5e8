package io.backorder.counting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which shelves to count on which day.
 *
 * <p>Suspected shelves come first, the most units first. Then those whose time has come: first those that
 * have waited longest against their own rhythm, among equals A before B before C, then by location and
 * item. The order in which shelves are given does not matter. This type is immutable and thread-safe.
 */
public final class CycleCountPlan {

  private final CountRhythm rhythm;
  private final List<CountCandidate> shelves;

  private CycleCountPlan(CountRhythm rhythm, List<CountCandidate> shelves) {
    this.rhythm = rhythm;
    this.shelves = shelves;
  }

  /**
   * Returns the plan of some shelves.
   *
   * @param rhythm how often a shelf is counted
   * @param shelves the shelves, each once
   * @return the plan
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a shelf is given twice
   */
  public static CycleCountPlan of(CountRhythm rhythm, List<CountCandidate> shelves) {
    requireNonNull(rhythm, "rhythm");
    Map<Shelf, CountCandidate> byShelf = new LinkedHashMap<>();
    for (CountCandidate each : shelves) {
      if (byShelf.put(each.shelf(), each) != null) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "shelves must be given once each: %s".formatted(each.shelf()),
            Facts.of("sku", each.shelf().sku()).and("location", each.shelf().location()));
      }
    }
    return new CycleCountPlan(rhythm, List.copyOf(byShelf.values()));
  }

  /**
   * The counts of one day.
   *
   * @param day the day
   * @param counts the shelves to count, the most urgent first
   * @param leftOver how many shelves were due and found no room
   */
  public record CountDay(LocalDate day, List<CountCandidate> counts, int leftOver) {

    /** Copies the shelves. */
    public CountDay {
      counts = List.copyOf(counts);
    }
  }

  /**
   * Returns the shelves that are due on a day.
   *
   * @param day the day
   * @return the shelves, the most urgent first
   */
  public List<CountCandidate> due(LocalDate day) {
    return shelves.stream()
        .filter(each -> each.isDue(day, rhythm))
        .sorted(byUrgency(day))
        .toList();
  }

  private Comparator<CountCandidate> byUrgency(LocalDate day) {
    return Comparator.comparing(CountCandidate::suspected)
        .thenComparingDouble(each -> wait(each, day))
        .reversed()
        .thenComparing(CountCandidate::abcClass)
        .thenComparing(each -> each.shelf().location())
        .thenComparing(each -> each.shelf().sku());
  }

  /** The time since the last count, in rhythms: 1 on the day on which it is due. */
  private double wait(CountCandidate shelf, LocalDate day) {
    double days = ChronoUnit.DAYS.between(shelf.lastCounted(), day);
    return days / rhythm.days(shelf.abcClass());
  }

  /**
   * Returns this plan after a day's counts.
   *
   * @param counts what was counted
   * @return the plan, in which those shelves were counted that day and are suspected no more
   */
  public CycleCountPlan after(CountDay counts) {
    Map<Shelf, CountCandidate> now = shelves.stream()
        .collect(toMap(CountCandidate::shelf, each -> each, (a, b) -> b, LinkedHashMap::new));
    for (CountCandidate each : counts.counts()) {
      now.computeIfPresent(each.shelf(), (shelf, old) -> old.countedOn(counts.day()));
    }
    return new CycleCountPlan(rhythm, List.copyOf(now.values()));
  }

  /**
   * Returns the counts of a day.
   *
   * @param day the day
   * @param capacity the most shelves that can be counted that day, zero or more
   * @return the counts
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the capacity is negative
   */
  public CountDay day(LocalDate day, int capacity) {
    Numbers.atLeast("capacity", capacity, 0);
    List<CountCandidate> due = due(day);
    int room = Math.min(capacity, due.size());
    return new CountDay(day, due.subList(0, room), due.size() - room);
  }

  /**
   * Returns the counts of days in a row, as they follow if each day's counts are made.
   *
   * @param first the first day
   * @param days how many days, zero or more
   * @param capacity the most shelves that can be counted a day, zero or more
   * @return the days, each with its counts
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is negative
   */
  public List<CountDay> days(LocalDate first, int days, int capacity) {
    Numbers.atLeast("days", days, 0);
    List<CountDay> plan = new ArrayList<>();
    CycleCountPlan now = this;
    for (int i = 0; i < days; i++) {
      CountDay day = now.day(first.plusDays(i), capacity);
      plan.add(day);
      now = now.after(day);
    }
    return plan;
  }
}
