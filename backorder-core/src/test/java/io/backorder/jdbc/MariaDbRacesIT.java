package io.backorder.jdbc;

final class MariaDbRacesIT extends Races {

  private static final Database DATABASE = Database.mariaDb("races");

  @Override
  Database database() {
    return DATABASE;
  }

  @Override
  boolean oversells(WritePattern pattern) {
    return switch (pattern) {
      case READ_THEN_SET, READ_THEN_ADD, SUM_THEN_INSERT -> true;
      case CONDITIONAL_UPDATE, LOCK_THEN_SET, COMPARE_AND_SET -> false;
    };
  }
}
