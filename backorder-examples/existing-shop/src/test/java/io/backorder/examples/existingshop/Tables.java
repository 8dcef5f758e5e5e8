package io.backorder.examples.existingshop;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of the database, by table. */
final class Tables {

  private static final String NAMES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE ?";

  private final JdbcTemplate jdbc;

  Tables(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** The library's rows. */
  Map<String, List<String>> ofLibrary() {
    return rows(texts(NAMES, "backorder\\_%"));
  }

  /** The shop's rows. */
  Map<String, List<String>> ofShop() {
    return rows(List.of("product", "shop_order", "mail"));
  }

  private Map<String, List<String>> rows(List<String> names) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String name : names) {
      String all = "SELECT t::text FROM %s t ORDER BY 1".formatted(name);
      rows.put(name, texts(all));
    }
    return rows;
  }

  private List<String> texts(String query, Object... values) {
    return jdbc.query(query, (row, number) -> requireNonNull(row.getString(1), query), values);
  }

  /** How many sessions of this database have left a transaction open. */
  int openTransactions() {
    String open = "SELECT count(*) FROM pg_stat_activity"
        + " WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    Integer count = jdbc.queryForObject(open, Integer.class);
    return count == null ? 0 : count;
  }
}
