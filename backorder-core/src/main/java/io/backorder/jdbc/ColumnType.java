package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The types of the columns, and how values are bound to them, one by one or as an array. */
enum ColumnType {

  /** Identifiers and words. */
  TEXT("text", Types.VARCHAR),

  /** Units and counters. */
  LONG("bigint", Types.BIGINT),

  /** Small counters. */
  INT("int4", Types.INTEGER),

  /** Ranks and hashes. */
  BYTES("bytea", Types.VARBINARY),

  /** Instants in whole microseconds. */
  TIME("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE),

  /** Days. */
  DATE("date", Types.DATE);

  private final String arrayOf;
  private final int sqlType;

  ColumnType(String arrayOf, int sqlType) {
    this.arrayOf = arrayOf;
    this.sqlType = sqlType;
  }

  /** The type of an array element, as PostgreSQL names it. */
  String arrayOf() {
    return arrayOf;
  }

  /** Binds one value. */
  void bind(PreparedStatement statement, int index, @Nullable Object value, Dialect dialect)
      throws SQLException {
    if (value == null) {
      boolean local = this == TIME && dialect.keepsLocalTimes();
      statement.setNull(index, local ? Types.TIMESTAMP : sqlType);
      return;
    }
    switch (this) {
      case TEXT -> statement.setString(index, (String) value);
      case LONG -> statement.setLong(index, (Long) value);
      case INT -> statement.setInt(index, (Integer) value);
      case BYTES -> statement.setBytes(index, (byte[]) value);
      case TIME -> statement.setObject(index, stored((Instant) value, dialect));
      case DATE -> statement.setObject(index, value);
    }
  }

  /** Binds a whole column. */
  void bindAll(
      Connection connection, PreparedStatement statement, int index, @Nullable Object[] values)
      throws SQLException {
    @Nullable
    Object[] typed = this == BYTES ? Arrays.copyOf(values, values.length, byte[][].class) : values;
    statement.setArray(index, connection.createArrayOf(arrayOf, typed));
  }

  private static Object stored(Instant instant, Dialect dialect) {
    return dialect.keepsLocalTimes()
        ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
        : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Reads an instant. */
  static @Nullable Instant readTime(ResultSet rows, String column, Dialect dialect)
      throws SQLException {
    if (dialect.keepsLocalTimes()) {
      LocalDateTime local = rows.getObject(column, LocalDateTime.class);
      return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }
    OffsetDateTime at = rows.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
