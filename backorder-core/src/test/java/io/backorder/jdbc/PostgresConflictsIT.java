package io.backorder.jdbc;

final class PostgresConflictsIT extends ServerConflicts {

  private static final Database DATABASE = Database.postgres("conflicts_");

  @Override
  Database database() {
    return DATABASE;
  }

  @Override
  String shortWait() {
    return "SET lock_timeout = '400ms'";
  }

  @Override
  String sessionNumber() {
    return "SELECT pg_backend_pid()";
  }

  @Override
  String kill(long session) {
    return "SELECT pg_terminate_backend(" + session + ")";
  }
}
