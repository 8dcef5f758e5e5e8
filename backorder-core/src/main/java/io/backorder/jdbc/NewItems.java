package io.backorder.jdbc;

import io.backorder.refusal.StoreException;
import java.sql.SQLException;
import java.util.Set;

/** Makes the rows of items that were never seen. Two transactions may do so at the same time. */
final class NewItems {

  private static final String ROW =
      "INSERT INTO $item (sku, last_sequence, last_arrival, waiting, claims, tallies,"
          + " promised, announcements, supplies) ";

  private final Statements sql;

  NewItems(Statements sql) {
    this.sql = sql;
  }

  void insert(Set<String> skus) {
    switch (sql.dialect()) {
      case POSTGRESQL ->
        sql.changeKeys(
            ROW + "SELECT u, 0, 0, 0, 0, 0, 0, 0, 0 FROM unnest(?) AS u ORDER BY u"
                + " ON CONFLICT DO NOTHING",
            skus);
      case MARIADB, MYSQL -> sql.write(rows(skus, Bulk.insertNew("item")));
      case H2 -> insertTogether(skus);
    }
  }

  /** Takes rows back on PostgreSQL, where a document is refused without a savepoint to go back to. */
  void takeBack(Set<String> skus) {
    sql.changeKeys("DELETE FROM $item WHERE last_sequence = 0 AND sku = ANY (?)", skus);
  }

  private static Bulk rows(Set<String> skus, Bulk bulk) {
    bulk.texts("sku")
        .longs("last_sequence", "last_arrival", "waiting")
        .ints("claims", "tallies", "promised");
    bulk.longs("announcements").ints("supplies");
    skus.forEach(sku -> bulk.add(sku, 0L, 0L, 0L, 0, 0, 0, 0L, 0));
    return bulk;
  }

  private void insertTogether(Set<String> skus) {
    try {
      sql.changeKeys(ROW + "SELECT u, 0, 0, 0, 0, 0, 0, 0, 0 FROM UNNEST(?) AS t (u)", skus);
    } catch (StoreException e) {
      requireDuplicate(e);
      skus.forEach(this::insertOne);
    }
  }

  private void insertOne(String sku) {
    try {
      sql.change(ROW + "VALUES (?, 0, 0, 0, 0, 0, 0, 0, 0)", Statements.text(sku));
    } catch (StoreException e) {
      requireDuplicate(e); // another transaction has made the row meanwhile
    }
  }

  /** What is no duplicate may have ended the transaction, so that nothing can be written any more. */
  private static void requireDuplicate(StoreException failure) {
    if (!(failure.getCause() instanceof SQLException cause)
        || !"23505".equals(cause.getSQLState())) {
      throw failure;
    }
  }
}
