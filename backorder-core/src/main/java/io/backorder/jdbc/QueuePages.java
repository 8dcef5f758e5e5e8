package io.backorder.jdbc;

import io.backorder.demand.PlaceInLine;
import io.backorder.store.UnreadQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the queue of an item in one channel, first in line first. */
final class QueuePages extends Pages implements UnreadQueue {

  private static final String HEAD =
      "SELECT " + ClaimRecord.COLUMNS + " FROM $claim c WHERE c.sku = ? AND c.queue_channel = ?";
  private static final String ORDER =
      " ORDER BY c.sku, c.queue_channel, c.place_rank, c.arrival LIMIT ";

  private static final String OF_PART = "'%\u001F%'"; // in no number that a host may give
  private static final String AHEAD =
      "SELECT COALESCE(SUM(c.queued), 0) AS units, COALESCE(SUM(CASE WHEN c.delivery <> 'PARTIAL'"
          + " OR c.several >= " + ClaimRecord.OF_KIT
          + " OR c.line_no LIKE " + OF_PART
          + " THEN 1 ELSE 0 END), 0) AS others"
          + " FROM $claim c WHERE c.sku = ? AND c.queue_channel = ? AND ";

  private final Statements sql;
  private final ClaimReader claims;
  private final ItemRow item;
  private final String channel;

  QueuePages(Statements sql, ClaimReader claims, ItemRow item, String channel) {
    this.sql = sql;
    this.claims = claims;
    this.item = item;
    this.channel = channel;
  }

  @Override
  boolean isWithin(PlaceInLine place, PlaceInLine read) {
    return place.compareTo(read) <= 0;
  }

  @Override
  List<PlaceInLine> read(@Nullable PlaceInLine beyond, int most) {
    List<ClaimRecord> page = new ArrayList<>();
    Statements.RowReader reader = row -> page.add(ClaimRecord.read(row, sql.dialect()));
    Statements.Value sku = Statements.text(item.state.sku().value());
    Statements.Value sold = Statements.text(channel);
    String tail = ORDER + most + sql.current();
    if (beyond == null) {
      sql.query(HEAD + tail, reader, sku, sold);
    } else {
      String from = " AND " + Beyond.last("c.", sql.dialect());
      sql.query(HEAD + from + tail, reader, Beyond.bound(sql.dialect(), beyond, sku, sold));
    }
    claims.takeWithSiblings(item, page);
    return page.stream().map(each -> each.place).toList();
  }

  @Override
  public OptionalLong unitsAhead(PlaceInLine place) {
    Statements.Value sku = Statements.text(item.state.sku().value());
    Statements.Value sold = Statements.text(channel);
    List<OptionalLong> sums = new ArrayList<>(1);
    sql.query(
        AHEAD + Beyond.first("c.", sql.dialect()) + sql.current(),
        row -> sums.add(
            row.getLong("others") > 0
                ? OptionalLong.empty()
                : OptionalLong.of(row.getLong("units"))),
        Beyond.bound(sql.dialect(), place, sku, sold));
    return sums.get(0);
  }
}
