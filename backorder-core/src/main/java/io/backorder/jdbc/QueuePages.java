package io.backorder.jdbc;

import io.backorder.demand.PlaceInLine;
import io.backorder.store.ClaimState;
import io.backorder.store.UnreadClaims;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the queue of an item in one channel, first in line first, a few rows at a time and then more. */
final class QueuePages implements UnreadClaims {

  private static final int FIRST = 16;
  private static final int MOST = 1024;

  private final Statements sql;
  private final ClaimReader claims;
  private final ItemRow item;
  private final String channel;
  private final String current;
  private @Nullable PlaceInLine readTo;
  private int size = FIRST;
  private boolean isDone;

  QueuePages(Statements sql, ClaimReader claims, ItemRow item, String channel, String current) {
    this.sql = sql;
    this.claims = claims;
    this.item = item;
    this.channel = channel;
    this.current = current;
  }

  @Override
  public boolean hasReadTo(ClaimState claim) {
    return isDone || (readTo != null && claim.place().compareTo(readTo) <= 0);
  }

  @Override
  public boolean readMore() {
    if (isDone) {
      return false;
    }
    List<ClaimRecord> page = page();
    isDone = page.size() < size;
    if (!page.isEmpty()) {
      readTo = page.get(page.size() - 1).place;
      claims.takeWithSiblings(item, page);
    }
    size = Math.min(MOST, size * 2);
    return !page.isEmpty();
  }

  private List<ClaimRecord> page() {
    List<ClaimRecord> page = new ArrayList<>();
    String head =
        "SELECT " + ClaimRecord.COLUMNS + " FROM $claim c WHERE c.sku = ? AND c.queue_channel = ?";
    String tail =
        " ORDER BY c.sku, c.queue_channel, c.place_rank, c.arrival LIMIT " + size + current;
    Statements.Value sku = Statements.text(item.state.sku().value());
    Statements.Value sold = Statements.text(channel);
    PlaceInLine from = readTo;
    if (from == null) {
      sql.query(head + tail, row -> page.add(ClaimRecord.read(row, sql.dialect())), sku, sold);
    } else {
      sql.query(
          head + " AND " + Beyond.last("c.", sql.dialect()) + tail,
          row -> page.add(ClaimRecord.read(row, sql.dialect())),
          Beyond.bound(sql.dialect(), from, sku, sold));
    }
    return page;
  }
}
