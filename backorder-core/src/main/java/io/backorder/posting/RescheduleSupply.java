package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A supply gets another due moment, and perhaps another quantity. The due moment may lie before receipts,
 * and in the past. To announce anew what is announced already does nothing. A closed supply cannot be
 * rescheduled: {@code ALREADY_CLOSED}.
 *
 * @param number the rescheduling's own number, which is the document's too, since a supply may be
 *     rescheduled more than once
 * @param supply the supply
 * @param due the latest moment at which the units are in time, cut to microseconds
 * @param quantity the units announced in all, those that came among them, at least 1; empty if they stay
 *     as they are
 */
public record RescheduleSupply(
    String number, SupplyId supply, Instant due, Optional<Quantity> quantity) implements Document {

  /** Rejects a moment that no ledger can hold, and a quantity of zero. */
  public RescheduleSupply {
    Identifiers.require("rescheduling", number);
    requireNonNull(supply, "supply");
    Content.requireTime("due of supply " + supply, due);
    due = due.truncatedTo(ChronoUnit.MICROS);
    requireNonNull(quantity, "quantity");
    if (quantity.isPresent()) {
      Content.requirePositive("quantity of supply " + supply, quantity.orElseThrow());
    }
  }

  /**
   * Returns a document by which a supply is due at another moment.
   *
   * @param number the document's own number
   * @param supply the supply
   * @param due the latest moment at which the units are in time
   * @return the document
   */
  public static RescheduleSupply of(String number, SupplyId supply, Instant due) {
    return new RescheduleSupply(number, supply, due, Optional.empty());
  }

  /**
   * Returns a document by which a supply is due on another day. Where promises go by another zone than UTC its
   * end may lie on another day there; say the day's zone then.
   *
   * @param number the document's own number
   * @param supply the supply
   * @param day the day, whose last microsecond in UTC is in time
   * @return the document
   */
  public static RescheduleSupply of(String number, SupplyId supply, LocalDate day) {
    return of(number, supply, Supply.endOf(day));
  }

  /**
   * Returns a document by which a supply is due on another day in a zone.
   *
   * @param number the document's own number
   * @param supply the supply
   * @param day the day, whose last microsecond in the zone is in time
   * @param zone the zone, such as that of the calendar by which supplies are promised
   * @return the document
   */
  public static RescheduleSupply of(String number, SupplyId supply, LocalDate day, ZoneId zone) {
    return of(number, supply, Supply.endOf(day, zone));
  }

  /**
   * Returns this document with a quantity.
   *
   * @param units the units announced in all, those that came among them, at least 1
   * @return the document
   */
  public RescheduleSupply to(Quantity units) {
    requireNonNull(units, "units");
    return new RescheduleSupply(number, supply, due, Optional.of(units));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.RESCHEDULE, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("supply", supply)
        .and("due", due)
        .and("quantity", quantity.map(Object::toString).orElse(""))
        .asMap();
  }

  @Override
  public Decision decision() {
    return new RescheduleDecision(this);
  }
}
