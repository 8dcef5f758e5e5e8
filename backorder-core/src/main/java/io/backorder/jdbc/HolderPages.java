package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.PlaceInLine;
import io.backorder.stock.LocationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the claims with units reserved at a location, last in line first. */
final class HolderPages extends Pages {

  private static final String HEAD =
      "SELECT arrival, place_rank FROM $reservation WHERE sku = ? AND location = ?";
  private static final String ORDER = " ORDER BY place_rank DESC, arrival DESC LIMIT ";

  private final Statements sql;
  private final ClaimReader claims;
  private final ItemRow item;
  private final LocationId location;

  HolderPages(Statements sql, ClaimReader claims, ItemRow item, LocationId location) {
    this.sql = sql;
    this.claims = claims;
    this.item = item;
    this.location = location;
  }

  @Override
  boolean isWithin(PlaceInLine place, PlaceInLine read) {
    return place.compareTo(read) >= 0;
  }

  @Override
  List<PlaceInLine> read(@Nullable PlaceInLine beyond, int most) {
    List<PlaceInLine> page = new ArrayList<>();
    Statements.RowReader reader = row -> page.add(Rank.place(
        row.getLong("arrival"), requireNonNull(row.getBytes("place_rank"), "place_rank")));
    Statements.Value sku = Statements.text(item.state.sku().value());
    Statements.Value at = Statements.text(location.value());
    String tail = ORDER + most + sql.current();
    if (beyond == null) {
      sql.query(HEAD + tail, reader, sku, at);
    } else {
      String from = " AND " + Beyond.first("", sql.dialect());
      sql.query(HEAD + from + tail, reader, Beyond.bound(sql.dialect(), beyond, sku, at));
    }
    claims.takeArrivals(item, page.stream().map(PlaceInLine::arrival).toList());
    return page;
  }
}
