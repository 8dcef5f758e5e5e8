package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.NullUnmarked;

/** S1 on real servers, which are started for it. */
@NullUnmarked
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class RealDatabasesIT {

  private static Database postgres;
  private static Database oldPostgres;
  private static Database foreignPostgres;
  private static Database mariaDb;

  @BeforeContainer
  static void start() {
    postgres = Database.postgres("laws_");
    oldPostgres = Database.oldPostgres("laws_");
    foreignPostgres = Database.foreignPostgres("laws");
    mariaDb = Database.mariaDb("laws");
  }

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(tries = 100, seed = Histories.SEED)
  void memoryAndPostgres18Agree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(postgres.emptied()));
  }

  @Property(tries = 30, seed = Histories.SEED)
  void memoryAndPostgres14Agree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(oldPostgres.emptied()));
  }

  @Property(tries = 30, seed = Histories.SEED)
  void memoryAndPostgresInAnotherZoneAndSchemaAgree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(foreignPostgres.emptied()));
  }

  @Property(tries = 60, seed = Histories.SEED)
  void memoryAndMariaDbAgree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(mariaDb.emptied()));
  }
}
