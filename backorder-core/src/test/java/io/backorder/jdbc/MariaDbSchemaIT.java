package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.StoreException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MariaDbSchemaIT extends SchemaChecks {

  @Override
  Database fresh(String name) {
    return Database.mariaDb(name);
  }

  @Override
  int checkCode(SQLException failure) {
    return failure.getErrorCode();
  }

  @Override
  int expectedCheckCode() {
    return 4025;
  }

  @ParameterizedTest
  @CsvSource({
    "stock, location",
    "claim, order_no",
    "claim, line_no",
    "cart_hold, hold_no",
    "document, number",
    "document, key_number",
    "channel_queue, channel",
    "claim, customer",
    "ledger_entry, to_location"
  })
  void validate_collationThatMixesCharacters_isNamed(String table, String column) {
    Database database = fresh("collation_" + table + "_" + column);
    Servers.execute(
        database.dataSource(),
        "ALTER TABLE backorder_" + table + " MODIFY " + column
            + " VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    assertThat(mismatch(database))
        .hasMessageContaining("collation")
        .hasMessageContaining("backorder_" + table + "." + column)
        .hasMessageContaining("utf8mb4_general_ci");
  }

  @Test
  void validate_engineWithoutTransactions_isNamed() {
    Database database = fresh("engine");
    Servers.execute(database.dataSource(), "ALTER TABLE backorder_stock ENGINE=MyISAM");
    assertThat(mismatch(database))
        .hasMessageContaining("engine of table backorder_stock")
        .hasMessageContaining("MyISAM");
  }

  @Test
  void validate_modeThatCutsValues_isNamed() {
    Database database = fresh("lax");
    StoreException failure = catchThrowableOfType(
        StoreException.class,
        () -> BackorderSchema.validate(
            Servers.mariaDb("lax", "&sessionVariables=sql_mode=''"), database.names()));
    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_MISMATCH);
    assertThat(failure).hasMessageContaining("sql_mode").hasMessageContaining("V001__create.sql");
  }
}
