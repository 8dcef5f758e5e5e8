package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database under test, with the library's tables made once and emptied for each test. */
public final class Database {

  private static final String[] TABLES = {
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
    "ledger_entry"
  };

  private final DataSource dataSource;
  private final TableNames names;

  private Database(DataSource dataSource, TableNames names) {
    this.dataSource = dataSource;
    this.names = names;
  }

  /** Makes the tables in a database that has none of them. */
  static Database create(DataSource dataSource, TableNames names) {
    BackorderSchema.create(dataSource, names);
    BackorderSchema.validate(dataSource, names);
    return new Database(dataSource, names);
  }

  /** Returns a database in memory that nobody else has. */
  public static Database h2(String name) {
    String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    return create(new UrlDataSource(url, "sa", ""), TableNames.standard());
  }

  /** Returns a real PostgreSQL, 18. */
  public static Database postgres(String prefix) {
    return create(Servers.postgres(), TableNames.standard().withPrefix(prefix));
  }

  /** Returns a real PostgreSQL, 14. */
  public static Database oldPostgres(String prefix) {
    return create(Servers.oldPostgres(), TableNames.standard().withPrefix(prefix));
  }

  /** Returns a real PostgreSQL whose sessions are in another zone, in a schema and with a prefix. */
  public static Database foreignPostgres(String schema) {
    DataSource source = Servers.postgresIn("Asia/Kathmandu");
    Servers.execute(source, "CREATE SCHEMA " + schema);
    return create(source, TableNames.standard().in(schema).withPrefix("bo_"));
  }

  /** Returns a database in memory whose sessions are in another zone, in a schema and with a prefix. */
  public static Database foreignH2(String name) {
    DataSource source = new UrlDataSource(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;TIME ZONE=Asia/Kathmandu", "sa", "");
    Servers.execute(source, "CREATE SCHEMA goods");
    return create(source, TableNames.standard().in("goods").withPrefix("bo_"));
  }

  /** Returns a real MariaDB whose sessions are in another zone, with a prefix. */
  public static Database foreignMariaDb(String database) {
    DataSource source = Servers.mariaDb(database, "&sessionVariables=time_zone='-07:00'");
    return create(source, TableNames.standard().in(database).withPrefix("bo_"));
  }

  /** Returns a real MariaDB. */
  public static Database mariaDb(String database) {
    return create(Servers.mariaDb(database), TableNames.standard());
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public TableNames names() {
    return names;
  }

  /** Returns a unit of work on empty tables. */
  public JdbcUnitOfWork emptied() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        statement.execute("DELETE FROM " + names.qualifier() + names.prefix() + table);
      }
      statement.execute("UPDATE " + names.qualifier() + names.prefix()
          + "feed SET last_position = 0, documents_from = NULL, orders_from = NULL");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("tables could not be emptied", e);
    }
    return unitOfWork();
  }

  /** Returns a unit of work on the tables as they are. */
  public JdbcUnitOfWork unitOfWork() {
    return JdbcUnitOfWork.owning(dataSource).named(names);
  }
}
