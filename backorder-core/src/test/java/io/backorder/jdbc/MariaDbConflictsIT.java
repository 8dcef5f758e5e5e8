package io.backorder.jdbc;

final class MariaDbConflictsIT extends ServerConflicts {

  private static final Database DATABASE = Database.mariaDb("conflicts");

  @Override
  Database database() {
    return DATABASE;
  }

  @Override
  String shortWait() {
    return "SET innodb_lock_wait_timeout = 1";
  }

  @Override
  String sessionNumber() {
    return "SELECT CONNECTION_ID()";
  }

  @Override
  String kill(long session) {
    return "KILL " + session;
  }
}
