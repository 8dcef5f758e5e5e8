package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.PlaceInLine;
import io.backorder.stock.LocationId;
import io.backorder.store.ClaimState;
import io.backorder.store.UnreadClaims;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the claims with units reserved at a location, last in line first. */
final class HolderPages implements UnreadClaims {

  private static final int FIRST = 16;
  private static final int MOST = 1024;

  private final Statements sql;
  private final ClaimReader claims;
  private final ItemRow item;
  private final LocationId location;
  private final String current;
  private @Nullable PlaceInLine readTo;
  private int size = FIRST;
  private boolean isDone;

  HolderPages(
      Statements sql, ClaimReader claims, ItemRow item, LocationId location, String current) {
    this.sql = sql;
    this.claims = claims;
    this.item = item;
    this.location = location;
    this.current = current;
  }

  @Override
  public boolean hasReadTo(ClaimState claim) {
    return isDone || (readTo != null && claim.place().compareTo(readTo) >= 0);
  }

  @Override
  public boolean readMore() {
    if (isDone) {
      return false;
    }
    List<PlaceInLine> page = page();
    isDone = page.size() < size;
    if (!page.isEmpty()) {
      readTo = page.get(page.size() - 1);
      claims.takeArrivals(item, page.stream().map(PlaceInLine::arrival).toList());
    }
    size = Math.min(MOST, size * 2);
    return !page.isEmpty();
  }

  private List<PlaceInLine> page() {
    List<PlaceInLine> page = new ArrayList<>();
    String head = "SELECT arrival, place_rank FROM $reservation WHERE sku = ? AND location = ?";
    String tail = " ORDER BY place_rank DESC, arrival DESC LIMIT " + size + current;
    Statements.Value sku = Statements.text(item.state.sku().value());
    Statements.Value at = Statements.text(location.value());
    Statements.RowReader reader = row -> page.add(Rank.place(
        row.getLong("arrival"), requireNonNull(row.getBytes("place_rank"), "place_rank")));
    PlaceInLine from = readTo;
    if (from == null) {
      sql.query(head + tail, reader, sku, at);
    } else {
      sql.query(
          head + " AND " + Beyond.first(sql.dialect()) + tail,
          reader,
          Beyond.bound(sql.dialect(), from, sku, at));
    }
    return page;
  }
}
