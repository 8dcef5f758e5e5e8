package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.StoreException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes of PostgreSQL, MariaDB and H2 mean, in a statement and in a commit. */
final class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    // deadlock victim
    "40P01, 0, STORE_CONFLICT, STORE_CONFLICT",
    "40001, 1213, STORE_CONFLICT, STORE_CONFLICT",
    "40001, 40001, STORE_CONFLICT, STORE_CONFLICT",
    // serialization and snapshot conflict
    "40001, 0, STORE_CONFLICT, STORE_CONFLICT",
    "HY000, 1020, STORE_CONFLICT, STORE_CONFLICT",
    // lock wait timeout
    "55P03, 0, LOCK_TIMEOUT, OUTCOME_UNKNOWN",
    "HY000, 1205, LOCK_TIMEOUT, OUTCOME_UNKNOWN",
    "HYT00, 50200, LOCK_TIMEOUT, OUTCOME_UNKNOWN",
    // unique violation
    "23505, 0, STORE_CONFLICT, STORE_CONFLICT",
    "23000, 1062, STORE_CONFLICT, STORE_CONFLICT",
    "23505, 23505, STORE_CONFLICT, STORE_CONFLICT",
    // CHECK violation
    "23514, 0, INVARIANT_BROKEN, OUTCOME_UNKNOWN",
    "23000, 4025, INVARIANT_BROKEN, OUTCOME_UNKNOWN",
    "HY000, 3819, INVARIANT_BROKEN, OUTCOME_UNKNOWN",
    "23513, 23513, INVARIANT_BROKEN, OUTCOME_UNKNOWN",
    // numeric overflow
    "22003, 0, QUANTITY_OVERFLOW, OUTCOME_UNKNOWN",
    "22003, 1690, QUANTITY_OVERFLOW, OUTCOME_UNKNOWN",
    "22003, 1264, QUANTITY_OVERFLOW, OUTCOME_UNKNOWN",
    "22003, 22003, QUANTITY_OVERFLOW, OUTCOME_UNKNOWN",
    // the session or the server is gone
    "57P01, 0, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "57P02, 0, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "57P03, 0, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "08003, 0, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "08006, 0, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "08000, -1, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "70100, 1927, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    "90098, 90098, STORE_UNAVAILABLE, OUTCOME_UNKNOWN",
    // read-only
    "25006, 0, STORE_READ_ONLY, OUTCOME_UNKNOWN",
    "HY000, 1290, STORE_READ_ONLY, OUTCOME_UNKNOWN",
    "25006, 1792, STORE_READ_ONLY, OUTCOME_UNKNOWN",
    "90097, 90097, STORE_READ_ONLY, OUTCOME_UNKNOWN",
    // tables and columns
    "42P01, 0, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    "42703, 0, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    "42S02, 1146, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    "42S22, 1054, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    "42S02, 42102, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    "42S22, 42122, SCHEMA_MISMATCH, OUTCOME_UNKNOWN",
    // what nobody knows; 23000 alone says nothing on MariaDB
    "XX000, 0, STORE_FAILED, OUTCOME_UNKNOWN",
    "23000, 1048, STORE_FAILED, OUTCOME_UNKNOWN",
    "22021, 0, STORE_FAILED, OUTCOME_UNKNOWN"
  })
  void of_code_isWhatTheReferenceSays(
      String state, int vendor, ErrorCode inStatement, ErrorCode inCommit) {
    SQLException failure = new SQLException("secret row", state, vendor);

    StoreException told = Failures.of(failure);
    assertThat(told.code()).isEqualTo(inStatement);
    assertThat(told).hasCause(failure).hasMessageContaining(state + "/" + vendor);
    assertThat(told.getMessage()).doesNotContain("secret"); // drivers put rows into their messages
    assertThat(told.facts().asMap())
        .containsEntry("state", state)
        .containsEntry("code", String.valueOf(vendor));
    assertThat(Failures.ofCommit(failure).code()).isEqualTo(inCommit);
  }

  @ParameterizedTest
  @CsvSource({
    "STORE_CONFLICT, true",
    "LOCK_TIMEOUT, true",
    "RETRIES_EXHAUSTED, true",
    "STORE_UNAVAILABLE, false",
    "OUTCOME_UNKNOWN, false",
    "INVARIANT_BROKEN, false",
    "STORE_FAILED, false"
  })
  void isRetryable_onlyWhatARepeatMayMend(ErrorCode code, boolean expected) {
    StoreException failure =
        new StoreException(code, "message of " + code, io.backorder.refusal.Facts.NONE, null);
    assertThat(failure.isRetryable()).isEqualTo(expected);
  }

  @Test
  void of_connectionExceptionsAndBatches_lookInside() {
    assertThat(Failures.of(new SQLNonTransientConnectionException("gone")).code())
        .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    assertThat(Failures.of(new SQLTransientConnectionException("none free")).code())
        .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    BatchUpdateException batch = new BatchUpdateException("a row", "HY000", 0, new int[0]);
    batch.setNextException(new SQLException("deadlock", "40001", 1213));
    assertThat(Failures.of(batch).code()).isEqualTo(ErrorCode.STORE_CONFLICT);
    assertThat(Failures.of(new SQLException("no state")).code()).isEqualTo(ErrorCode.STORE_FAILED);
  }
}
