package io.backorder.buying;

import static java.util.Objects.requireNonNull;

import io.backorder.assortment.ShortageRecord;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demand for one item as the ledger saw it: the units that orders asked for, at the moment at which they
 * did, whether they were reserved, had to wait or were refused, and not what could be shipped.
 *
 * <p>What an order asks for of an item is the most that it ever asked for at one time, over all its lines. So:
 *
 * <ul>
 *   <li>A raised line is demand for what was added, at the moment of the change.
 *   <li>To lower or to cancel takes no demand back: the units had been wanted. A line that is raised again after
 *       it was lowered counts for what goes beyond the most so far, and so does a line that is raised after
 *       another of the same order was lowered. A cancelled unit stays ordered, so that a raise behind it counts
 *       in full.
 *   <li>An order that was refused as a whole counts from its first attempt on, if the host {@linkplain
 *       #withRefused tells of it}. However often it is tried again under its number, and whether it is taken in
 *       the end, as it was or smaller, no unit counts twice.
 *   <li>A {@linkplain io.backorder.posting.AcceptSubstitute substitute} counts for the item that was ordered
 *       first and short, when it was ordered. What is added to its line later is asked for by its own name, and
 *       counts for it.
 *   <li>A hold is no order. What it asks for counts once it is confirmed.
 *   <li>The records of a kit tell how many kits were asked for. Those of a part tell what was asked for singly
 *       and for kits together, which is what has to be bought of it: kits and parts are never added up.
 * </ul>
 *
 * <p>This type is immutable and thread-safe.
 */
public final class DemandRecords {

  private static final Comparator<RefusedDemand> BY_TIME =
      Comparator.comparing(each -> each.refusal().at());

  private final Sku sku;
  private final List<LedgerRecord> records;
  private final List<RefusedDemand> refused;

  private DemandRecords(Sku sku, List<LedgerRecord> records, List<RefusedDemand> refused) {
    this.sku = sku;
    this.records = records;
    this.refused = refused;
  }

  /**
   * Returns the demand of an item's records.
   *
   * @param sku the item
   * @param records records in their order, such as {@code inventory.ledger().of(sku)}; those of other items are
   *     passed over. Where they begin later than an order, its later raises alone are known
   * @return the demand
   */
  public static DemandRecords of(Sku sku, List<LedgerRecord> records) {
    requireNonNull(sku, "sku");
    return new DemandRecords(
        sku, records.stream().filter(each -> each.entry().sku().equals(sku)).toList(), List.of());
  }

  /**
   * Returns this demand with that of orders that were refused as a whole.
   *
   * @param more what the host has kept, in any order; that of other items is passed over, and what is told
   *     twice counts once
   * @return the demand
   */
  public DemandRecords withRefused(Collection<RefusedDemand> more) {
    return new DemandRecords(
        sku,
        records,
        Stream.concat(refused.stream(), more.stream().filter(each -> each.sku().equals(sku)))
            .sorted(BY_TIME)
            .toList());
  }

  /**
   * Returns the demand period by period.
   *
   * @param calendar the periods
   * @param from since when the item has been on offer
   * @param until until when the ledger has been read, exclusive
   * @return the history of the whole periods between the two
   * @throws io.backorder.refusal.InvalidValueException if {@code until} is before {@code from}, or there are
   *     more than 16,777,216 periods between them
   */
  public DemandHistory history(PeriodCalendar calendar, Instant from, Instant until) {
    DemandHistory.Builder builder = DemandHistory.builder(calendar, from, until);
    read(new Reader() {
      @Override
      public void read(LedgerRecord record, long asked) {
        builder.add(record.recordedAt(), Quantity.of(asked));
      }

      @Override
      public void read(RefusedDemand attempt, long asked) {
        builder.add(attempt.refusal().at(), Quantity.of(asked));
      }
    });
    return builder.build();
  }

  /**
   * Returns the units that were short period by period: that had to wait when they were ordered, or were
   * refused. No unit counts twice. What an order is short of is the most that it was ever short of at one time,
   * over all its lines; each rise counts when it happens, and there is never more of it than the order asked
   * for. So:
   *
   * <ul>
   *   <li>An order that was refused as a whole is short of all the units that it asked for of the item that was
   *       short, for a refusal does not tell how many of them were there. Its other items are not short. When it
   *       is tried again or taken, only what goes beyond that counts.
   *   <li>A refused raise is short of what it would have added, besides what was short already.
   *   <li>Units that had to wait stay counted when they come: if the line is raised, what is short then comes on
   *       top. To lower a line takes off those that were short first, so that they do not count again.
   *   <li>Parts wait with their kit, and are refused with it, whichever of them it lacks.
   * </ul>
   *
   * <p>Of one moment, what the ledger has is read before what was refused.
   *
   * @param calendar the periods, such as the weeks between two reviews
   * @param from since when the item has been on offer
   * @param until until when the ledger has been read, exclusive
   * @return the shortages of the whole periods between the two
   * @throws io.backorder.refusal.InvalidValueException as {@link #history} does
   */
  public ShortageRecord shortages(PeriodCalendar calendar, Instant from, Instant until) {
    DemandHistory.Builder builder = DemandHistory.builder(calendar, from, until);
    read(new ShortUnits(builder::add));
    return new ShortageRecord(Arrays.stream(builder.build().toArray())
        .mapToObj(units -> Quantity.of((long) units))
        .toList());
  }

  /**
   * Returns the units that were short in each replenishment cycle: from one receipt of goods to the next. What
   * was short before the first receipt is left out, and so is the cycle that has not ended. Goods that were
   * received at one moment, and those that come from another location, begin no other cycle. What counts as
   * short is what {@link #shortages} counts.
   *
   * @return the shortages, oldest cycle first
   */
  public ShortageRecord shortagesByReceipt() {
    Cycles cycles = new Cycles();
    read(cycles);
    return cycles.ended();
  }

  /**
   * Reads what happened with the units that each newly asks for, in the order of time. Attempts of the moment
   * of a record come behind it: a raise is refused after the order that it would have raised was taken.
   */
  interface Reader {

    void read(LedgerRecord record, long asked);

    void read(RefusedDemand attempt, long asked);
  }

  private void read(Reader reader) {
    AskedUnits asked = new AskedUnits();
    int next = 0;
    for (LedgerRecord record : records) {
      for (; isBefore(next, record.recordedAt()); next++) {
        reader.read(refused.get(next), asked.of(refused.get(next)));
      }
      reader.read(record, asked.of(record));
    }
    for (; next < refused.size(); next++) {
      reader.read(refused.get(next), asked.of(refused.get(next)));
    }
  }

  private boolean isBefore(int next, Instant record) {
    return next < refused.size() && refused.get(next).refusal().at().isBefore(record);
  }

  @Override
  public String toString() {
    return "demand for %s in %d records, %d refused".formatted(sku, records.size(), refused.size());
  }
}
