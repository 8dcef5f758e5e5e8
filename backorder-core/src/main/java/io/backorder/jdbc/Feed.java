package io.backorder.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives positions in the whole ledger out, to documents that have committed, when somebody reads.
 *
 * <p>Whoever posts thus never waits for others who post other items, and a reader never sees a gap: a
 * document that commits late gets a later position. The documents of one item are numbered in their
 * order, since each was written under the item's lock.
 */
final class Feed {

  private static final int STEP = 10_000;

  private final Statements sql;

  private final String current;

  /** Makes the feed; inside an old snapshot it must look at the latest rows. */
  Feed(Statements sql) {
    this.sql = sql;
    this.current = sql.current().isEmpty() ? "" : " FOR UPDATE SKIP LOCKED";
  }

  /** Numbers what has no position yet, and returns the last position. */
  long number() {
    if (isNumbered()) {
      return last("");
    }
    long last = last(" FOR UPDATE");
    long numbered = last;
    for (List<Unnumbered> some = some(); !some.isEmpty(); some = some()) {
      numbered = number(some, numbered);
    }
    if (numbered > last) {
      sql.change("UPDATE $feed SET last_position = ? WHERE id = 1", Statements.number(numbered));
    }
    return numbered;
  }

  private boolean isNumbered() {
    boolean[] found = {false};
    sql.query(
        "SELECT id FROM $document WHERE first_position IS NULL LIMIT 1", row -> found[0] = true);
    return !found[0];
  }

  private long last(String locking) {
    long[] last = {0};
    sql.query(
        "SELECT last_position FROM $feed WHERE id = 1" + locking, row -> last[0] = row.getLong(1));
    return last[0];
  }

  private List<Unnumbered> some() {
    List<Unnumbered> some = new ArrayList<>();
    sql.query(
        "SELECT id, entries FROM $document WHERE first_position IS NULL ORDER BY id LIMIT " + STEP
            + current,
        row -> some.add(new Unnumbered(row.getLong("id"), row.getInt("entries"))));
    return some;
  }

  private long number(List<Unnumbered> documents, long last) {
    Bulk rows = Bulk.update("document", 1).longs("id", "first_position");
    long numbered = last;
    for (Unnumbered each : documents) {
      // a document without entries stands nowhere, under a number that no other has
      rows.add(each.id, each.entries == 0 ? -each.id : numbered + 1);
      numbered += each.entries;
    }
    sql.write(rows);
    return numbered;
  }

  private record Unnumbered(long id, int entries) {}
}
