package io.backorder.buying;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries as the ledger saw them: what was announced first, and what came of it when. They feed a
 * {@link SupplierScorecard}.
 *
 * <p>Lateness counts against the due moment of the announcement, however often a supply was rescheduled;
 * the quantity is the one announced last, since another one is another agreement.
 *
 * <p>This type holds no state and is thread-safe.
 */
public final class DeliveryRecords {

  private DeliveryRecords() {}

  /**
   * Returns the finished deliveries of a supplier.
   *
   * @param records records of whole items, such as {@code inventory.ledger().of(sku)}, in their order
   * @param supplier the supplier whom the announcements name
   * @return the deliveries of which nothing more is expected, in the order in which they were finished: by
   *     the last receipt or by closing, whichever was later
   */
  public static List<Delivery> finished(List<LedgerRecord> records, SupplierId supplier) {
    requireNonNull(supplier, "supplier");
    Map<SupplyId, Course> courses = new LinkedHashMap<>();
    for (LedgerRecord record : records) {
      add(record, courses);
    }
    return courses.values().stream()
        .filter(course -> course.supply.supplier().equals(Optional.of(supplier)))
        .filter(course -> course.delivery().isFinished())
        .sorted(Comparator.comparing(course -> course.touchedAt))
        .map(Course::delivery)
        .toList();
  }

  /**
   * Returns the scorecard of a supplier: its {@linkplain #finished finished} deliveries, latest last. It is for
   * a first card; a host that keeps one adds each delivery as it is finished.
   *
   * @param records records of whole items, in their order
   * @param supplier the supplier whom the announcements name
   * @return the card of the latest deliveries
   */
  public static SupplierScorecard scorecard(List<LedgerRecord> records, SupplierId supplier) {
    SupplierScorecard card = SupplierScorecard.empty();
    for (Delivery each : finished(records, supplier)) {
      card = card.plus(each);
    }
    return card;
  }

  private static void add(LedgerRecord record, Map<SupplyId, Course> courses) {
    if (record.entry() instanceof LedgerEntry.SupplyAnnounced e) {
      courses.put(e.supply().id(), new Course(e.supply(), record.recordedAt()));
    } else if (record.entry() instanceof LedgerEntry.SupplyReceived e) {
      Receipt receipt = Receipt.of(e.supply(), e.units().quantity(), record.recordedAt());
      course(courses, e.supply()).ifPresent(course -> course.receive(receipt));
    } else if (record.entry() instanceof LedgerEntry.SupplyRescheduled e) {
      course(courses, e.supply()).ifPresent(course -> course.reschedule(e.to()));
    } else if (record.entry() instanceof LedgerEntry.SupplyClosed e) {
      course(courses, e.supply()).ifPresent(course -> course.close(record.recordedAt()));
    }
  }

  /** A supply whose announcement is not among the records is left out. */
  private static Optional<Course> course(Map<SupplyId, Course> courses, SupplyId supply) {
    return Optional.ofNullable(courses.get(supply));
  }

  /** What happened to one supply. */
  private static final class Course {

    private Supply supply;
    private final List<Receipt> receipts = new ArrayList<>(1);
    private Instant touchedAt;
    private boolean closed;

    Course(Supply supply, Instant at) {
      this.supply = supply;
      this.touchedAt = at;
    }

    void receive(Receipt receipt) {
      receipts.add(receipt);
      touchedAt = receipt.receivedAt();
    }

    void reschedule(Supply.Schedule to) {
      supply = supply.rescheduled(new Supply.Schedule(to.quantity(), supply.due()));
    }

    void close(Instant at) {
      closed = true;
      touchedAt = at;
    }

    Delivery delivery() {
      Delivery delivery = Delivery.of(supply);
      for (Receipt receipt : receipts) {
        delivery = delivery.plus(receipt);
      }
      return closed ? delivery.closed() : delivery;
    }
  }
}
