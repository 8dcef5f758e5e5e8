package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.Inventory;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.store.Retention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackorderSchemaTest extends SchemaChecks {

  private static final Pattern CREATED =
      Pattern.compile("CREATE (?:TABLE|INDEX) (\\S+)|CONSTRAINT (\\S+)|INSERT INTO (\\S+)");

  @Override
  Database fresh(String name) {
    return Database.h2(name);
  }

  @Override
  int checkCode(SQLException failure) {
    return failure.getErrorCode();
  }

  @Override
  int expectedCheckCode() {
    return 23513;
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void print_everyDialect_carriesSchemaAndPrefixInEveryName(Dialect dialect) {
    String script =
        BackorderSchema.print(dialect, TableNames.standard().in("goods").withPrefix("bo_"));

    assertThat(script).doesNotContain("backorder_").doesNotContain("{");
    Matcher names = CREATED.matcher(script);
    List<String> found = new ArrayList<>();
    while (names.find()) {
      String name = names.group(1) != null
          ? names.group(1)
          : names.group(2) != null ? names.group(2) : names.group(3);
      assertThat(name).matches("(goods\\.)?bo_.*");
      found.add(name);
    }
    assertThat(found)
        .hasSizeGreaterThan(40)
        .contains("goods.bo_ledger_entry", "bo_ck_stock_oversold");
    assertThat(BackorderSchema.print(dialect, TableNames.standard()))
        .contains("CREATE TABLE backorder_item")
        .contains("schema version " + BackorderSchema.VERSION);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void print_fromAVersion_isWhatIsMissingThere(Dialect dialect) {
    TableNames names = TableNames.standard();
    String all = BackorderSchema.print(dialect, names);
    String second = BackorderSchema.print(dialect, names, 1);

    assertThat(BackorderSchema.print(dialect, names, 0)).isEqualTo(all);
    assertThat(all).endsWith(second).contains("schema version 1", "schema version 2");
    assertThat(second).doesNotContain("schema version 1", "CREATE TABLE backorder_item ");
    assertThat(BackorderSchema.print(dialect, names, 2)).isEmpty();
    for (int none : new int[] {-1, 3}) {
      assertThat(catchThrowableOfType(
              InvalidValueException.class, () -> BackorderSchema.print(dialect, names, none)))
          .hasMessage("schema version must be in 0..2: " + none);
    }
  }

  /** A library of the first version goes on with upgraded tables: what it does not write has a value. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void print_laterVersion_onlyAdds(Dialect dialect) {
    for (String each :
        BackorderSchema.statements(BackorderSchema.print(dialect, TableNames.standard(), 1))) {
      assertThat(each)
          .matches("(?s)(CREATE (TABLE|INDEX) |ALTER TABLE \\w+ ADD COLUMN "
              + "|INSERT INTO backorder_schema_version ).*");
      if (each.startsWith("ALTER") && each.contains("NOT NULL")) {
        assertThat(each).endsWith("DEFAULT 0 NOT NULL");
      }
    }
  }

  /** No MySQL server runs here: its script is compared, word by word, with the one that does run. */
  @Test
  void print_mySql_differsFromMariaDbInCollationsOnly() {
    String mariaDb = BackorderSchema.print(Dialect.MARIADB, TableNames.standard());
    String mySql = BackorderSchema.print(Dialect.MYSQL, TableNames.standard());

    assertThat(mySql.replace("utf8mb4_0900_bin", "utf8mb4_nopad_bin").replaceAll("(?m)^--.*$", ""))
        .isEqualTo(mariaDb.replaceAll("(?m)^--.*$", ""));
    assertThat(mySql).contains("ENGINE=InnoDB").doesNotContain("nopad");
    for (String statement : BackorderSchema.statements(mySql)) {
      if (statement.startsWith("CREATE TABLE")) {
        assertThat(statement).endsWith("ENGINE=InnoDB");
      }
      for (String line : statement.lines().toList()) {
        if (line.contains("VARCHAR") || line.contains("TEXT")) {
          assertThat(line).contains("CHARACTER SET").contains("COLLATE");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upper",
        "with space",
        "with.dot",
        "quo\"te",
        "quo'te",
        "a;drop table x",
        "1st",
        "_first",
        "gr\u00f6\u00dfe",
        "a-b",
        "a$",
        "abcdefghijklmnopqrstuvwxyz012345",
        "a\n",
        " "
      })
  void names_thatCannotStandUnquoted_areRefused(String bad) {
    InvalidValueException prefix = catchThrowableOfType(
        InvalidValueException.class, () -> TableNames.standard().withPrefix(bad));
    InvalidValueException schema = catchThrowableOfType(
        InvalidValueException.class, () -> TableNames.standard().in(bad));
    assertThat(prefix.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(schema.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
  }

  @Test
  void names_otherSchemaAndPrefix_noStatementNeedsTheStandardOnes() throws Exception {
    Database database = Database.foreignH2("schema_names");
    everything(database);
    assertThat(tables(database)).isNotEmpty().allMatch(name -> name.startsWith("goods.bo_"));
  }

  /** Uses every statement of the library. */
  static void everything(Database database) throws IOException {
    Inventory morning = Paperwork.inventory(database.emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(morning::post);
    Inventory noon = Paperwork.inventory(database.unitOfWork(), Paperwork.NOON);
    noon.postAll(List.of(
        Paperwork.of(io.backorder.ledger.DocumentKind.CONFIRM),
        Paperwork.of(io.backorder.ledger.DocumentKind.RELEASE),
        Paperwork.of(io.backorder.ledger.DocumentKind.EXPIRE),
        Paperwork.of(io.backorder.ledger.DocumentKind.SHIP),
        Paperwork.of(io.backorder.ledger.DocumentKind.RETURN),
        Paperwork.of(io.backorder.ledger.DocumentKind.COUNT),
        Paperwork.of(io.backorder.ledger.DocumentKind.PLACE),
        Paperwork.of(io.backorder.ledger.DocumentKind.CANCEL),
        Paperwork.of(io.backorder.ledger.DocumentKind.TRANSFER),
        Paperwork.of(io.backorder.ledger.DocumentKind.ADJUST),
        Paperwork.of(io.backorder.ledger.DocumentKind.RECEIVE)));
    noon.waiting(Paperwork.A, 100);
    noon.order(Paperwork.order("O2"));
    noon.export(new ByteArrayOutputStream());
    Inventory later =
        Paperwork.inventory(database.unitOfWork(), Paperwork.NOON.plus(Duration.ofDays(90)));
    later.archive(Retention.of(Duration.ofDays(30)));
    assertThat(later.verify().firstDifference()).isEmpty();
  }

  private static List<String> tables(Database database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                + " WHERE table_schema <> 'INFORMATION_SCHEMA'")) {
      while (row.next()) {
        names.add(row.getString(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
