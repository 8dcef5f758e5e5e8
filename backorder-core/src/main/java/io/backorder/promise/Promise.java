package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * For which days the units of a line are promised, how sure that is, and what it rests on. That of an order
 * speaks of the units of all its lines.
 *
 * <p>As long as one unit has no day the line has none: {@link #by} is empty, whatever {@link #steps} say of
 * the others. That is an answer, and {@link #reason} says why.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param parts the units with the same days and the same ground, at least one part; parts that are alike are
 *     one
 */
public record Promise(List<Part> parts) {

  /** What the days of a promise rest on, or why there are none. */
  public enum Reason {

    /** The units are on the shelf and belong to the line. */
    ON_SHELF,

    /** A supply is due; its supplier's record was not asked. */
    ANNOUNCED,

    /** A supply is due, and its supplier's record says by how much it may miss its day. */
    RECORD,

    /** A supply is due, but its supplier has too short a record for the confidence that is asked. */
    NOT_ENOUGH_HISTORY,

    /** A supply should have come and has no new day. */
    OVERDUE,

    /** Other lines of an order that is delivered complete have no day. */
    WAITS_FOR_ORDER,

    /** No supply is announced that these units could have. */
    NO_SUPPLY
  }

  /**
   * Units of a line that have the same days for the same reason.
   *
   * @param quantity the units
   * @param reason what the days rest on, or why there are none
   * @param range the days; empty where the units have none
   * @param ground the supplies that the units lean on, and how sure each of them is; of kits and of orders
   *     that are delivered complete there may be several
   */
  public record Part(
      Quantity quantity, Reason reason, Optional<PromiseRange> range, OrderConfidence ground) {

    /** Rejects missing parts. */
    public Part {
      requireNonNull(quantity, "quantity");
      requireNonNull(reason, "reason");
      requireNonNull(range, "range");
      requireNonNull(ground, "ground");
    }

    /**
     * Returns units that are on the shelf.
     *
     * @param quantity the units
     * @param day the day on which they can be handed over
     * @return the part
     */
    public static Part onShelf(Quantity quantity, LocalDate day) {
      return new Part(
          quantity,
          Reason.ON_SHELF,
          Optional.of(PromiseRange.certain(day)),
          OrderConfidence.none());
    }

    /**
     * Returns units that lean on a supply.
     *
     * @param quantity the units
     * @param inbound the supply
     * @return the part, with the days of the supply
     */
    public static Part from(Quantity quantity, Inbound inbound) {
      return new Part(quantity, inbound.reason(), inbound.range(), inbound.ground());
    }

    /**
     * Returns units that have no day.
     *
     * @param quantity the units
     * @param reason why
     * @return the part
     */
    public static Part unknown(Quantity quantity, Reason reason) {
      return new Part(quantity, reason, Optional.empty(), OrderConfidence.unknown());
    }

    Part notBefore(LocalDate day) {
      return new Part(quantity, reason, range.map(days -> days.notBefore(day)), ground);
    }

    Part withoutDay() {
      return new Part(
          quantity, range.isPresent() ? Reason.WAITS_FOR_ORDER : reason, Optional.empty(), ground);
    }

    /** These units once all have come that others wait for, too. */
    Part together(Part all) {
      boolean isLast = range.map(PromiseRange::latest).equals(all.range.map(PromiseRange::latest));
      return new Part(quantity, isLast ? reason : all.reason, all.range, all.ground);
    }

    /** Whether other units have the same days for the same reason. */
    private boolean isLike(Part other) {
      return reason == other.reason && range.equals(other.range) && ground.equals(other.ground);
    }

    private Part plus(Quantity more) {
      return new Part(quantity.plus(more), reason, range, ground);
    }
  }

  /**
   * Units that are promised for a day.
   *
   * @param day the day
   * @param quantity the units
   */
  public record Step(LocalDate day, Quantity quantity) {

    /** Rejects missing parts. */
    public Step {
      requireNonNull(day, "day");
      requireNonNull(quantity, "quantity");
    }
  }

  /** Copies the parts, makes one of those that are alike, and rejects a promise of nothing. */
  public Promise {
    parts = List.copyOf(requireNonNull(parts, "parts"));
    Numbers.atLeast("number of parts", parts.size(), 1);
    parts = parts.size() == 1 ? parts : merged(parts);
  }

  private static List<Part> merged(List<Part> parts) {
    List<Part> merged = new ArrayList<>(parts.size());
    for (Part part : parts) {
      int like = merged.size() - 1;
      while (like >= 0 && !merged.get(like).isLike(part)) {
        like--;
      }
      if (like < 0) {
        merged.add(part);
      } else {
        merged.set(like, merged.get(like).plus(part.quantity));
      }
    }
    return List.copyOf(merged);
  }

  /**
   * Returns the promise of some parts.
   *
   * @param parts the parts, at least one
   * @return the promise
   */
  public static Promise of(Part... parts) {
    return new Promise(List.of(requireNonNull(parts, "parts")));
  }

  /**
   * Makes the lines of an order that is delivered complete one promise: each of their days is the latest of
   * all lines, they rest on the supplies of all and are as sure as all of these together; or none has a day as
   * long as one has none.
   *
   * @param promises the promises of all lines of the order
   * @return the promises, in the same order
   */
  public static List<Promise> together(List<Promise> promises) {
    if (promises.isEmpty()) {
      return List.of();
    }
    if (promises.stream().anyMatch(each -> each.by().isEmpty())) {
      return promises.stream().map(Promise::withoutDay).toList();
    }
    Part all = ofAll(Quantity.ZERO, promises).parts.get(0);
    return promises.stream()
        .map(each ->
            new Promise(each.parts.stream().map(part -> part.together(all)).toList()))
        .toList();
  }

  /**
   * Returns the promise of units that need everything of several promises, such as kits the units of each of
   * their parts. Each of their days is the latest of all, they rest on the supplies of all and are as sure as
   * all of these together.
   *
   * @param quantity the units
   * @param promises what they need, at least one promise
   * @return the promise, without a day for the reason of the first that has none
   */
  public static Promise ofAll(Quantity quantity, List<Promise> promises) {
    Numbers.atLeast("number of promises", promises.size(), 1);
    Promise last = promises.get(0);
    OrderConfidence ground = OrderConfidence.none();
    for (Promise each : promises) {
      if (each.by().isEmpty()) {
        return of(Part.unknown(quantity, each.reason()));
      }
      last = each.by().orElseThrow().isAfter(last.by().orElseThrow()) ? each : last;
      ground = ground.and(each);
    }
    OptionalDouble sure = ground.probability();
    Optional<PromiseRange> days = promises.stream()
        .flatMap(each -> each.range().stream())
        .reduce(Promise::latest)
        .map(range -> range.with(sure));
    return of(new Part(quantity, last.reason(), days, ground));
  }

  private Promise withoutDay() {
    return new Promise(parts.stream().map(Part::withoutDay).toList());
  }

  /**
   * Returns this promise with no day before a given one, such as that of a release.
   *
   * @param day the day
   * @return the promise
   */
  public Promise notBefore(LocalDate day) {
    requireNonNull(day, "day");
    return new Promise(parts.stream().map(each -> each.notBefore(day)).toList());
  }

  /**
   * Returns this promise with more units of the same line.
   *
   * @param other the promise of the other units
   * @return the promise of all
   */
  public Promise plus(Promise other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Promise(all);
  }

  /**
   * Returns how many units are spoken of.
   *
   * @return the units, with and without a day
   */
  public Quantity quantity() {
    return sum(parts);
  }

  private static Quantity sum(Collection<Part> parts) {
    return parts.stream().map(Part::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Returns how many units have no day.
   *
   * @return the units
   */
  public Quantity unknown() {
    return sum(parts.stream().filter(each -> each.range().isEmpty()).toList());
  }

  /**
   * Returns the units by the day for which they are promised.
   *
   * @return the steps, in the order of days; units that have no day are in none
   */
  public List<Step> steps() {
    TreeMap<LocalDate, Quantity> byDay = new TreeMap<>();
    for (Part each : parts) {
      each.range().ifPresent(days -> byDay.merge(days.latest(), each.quantity(), Quantity::plus));
    }
    return byDay.entrySet().stream()
        .map(each -> new Step(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * Returns the day by which the last unit is promised.
   *
   * @return the day; empty as long as one unit has none
   */
  public Optional<LocalDate> by() {
    LocalDate last = LocalDate.MIN;
    for (Part each : parts) {
      if (each.range().isEmpty()) {
        return Optional.empty();
      }
      last = PromiseRange.later(last, each.range().orElseThrow().latest());
    }
    return Optional.of(last);
  }

  /**
   * Returns the days of the last unit.
   *
   * <p>Each is the latest of all parts. The confidence is the product of those of the distinct supplies, each
   * as likely to be late as its own record says and independent of the others; since none of them is promised
   * later than the line, it is no more than the truth.
   *
   * @return the range; empty as long as one unit has no day. Its confidence is empty where one of the
   *     supplies has none
   */
  public Optional<PromiseRange> range() {
    if (parts.stream().anyMatch(each -> each.range().isEmpty())) {
      return Optional.empty();
    }
    return parts.stream()
        .flatMap(each -> each.range().stream())
        .reduce(Promise::latest)
        .map(days -> days.with(ground().probability()));
  }

  private static PromiseRange latest(PromiseRange one, PromiseRange other) {
    return new PromiseRange(
        PromiseRange.later(one.earliest(), other.earliest()),
        PromiseRange.later(one.likely(), other.likely()),
        PromiseRange.later(one.latest(), other.latest()),
        OptionalDouble.empty());
  }

  /**
   * Returns on which supplies the units lean, and how sure it is that all are there by their days.
   *
   * @return the supplies of all parts, each counted once
   */
  public OrderConfidence ground() {
    return OrderConfidence.none().and(this);
  }

  /**
   * Returns the supplies that the units lean on.
   *
   * @return the supplies
   */
  public NavigableSet<SupplyId> supplies() {
    return ground().supplies();
  }

  /**
   * Returns what the day of the last unit rests on, or why there is none.
   *
   * @return the reason of the first part without a day, else of the part that comes last
   */
  public Reason reason() {
    Part last = parts.get(0);
    for (Part each : parts) {
      if (each.range().isEmpty()) {
        return each.reason();
      }
      if (each.range().orElseThrow().latest().isAfter(last.range().orElseThrow().latest())) {
        last = each;
      }
    }
    return last.reason();
  }
}
