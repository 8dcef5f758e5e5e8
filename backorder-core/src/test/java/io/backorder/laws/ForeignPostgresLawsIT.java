package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** S1 on a real PostgreSQL with sessions in another zone, a schema and a prefix. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class ForeignPostgresLawsIT {

  private final Database database = Database.foreignPostgres("laws");

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(tries = 20, seed = Histories.SEED)
  void memoryAndTheDatabaseAgree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(database.emptied()));
  }
}
