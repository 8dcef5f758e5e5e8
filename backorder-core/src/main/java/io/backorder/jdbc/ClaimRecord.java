package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.stock.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the table of claims, as it was read. */
final class ClaimRecord {

  /** What stands for the only claim of its line, the own claim of a raised line, and one that raised it. */
  static final int ONLY = 0;

  static final int OWN = 1;
  static final int RAISED = 2;

  /** Added where the line is a kit's, whose parts matter. */
  static final int OF_KIT = 10;

  static final String COLUMNS =
      "c.sku, c.arrival, c.order_no, c.line_no, c.line_index, c.place_rank, c.due_day,"
          + " c.channel, c.customer, c.priority, c.delivery, c.shortage, c.splits_from, c.at_least, c.queued, c.reserved,"
          + " c.several, c.shipped, c.cancelled, c.refused, c.returned, c.promised_day";

  final Sku sku;
  final PlaceInLine place;
  final OrderId order;
  final OrderLine line;
  final int lineIndex;
  final OrderTerms terms;
  final long queued;
  final long reserved;
  final boolean several;
  private final boolean raised;
  private final boolean kit;
  final @Nullable LocalDate promised;
  final Map<Departure, Long> departed = new EnumMap<>(Departure.class);

  private ClaimRecord(ResultSet row, Dialect dialect) throws SQLException {
    sku = Sku.of(row.getString("sku"));
    place = Rank.place(
        row.getLong("arrival"), requireNonNull(row.getBytes("place_rank"), "place_rank"));
    order = OrderId.of(row.getString("order_no"));
    line = LineColumns.order(row, sku, 0);
    lineIndex = row.getInt("line_index");
    terms = TermsColumns.read(row, dialect);
    queued = row.getLong("queued");
    reserved = row.getLong("reserved");
    int number = row.getInt("several");
    several = number % OF_KIT > ONLY;
    raised = number % OF_KIT == RAISED;
    kit = number >= OF_KIT;
    promised = row.getObject("promised_day", LocalDate.class);
    departed.put(Departure.SHIPPED, row.getLong("shipped"));
    departed.put(Departure.CANCELLED, row.getLong("cancelled"));
    departed.put(Departure.REFUSED, row.getLong("refused"));
    departed.put(Departure.RETURNED, row.getLong("returned"));
  }

  static ClaimRecord read(ResultSet row, Dialect dialect) throws SQLException {
    return new ClaimRecord(row, dialect);
  }

  /** Whether the claim is one with which its line was raised. */
  boolean isRaised() {
    return raised;
  }

  /** Whether the order is filled whole, or the line goes in step with a kit's, so that others matter. */
  boolean isOfWholeOrder() {
    return terms.delivery() == DeliveryRule.COMPLETE_ORDER || kit || line.isPart();
  }

  boolean isOpen() {
    return queued > 0 || reserved > 0;
  }
}
