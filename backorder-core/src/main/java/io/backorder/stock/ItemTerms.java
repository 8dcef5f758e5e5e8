package io.backorder.stock;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an item may be sold: whether units may wait, what is withheld, in which unit it is counted.
 *
 * <p>The host supplies the terms of each item by one function, which is asked while a document is
 * decided: it must be quick, must not post documents, and must answer the same until the host
 * changes the terms. This type is immutable and thread-safe.
 */
public final class ItemTerms {

  private static final ItemTerms STANDARD = new ItemTerms(
      new Selling(BackorderAllowance.unlimited(), Quantity.ZERO, null, List.of()),
      new Counting(Scale.WHOLE, Quantity.of(1), Tracking.TRACKED),
      Map.of());

  private final Selling selling;
  private final Counting counting;
  private final Map<Sku, Quantity> parts;

  private ItemTerms(Selling selling, Counting counting, Map<Sku, Quantity> parts) {
    this.selling = selling;
    this.counting = counting;
    this.parts = parts;
  }

  /**
   * Returns the standard terms: any number may wait, nothing is withheld, whole pieces, sold singly.
   *
   * @return the standard terms
   */
  public static ItemTerms standard() {
    return STANDARD;
  }

  /**
   * Returns these terms with another allowance of units that may wait.
   *
   * @param allowance the allowance
   * @return the terms
   */
  public ItemTerms withBackorders(BackorderAllowance allowance) {
    requireNonNull(allowance, "allowance");
    return new ItemTerms(
        new Selling(allowance, selling.buffer, selling.release, selling.substitutes),
        counting,
        parts);
  }

  /**
   * Returns these terms with another buffer: units that are withheld from sale, one number for the
   * item over all its active locations. Waiting lines may not use them either.
   *
   * @param buffer the units to withhold
   * @return the terms
   */
  public ItemTerms withBuffer(Quantity buffer) {
    requireNonNull(buffer, "buffer");
    return new ItemTerms(
        new Selling(selling.allowance, buffer, selling.release, selling.substitutes),
        counting,
        parts);
  }

  /**
   * Returns these terms for an item that is released on a day: before it the item is a pre-order, and none
   * of its units is promised for an earlier day.
   *
   * @param day the first day on which a customer may have a unit
   * @return the terms
   */
  public ItemTerms releasedOn(LocalDate day) {
    requireNonNull(day, "day");
    return new ItemTerms(
        new Selling(selling.allowance, selling.buffer, day, selling.substitutes), counting, parts);
  }

  /**
   * Returns these terms with the items that may be offered instead. They are offered, never taken by
   * themselves.
   *
   * @param items the items, the one that is offered first first
   * @return the terms
   */
  public ItemTerms withSubstitutes(List<Sku> items) {
    return new ItemTerms(
        new Selling(
            selling.allowance,
            selling.buffer,
            selling.release,
            List.copyOf(requireNonNull(items, "items"))),
        counting,
        parts);
  }

  /**
   * Returns these terms with another scale.
   *
   * @param scale the decimals of the item's unit
   * @return the terms
   */
  public ItemTerms withScale(Scale scale) {
    requireNonNull(scale, "scale");
    return new ItemTerms(selling, new Counting(scale, counting.lot, counting.tracking), parts);
  }

  /**
   * Returns these terms with another lot: the item is ordered and reserved in whole multiples of it.
   *
   * @param lot the units of one lot, at least 1
   * @return the terms
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the lot is zero
   */
  public ItemTerms withLot(Quantity lot) {
    if (lot.isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY, "lot must be at least 1: 0", Facts.of("asked", 0));
    }
    return new ItemTerms(selling, new Counting(counting.scale, lot, counting.tracking), parts);
  }

  /**
   * Returns these terms for an item that is not tracked: it is reserved at once, at no location, and
   * never moves stock.
   *
   * @return the terms
   */
  public ItemTerms untracked() {
    return new ItemTerms(
        selling, new Counting(counting.scale, counting.lot, Tracking.UNTRACKED), parts);
  }

  /**
   * Returns these terms for a kit: an item without stock of its own, which is reserved, waits and ships
   * as whole kits of its components. A component may be sold singly too, and may be a kit in turn.
   *
   * <p>What may wait and the lot are the kit's own; buffer, lots and tracking of the components hold for
   * their units. A buffer of the kit itself is not looked at.
   *
   * @param units the units of each component in one kit, at least one component, each at least 1
   * @return the terms
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there is no component, or one of zero
   *     units
   */
  public ItemTerms kitOf(Map<Sku, Quantity> units) {
    Map<Sku, Quantity> copy =
        Collections.unmodifiableMap(new TreeMap<>(requireNonNull(units, "units")));
    if (copy.isEmpty()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "kit must have at least 1 component: 0",
          Facts.of("asked", 0).and("allowed", 1));
    }
    copy.forEach(ItemTerms::requirePart);
    return new ItemTerms(selling, counting, copy);
  }

  private static void requirePart(Sku component, Quantity units) {
    if (requireNonNull(units, "units").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units of component %s must be at least 1: 0".formatted(requireNonNull(component, "sku")),
          Facts.of("sku", component).and("asked", 0).and("allowed", 1));
    }
  }

  /**
   * Returns the components of a kit.
   *
   * @return the units of each component in one kit, by name; empty for an item that is no kit
   */
  public Map<Sku, Quantity> components() {
    return parts;
  }

  /**
   * Returns how many units may wait.
   *
   * @return the allowance
   */
  public BackorderAllowance backorders() {
    return selling.allowance;
  }

  /**
   * Returns the units withheld from sale.
   *
   * @return the buffer
   */
  public Quantity buffer() {
    return selling.buffer;
  }

  /**
   * Returns the day of the item's release.
   *
   * @return the day, or empty for an item that was always there
   */
  public Optional<LocalDate> release() {
    return Optional.ofNullable(selling.release);
  }

  /**
   * Returns the items that may be offered instead.
   *
   * @return the items, the one that is offered first first
   */
  public List<Sku> substitutes() {
    return selling.substitutes;
  }

  /**
   * Returns the decimals of the item's unit.
   *
   * @return the scale
   */
  public Scale scale() {
    return counting.scale;
  }

  /**
   * Returns the units of one lot.
   *
   * @return the lot, 1 for an item that is sold singly
   */
  public Quantity lot() {
    return counting.lot;
  }

  /**
   * Tells whether stock of the item is kept.
   *
   * @return false for an item that is always available and never moves stock
   */
  public boolean isTracked() {
    return counting.tracking == Tracking.TRACKED;
  }

  @Override
  public String toString() {
    return "ItemTerms[" + selling + ", " + counting + (parts.isEmpty() ? "]" : ", " + parts + "]");
  }

  private enum Tracking {
    TRACKED,
    UNTRACKED
  }

  private record Selling(
      BackorderAllowance allowance,
      Quantity buffer,
      @Nullable LocalDate release,
      List<Sku> substitutes) {}

  private record Counting(Scale scale, Quantity lot, Tracking tracking) {}
}
