package io.backorder.examples.realyear;

import io.trino.tpcds.Table;
import io.trino.tpcds.column.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sales channel of the TPC-DS benchmark: its tables of sales and returns, and who serves it. */
enum TpcdsChannel {
  STORE(Table.STORE_SALES, Table.STORE_RETURNS, "STORE-"),
  CATALOG(Table.CATALOG_SALES, Table.CATALOG_RETURNS, "WAREHOUSE-"),
  WEB(Table.WEB_SALES, Table.WEB_RETURNS, "WAREHOUSE-");

  private final Table sales;
  private final Table returns;
  private final String place;

  TpcdsChannel(Table sales, Table returns, String place) {
    this.sales = sales;
    this.returns = returns;
    this.place = place;
  }

  /** Returns the table of sales; a generated row of it comes with the row of its return, if any. */
  Table sales() {
    return sales;
  }

  /** Returns the table of returns. */
  Table returns() {
    return returns;
  }

  /** Returns the name of the location with a key. */
  String location(long key) {
    return place + key;
  }

  /** Returns the number of the order with a key. */
  String order(long key) {
    return name() + "-" + key;
  }

  /**
   * Where the columns of a table stand.
   *
   * @param positions the positions, by name without the prefix of the table
   */
  record Columns(Map<String, Integer> positions) {

    static Columns of(Table table) {
      Map<String, Integer> positions = new HashMap<>();
      for (Column column : table.getColumns()) {
        String name = column.getName();
        positions.put(name.substring(name.indexOf('_') + 1), column.getPosition());
      }
      return new Columns(Map.copyOf(positions));
    }

    /** Returns the text in the first of some columns that there is, or empty if it is missing. */
    Optional<String> text(List<@Nullable String> row, String... names) {
      for (String name : names) {
        Integer position = positions.get(name);
        if (position != null) {
          return Optional.ofNullable(row.get(position));
        }
      }
      return Optional.empty();
    }

    /** Returns the number in the first of some columns that there is, or empty if it is missing. */
    Optional<Long> value(List<@Nullable String> row, String... names) {
      return text(row, names).map(Long::valueOf);
    }
  }
}
