package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.Document;
import io.backorder.proof.Checkpoint;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J1, J3 and J5 on rows: somebody edits the tables of the ledger by SQL. */
final class LedgerRowsTest {

  private static final Database DATABASE = Database.h2("tampered");

  private Inventory inventory = Inventory.inMemory().build();
  private List<LedgerRecord> records = List.of();
  private Checkpoint checkpoint = Inventory.inMemory().build().ledger().checkpoint();

  @BeforeEach
  void day() {
    inventory = Paperwork.inventory(DATABASE.emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(inventory::post);
    inventory = Paperwork.inventory(DATABASE.unitOfWork(), Paperwork.NOON);
    for (DocumentKind kind : DocumentKind.values()) {
      try {
        inventory.post(Paperwork.of(kind));
      } catch (InventoryException e) {
        assertThat(kind)
            .isIn(
                DocumentKind.HOLD,
                DocumentKind.CHANGE,
                DocumentKind.SHIP,
                DocumentKind.CANCEL,
                DocumentKind.TRANSFER,
                DocumentKind.REALLOCATE);
      }
    }
    records = inventory.ledger().after(0, Integer.MAX_VALUE);
    checkpoint = inventory.ledger().checkpoint();
    assertThat(records).hasSizeGreaterThan(40);
    assertThat(inventory.verify().isSound()).isTrue();
    assertThat(inventory.verify(checkpoint).isSound()).isTrue();
  }

  /** A row of a table, by its key. */
  private record Row(String table, String condition) {}

  private static List<Row> rows(String table, String... key) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT * FROM backorder_" + table + " ORDER BY " + String.join(", ", key))) {
      while (row.next()) {
        List<String> parts = new ArrayList<>();
        for (String column : key) {
          parts.add(column + " = '" + row.getString(column) + "'");
        }
        rows.add(new Row("backorder_" + table, String.join(" AND ", parts)));
      }
    }
    return rows;
  }

  /** Whether the inventory finds something, by saying so or by failing with a typed error. */
  private boolean isFound() {
    try {
      return !inventory.verify().isSound();
    } catch (InventoryException e) {
      return true;
    }
  }

  private Optional<ErrorCode> foundByCheckpoint() {
    try {
      return inventory.verify(checkpoint).isSound()
          ? Optional.empty()
          : Optional.of(ErrorCode.CHECKPOINT_MISMATCH);
    } catch (InventoryException e) {
      return Optional.of(e.code());
    }
  }

  private static final Object UNCHANGED = new Object();

  private static Object other(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value == null) {
      return UNCHANGED;
    }
    return switch (row.getMetaData().getColumnType(column)) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> row.getLong(column) + 1;
      case Types.TIMESTAMP_WITH_TIMEZONE ->
        row.getObject(column, java.time.OffsetDateTime.class).plusNanos(1_000);
      case Types.DATE -> row.getObject(column, java.time.LocalDate.class).plusDays(1);
      case Types.BINARY, Types.VARBINARY -> flipped(row.getBytes(column));
      default -> row.getString(column) + "x";
    };
  }

  private static Object flipped(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {1};
    }
    bytes[bytes.length - 1] ^= 1;
    return bytes;
  }

  /** What is done while a row is edited. */
  private interface Look {
    void at(String column) throws SQLException;
  }

  /** Edits each column of a row in turn, and puts it back. */
  private static void editEach(Row row, Look look) throws SQLException {
    String all = "SELECT * FROM " + row.table + " WHERE " + row.condition;
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement(
            ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet found = statement.executeQuery(all)) {
      found.next();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        String column = found.getMetaData().getColumnName(i);
        Object other = other(found, i);
        if (other != UNCHANGED && !column.equals("ID")) {
          edit(connection, row, column, other, found.getObject(i), look);
        }
      }
    }
  }

  private static void edit(
      Connection connection, Row row, String column, Object other, Object before, Look look)
      throws SQLException {
    String rowId = rowId(connection, row);
    try (PreparedStatement update = connection.prepareStatement(
        "UPDATE " + row.table + " SET " + column + " = ? WHERE _rowid_ = " + rowId)) {
      update.setObject(1, other);
      try {
        update.executeUpdate();
      } catch (SQLException e) {
        assertThat(e.getSQLState()).startsWith("23"); // a constraint is in the attacker's way
        return;
      }
      look.at(column);
      update.setObject(1, before);
      update.executeUpdate();
    }
  }

  private static String rowId(Connection connection, Row row) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(
            "SELECT _rowid_ FROM " + row.table + " WHERE " + row.condition)) {
      found.next();
      return found.getString(1);
    }
  }

  private boolean isSameLedger() {
    try {
      List<LedgerRecord> now = inventory.ledger().after(0, Integer.MAX_VALUE);
      if (now.size() != records.size()) {
        return false;
      }
      for (int i = 0; i < now.size(); i++) {
        if (!java.util.Arrays.equals(now.get(i).canonical(), records.get(i).canonical())
            || !now.get(i).chain().equals(records.get(i).chain())) {
          return false;
        }
      }
      return true;
    } catch (InventoryException e) {
      return false;
    }
  }

  @Test
  void j1_anyColumnOfAnyEntryEdited_isDetected() throws SQLException {
    Set<String> silent = new TreeSet<>();
    Set<String> loud = new TreeSet<>();
    for (Row row : rows("ledger_entry", "document", "entry_index")) {
      editEach(row, column -> {
        boolean isSame = isSameLedger();
        if (column.equals("ENTRY_INDEX")) { // a place in the feed, which is in no chain
          assertThat(foundByCheckpoint()).as(column + " of " + row).isPresent();
          return;
        }
        assertThat(isFound()).as(column + " of " + row).isEqualTo(!isSame);
        (isSame ? silent : loud).add(column);
      });
    }
    assertThat(isFound()).isFalse(); // everything was put back
    assertThat(silent).isEmpty();
    assertThat(loud)
        .contains("SKU", "KIND", "UNITS", "CHAIN", "ITEM_SEQUENCE", "ORDER_NO", "DOCUMENT");
  }

  /** How a supply stands is read with its item as long as something of it is expected. */
  @Test
  void anyColumnOfAnExpectedSupplyEdited_isFound() throws SQLException {
    Set<String> loud = new TreeSet<>();
    for (Row row : rows("supply", "supply_no")) {
      if (!row.condition.contains("P2")) { // which is closed
        editEach(row, column -> {
          assertThat(isFound()).as(column + " of " + row).isTrue();
          loud.add(column);
        });
      }
    }
    assertThat(isFound()).isFalse(); // everything was put back
    assertThat(loud)
        .contains("SUPPLY_NO", "SKU", "ANNOUNCEMENT", "LOCATION", "UNITS", "DUE_AT", "RECEIVED");
  }

  @Test
  void j1_anyColumnOfAnyDocumentEdited_isDetectedIfItIsPartOfTheLedger() throws SQLException {
    Set<String> silent = new TreeSet<>();
    Set<String> loud = new TreeSet<>();
    for (Row row : rows("document", "kind", "number")) {
      editEach(row, column -> {
        boolean isSame = isSameLedger();
        boolean isFound = isFound() || foundByCheckpoint().isPresent();
        assertThat(isFound || isSame).as(column + " of " + row).isTrue();
        (isFound ? loud : silent).add(column);
      });
    }
    assertThat(loud).contains("KIND", "NUMBER", "RECORDED_AT", "FIRST_POSITION");
  }

  @Test
  void j3_anyEntryDeleted_isDetected() throws SQLException {
    for (Row row : rows("ledger_entry", "document", "entry_index")) {
      inCopy("DELETE FROM " + row.table + " WHERE " + row.condition, row);
    }
  }

  /** Runs statements, looks, and takes them back. */
  private void inCopy(String attack, Row row) throws SQLException {
    inCopy(attack, row, true);
  }

  private void inCopy(String attack, Row row, boolean isInAChain) throws SQLException {
    Servers.execute(
        DATABASE.dataSource(),
        "DROP TABLE IF EXISTS kept",
        "CREATE TABLE kept AS SELECT * FROM " + row.table);
    Servers.execute(DATABASE.dataSource(), attack);
    assertThat(isFound()).as(attack).isEqualTo(isInAChain);
    assertThat(foundByCheckpoint()).as(attack).isPresent();
    Servers.execute(
        DATABASE.dataSource(),
        "DELETE FROM " + row.table,
        "INSERT INTO " + row.table + " SELECT * FROM kept");
    assertThat(isFound()).isFalse();
  }

  @Test
  void j3_twoEntriesSwapped_isDetected() throws SQLException {
    List<Row> rows = rows("ledger_entry", "document", "entry_index");
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row one = rows.get(i);
      Row two = rows.get(i + 1);
      // in one document the order between two items is in no chain, only in the checkpoint
      LedgerRecord first = records.get(i);
      LedgerRecord second = records.get(i + 1);
      boolean isInAChain = !first.document().equals(second.document())
          || first.entry().sku().equals(second.entry().sku());
      inCopy(
          "UPDATE backorder_ledger_entry SET (document, entry_index) ="
              + " (SELECT k.document, k.entry_index FROM kept k WHERE (k.document, k.entry_index) <>"
              + " (backorder_ledger_entry.document, backorder_ledger_entry.entry_index) AND ("
              + one.condition + " OR " + two.condition + ")) WHERE (" + one.condition + ") OR ("
              + two.condition + ")",
          one,
          isInAChain);
    }
  }

  @Test
  void j3_anEntryInsertedOrRepeated_isDetected() throws SQLException {
    Row last = new Row("backorder_ledger_entry", "1 = 1");
    for (String sku : List.of("A", "B", "C", "Z")) {
      String columns = columns();
      inCopy(
          "INSERT INTO backorder_ledger_entry (" + columns + ") SELECT "
              + columns
                  .replace("ENTRY_INDEX", "ENTRY_INDEX + 500")
                  .replace("ITEM_SEQUENCE", "999")
                  .replace("SKU,", "'" + sku + "',")
              + " FROM backorder_ledger_entry ORDER BY document, entry_index LIMIT 1",
          last);
    }
  }

  private static String columns() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM backorder_ledger_entry WHERE 1 = 0")) {
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        names.add(row.getMetaData().getColumnName(i));
      }
    }
    return String.join(", ", names);
  }

  @Test
  void j3_allTruncated_isDetected() throws SQLException {
    inCopy("DELETE FROM backorder_ledger_entry", new Row("backorder_ledger_entry", "1 = 1"));
  }

  @Test
  void j3_theWholeDatabaseOfAnEarlierMoment_isDetectedByTheCheckpointOnly() {
    Inventory earlier = Paperwork.inventory(DATABASE.emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(earlier::post);

    assertThat(inventory.verify().isSound()).isTrue(); // nothing in it tells that there was more
    InventoryException failure =
        catchThrowableOfType(InventoryException.class, () -> inventory.verify(checkpoint));
    assertThat(failure.code()).isEqualTo(ErrorCode.HISTORY_TRUNCATED);
  }

  @Test
  void j7_anotherHistoryWrittenAnew_isDetectedByTheCheckpointOnly() {
    Inventory other = Paperwork.inventory(DATABASE.emptied(), Paperwork.MORNING);
    List<Document> documents = new ArrayList<>(Paperwork.before());
    for (int i = 0; i < records.size(); i++) {
      documents.add(Paperwork.received("X" + i, Paperwork.A, 1));
    }
    documents.forEach(other::post);

    assertThat(inventory.verify().isSound()).isTrue();
    InventoryException failure =
        catchThrowableOfType(InventoryException.class, () -> inventory.verify(checkpoint));
    assertThat(failure.code()).isEqualTo(ErrorCode.CHECKPOINT_MISMATCH);
  }

  @Test
  void balancesEdited_isDetected() throws SQLException {
    for (String attack : List.of(
        "UPDATE backorder_stock SET on_hand = on_hand + 1 WHERE sku = 'A'",
        "UPDATE backorder_stock SET reserved = reserved - 1 WHERE sku = 'B' AND reserved > 0",
        "UPDATE backorder_item SET waiting = waiting + 1 WHERE sku = 'B'",
        "UPDATE backorder_item SET last_sequence = 0 WHERE sku = 'A'",
        "UPDATE backorder_item SET chain = (SELECT chain FROM backorder_item WHERE sku = 'B') WHERE sku = 'A'",
        "DELETE FROM backorder_item WHERE sku = 'A'",
        "UPDATE backorder_claim SET queued = queued + 1 WHERE queued > 0")) {
      day();
      Servers.execute(DATABASE.dataSource(), attack);
      assertThat(isFound()).as(attack).isTrue();
    }
  }

  @Test
  void j5_everyRecordReadBack_isTheRecordThatMemoryKeeps() {
    Inventory memory = Inventory.inMemory()
        .locations(io.backorder.stock.Location.of("MAIN"), io.backorder.stock.Location.of("BACK"))
        .clock(() -> Paperwork.MORNING)
        .build();
    Paperwork.before().forEach(memory::post);
    List<LedgerRecord> kept = memory.ledger().after(0, Integer.MAX_VALUE);

    for (int i = 0; i < kept.size(); i++) {
      assertThat(records.get(i)).hasToString(kept.get(i).toString());
      assertThat(records.get(i).canonical()).isEqualTo(kept.get(i).canonical());
      assertThat(records.get(i).chain()).isEqualTo(kept.get(i).chain());
      assertThat(records.get(i).position()).isEqualTo(kept.get(i).position());
    }
  }
}
