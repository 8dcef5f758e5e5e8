package io.backorder.jdbc;

import static java.util.Objects.requireNonNullElse;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells by the codes of drivers what went wrong, and what the caller can do. */
final class Failures {

  private Failures() {}

  /** The exception for a statement that failed. */
  static StoreException of(SQLException failure) {
    return of(codeOf(failure), failure);
  }

  /** The exception for a commit that failed: without an answer, nobody knows what became of it. */
  static StoreException ofCommit(SQLException failure) {
    boolean isConflict = codeOf(failure) == ErrorCode.STORE_CONFLICT;
    return of(isConflict ? ErrorCode.STORE_CONFLICT : ErrorCode.OUTCOME_UNKNOWN, failure);
  }

  private static StoreException of(ErrorCode code, SQLException failure) {
    String told = "%s; the database said %s/%d"
        .formatted(advice(code), failure.getSQLState(), failure.getErrorCode());
    Facts facts = Facts.of("code", failure.getErrorCode()).and("state", state(failure));
    return new StoreException(code, told, facts, failure);
  }

  /** The exception for a row that holds what the library did not write. */
  static StoreException ofRow(RuntimeException failure) {
    return new StoreException(
        ErrorCode.STORE_FAILED,
        "a row holds what this library does not write; restore the tables, or use the library that"
            + " wrote it: %s".formatted(failure.getMessage()),
        Facts.of("row", failure),
        failure);
  }

  /** Whether the whole unit of work may be tried again on a connection that is still to be had. */
  static boolean isPassing(StoreException failure) {
    return failure.isRetryable() || failure.code() == ErrorCode.STORE_UNAVAILABLE;
  }

  /** Whether nobody knows if the unit of work was done, so that it must not simply be tried again. */
  static boolean isUnknown(Throwable failure) {
    return failure instanceof StoreException store && store.code() == ErrorCode.OUTCOME_UNKNOWN;
  }

  static ErrorCode codeOf(SQLException failure) {
    for (SQLException each = failure; each != null; each = each.getNextException()) {
      ErrorCode known = known(each);
      if (known != null) {
        return known;
      }
    }
    return ErrorCode.STORE_FAILED;
  }

  private static @Nullable ErrorCode known(SQLException failure) {
    ErrorCode byVendor = byVendorCode(failure.getErrorCode());
    return byVendor != null ? byVendor : byState(failure);
  }

  /** MariaDB and MySQL, which use one SQLSTATE for several things, and H2. */
  private static @Nullable ErrorCode byVendorCode(int code) {
    return switch (code) {
      case 1213, 1020, 1062 -> ErrorCode.STORE_CONFLICT;
      case 1205, 50200 -> ErrorCode.LOCK_TIMEOUT;
      case 4025, 3819 -> ErrorCode.INVARIANT_BROKEN;
      case 1264, 1690 -> ErrorCode.QUANTITY_OVERFLOW;
      case 1290, 1792, 1836, 90097 -> ErrorCode.STORE_READ_ONLY;
      case 1146, 1054, 42102, 42122 -> ErrorCode.SCHEMA_MISMATCH;
      case 1927, 90067, 90098, 90121 -> ErrorCode.STORE_UNAVAILABLE;
      default -> null;
    };
  }

  private static @Nullable ErrorCode byState(SQLException failure) {
    if (failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTransientConnectionException
        || state(failure).startsWith("08")) {
      return ErrorCode.STORE_UNAVAILABLE;
    }
    return switch (state(failure)) {
      case "40001", "40P01", "23505" -> ErrorCode.STORE_CONFLICT;
      case "55P03", "HYT00" -> ErrorCode.LOCK_TIMEOUT;
      case "23514", "23513" -> ErrorCode.INVARIANT_BROKEN;
      case "22003" -> ErrorCode.QUANTITY_OVERFLOW;
      case "25006" -> ErrorCode.STORE_READ_ONLY;
      case "42P01", "42703", "3F000" -> ErrorCode.SCHEMA_MISMATCH;
      case "57P01", "57P02", "57P03" -> ErrorCode.STORE_UNAVAILABLE;
      default -> null;
    };
  }

  private static String state(SQLException failure) {
    return requireNonNullElse(failure.getSQLState(), "");
  }

  private static String advice(ErrorCode code) {
    return switch (code) {
      case STORE_CONFLICT ->
        "another transaction was in the way; roll back and run the whole transaction again";
      case LOCK_TIMEOUT ->
        "a lock was not given in time; roll back and run the whole transaction again";
      case OUTCOME_UNKNOWN ->
        "the answer to the commit was lost; post the same document again to learn what became of it";
      case STORE_UNAVAILABLE -> "the database cannot be reached; roll back and try again later";
      case STORE_READ_ONLY -> "the database takes no changes; use a connection that may write";
      case SCHEMA_MISMATCH ->
        "the library's tables are not there; BackorderSchema.validate names what is missing";
      case INVARIANT_BROKEN ->
        "the database refused a change that would break an invariant; roll back and report it";
      case QUANTITY_OVERFLOW -> "a figure would leave the range of a column; roll back";
      default -> "the database refused a statement; roll back";
    };
  }
}
