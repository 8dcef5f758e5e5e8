package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables on one database: what is missing is named, and what the constraints refuse. */
abstract class SchemaChecks {

  private static final List<String> TABLES = List.of(
      "schema_version",
      "item",
      "stock",
      "channel_queue",
      "claim",
      "reservation",
      "customer_order",
      "cart_hold",
      "cart_line",
      "held",
      "tally",
      "supply",
      "document",
      "ledger_entry",
      "feed");

  /** Statements that would break an invariant, and the constraint that refuses them. */
  private static final Map<String, String> BROKEN = new LinkedHashMap<>();

  static {
    BROKEN.put(
        "UPDATE $stock SET reserved = on_hand - held + 1 WHERE sku = 'A'", "ck_stock_oversold");
    BROKEN.put("UPDATE $stock SET on_hand = reserved - 1 WHERE sku = 'A'", "ck_stock_oversold");
    BROKEN.put("UPDATE $stock SET held = on_hand + 1 WHERE sku = 'C'", "ck_stock_oversold");
    BROKEN.put("UPDATE $stock SET reserved = -1, on_hand = 9 WHERE sku = 'A'", "ck_stock_signs");
    BROKEN.put("UPDATE $item SET waiting = -1", "ck_item_waiting");
    BROKEN.put("UPDATE $item SET claims = -1", "ck_item_claims");
    BROKEN.put("UPDATE $channel_queue SET claims = 0", "ck_channel_queue_claims");
    BROKEN.put("UPDATE $claim SET queued = -1", "ck_claim_signs");
    BROKEN.put("UPDATE $claim SET returned = shipped + 1", "ck_claim_returned");
    BROKEN.put("UPDATE $reservation SET units = 0", "ck_reservation_units");
    BROKEN.put(
        "UPDATE $customer_order SET lines_waiting = lines_open + 1", "ck_customer_order_lines");
    BROKEN.put("UPDATE $held SET units = 0", "ck_held_units");
    BROKEN.put("UPDATE $supply SET received = -1", "ck_supply_signs");
    BROKEN.put("UPDATE $supply SET expected = units + 1", "ck_supply_expected");
  }

  /** A fresh database under names of its own. */
  abstract Database fresh(String name);

  /** The SQLSTATE or vendor code of a refused CHECK. */
  abstract int checkCode(SQLException failure);

  abstract int expectedCheckCode();

  static String sql(Database database, String template) {
    return database.names().in(new StringBuilder(template));
  }

  private static final String FIRST = "V001__create.sql";
  private static final String SECOND = "V002__supplies_and_promises.sql";

  /** What the second version added to tables of the first. */
  private static final Set<String> ADDED = Set.of(
      "item promised",
      "item announcements",
      "item supplies",
      "claim promised_day",
      "ledger_entry supply_no",
      "ledger_entry due_at",
      "ledger_entry due_before",
      "ledger_entry supplier",
      "ledger_entry ordered_at",
      "ledger_entry excess");

  static StoreException mismatch(Database database) {
    return mismatch(database, FIRST, "create");
  }

  static StoreException mismatch(Database database, String script, String remedy) {
    StoreException failure = catchThrowableOfType(
        StoreException.class,
        () -> BackorderSchema.validate(database.dataSource(), database.names()));
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_MISMATCH);
    assertThat(failure.getMessage())
        .contains(script)
        .contains("META-INF/backorder/db/")
        .endsWith("BackorderSchema." + remedy);
    return failure;
  }

  @Test
  void validate_eachTableMissing_isNamed() {
    Database database = fresh("schema_tables");
    for (String table : TABLES) {
      Servers.execute(
          database.dataSource(), sql(database, "ALTER TABLE $" + table + " RENAME TO gone"));
      boolean later = table.equals("supply");
      assertThat(mismatch(database, later ? SECOND : FIRST, later ? "upgrade" : "create"))
          .hasMessageContaining("table " + sql(database, "$" + table) + " is not there");
      Servers.execute(
          database.dataSource(),
          "ALTER TABLE " + database.names().qualifier() + "gone RENAME TO "
              + renamedTo(database, table));
    }
    assertThatCode(() -> BackorderSchema.validate(database.dataSource(), database.names()))
        .doesNotThrowAnyException();
  }

  /** What stands behind RENAME TO. */
  String renamedTo(Database database, String table) {
    return database.names().prefix() + table;
  }

  @Test
  void validate_eachColumnMissing_isNamed() throws SQLException {
    Database database = fresh("schema_columns");
    for (String table : TABLES) {
      for (String column : columns(database, table)) {
        String name = sql(database, "$" + table);
        rename(database, name, column, "gone");
        boolean later = table.equals("supply") || ADDED.contains(table + " " + column);
        assertThat(mismatch(database, later ? SECOND : FIRST, later ? "upgrade" : "create"))
            .hasMessageContaining(
                "column " + column + " of table " + database.names().prefix() + table);
        rename(database, name, "gone", column);
      }
    }
    assertThatCode(() -> BackorderSchema.validate(database.dataSource(), database.names()))
        .doesNotThrowAnyException();
  }

  void rename(Database database, String table, String from, String to) {
    Servers.execute(
        database.dataSource(), "ALTER TABLE " + table + " RENAME COLUMN " + from + " TO " + to);
  }

  static List<String> columns(Database database, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(sql(database, "SELECT * FROM $" + table + " WHERE 1 = 0"))) {
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        columns.add(row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
      }
    }
    return columns;
  }

  @Test
  void validate_olderVersionOrNone_isNamed() {
    Database database = fresh("schema_versions");
    assertThatCode(() -> BackorderSchema.upgrade(database.dataSource(), database.names()))
        .doesNotThrowAnyException(); // nothing is to be done
    Servers.execute(database.dataSource(), sql(database, "DELETE FROM $schema_version"));
    assertThat(mismatch(database))
        .hasMessageContaining("version")
        .hasMessageContaining("needed is 2");
    assertThat(catchThrowableOfType(
            StoreException.class,
            () -> BackorderSchema.upgrade(database.dataSource(), database.names())))
        .hasMessageContaining("needed is 2");
    setVersion(database, 1);
    assertThat(mismatch(database, SECOND, "upgrade")).hasMessageContaining("is 1, needed is 2");
    setVersion(database, 3);
    assertThatCode(() -> BackorderSchema.validate(database.dataSource(), database.names()))
        .doesNotThrowAnyException(); // later versions only add
  }

  private static void setVersion(Database database, int version) {
    Servers.execute(
        database.dataSource(),
        sql(database, "INSERT INTO $schema_version (version) VALUES (" + version + ")"));
  }

  /** Tables of the first version, in which somebody has worked, are brought to this one. */
  @Test
  void upgrade_tablesOfTheFirstVersion_goOnWithWhatIsInThem() throws SQLException {
    Database database = fresh("schema_first");
    TableNames names = database.names().withPrefix("first_");
    first(database, names);
    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> BackorderSchema.validate(database.dataSource(), names));
    assertThat(failure).hasMessageContaining(SECOND).hasMessageEndingWith("upgrade");
    assertThat(BackorderSchema.upgrade(database.dataSource(), names)).isEqualTo(1);
    assertThat(BackorderSchema.upgrade(database.dataSource(), names)).isEqualTo(2);
    BackorderSchema.validate(database.dataSource(), names);

    Inventory inventory = Paperwork.inventory(
        JdbcUnitOfWork.owning(database.dataSource()).named(names), Paperwork.NOON);
    inventory.post(Paperwork.received("R1", Paperwork.A, 2));
    inventory.post(Paperwork.placed("O1", Paperwork.line("1", Paperwork.A, 9)));
    inventory.post(Paperwork.announced("S1", Paperwork.A, 9));
    assertThat(inventory.item(Paperwork.A).inbound().units()).isEqualTo(9);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  /** Makes tables of the first version, with rows as its library wrote them. */
  private static void first(Database database, TableNames names) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      SchemaScript script = SchemaScript.ALL.get(0);
      String text = names.inScript(script.text(Dialect.of(connection)));
      for (String each : BackorderSchema.statements(text)) {
        statement.execute(each);
      }
      statement.execute(names.in(new StringBuilder("INSERT INTO $item"
          + " (sku, last_sequence, last_arrival, waiting, claims, tallies)"
          + " VALUES ('A', 0, 0, 0, 0, 0)")));
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  @Test
  void upgrade_noTables_isRefusedWithTheFirstScript() {
    Database database = fresh("schema_none");
    StoreException failure = catchThrowableOfType(
        StoreException.class,
        () -> BackorderSchema.upgrade(database.dataSource(), database.names().withPrefix("none_")));
    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_MISMATCH);
    assertThat(failure).hasMessageContaining("none_schema_version").hasMessageContaining(FIRST);
  }

  @Test
  void post_tablesNotThere_isTyped() {
    Database database = fresh("schema_absent");
    TableNames others = database.names().withPrefix("nobody_");
    Inventory inventory = Paperwork.inventory(
        JdbcUnitOfWork.owning(database.dataSource()).named(others), Paperwork.NOON);
    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.received("R1", Paperwork.A, 1)));
    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_MISMATCH);
    assertThat(failure).hasMessageContaining("BackorderSchema.validate");
  }

  @Test
  void create_whereTablesAre_isRefused() {
    Database database = fresh("schema_twice");
    StoreException failure = catchThrowableOfType(
        StoreException.class,
        () -> BackorderSchema.create(database.dataSource(), database.names()));
    assertThat(failure.code()).isEqualTo(ErrorCode.STORE_FAILED);
    assertThatCode(() -> BackorderSchema.validate(database.dataSource(), database.names()))
        .doesNotThrowAnyException();
  }

  @Test
  void constraints_whatWouldOversellBySql_isRefusedByName() throws SQLException {
    Database database = fresh("schema_constraints");
    Inventory morning = Paperwork.inventory(database.emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(morning::post);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> each : BROKEN.entrySet()) {
        SQLException refusal = catchThrowableOfType(
            SQLException.class, () -> statement.executeUpdate(sql(database, each.getKey())));
        assertThat((Throwable) refusal).as(each.getKey()).isNotNull();
        assertThat(checkCode(refusal)).as(each.getKey()).isEqualTo(expectedCheckCode());
        assertThat(String.valueOf(refusal.getMessage()).toLowerCase(java.util.Locale.ROOT))
            .contains(database.names().prefix() + each.getValue());
        assertThat(Failures.of(refusal).code()).isEqualTo(ErrorCode.INVARIANT_BROKEN);
      }
    }
    assertThat(morning.verify().firstDifference()).isEmpty();
  }
}
