package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** S1 on H2. The other databases are in {@code the integration tests beside it}. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class StoreProperties {

  private final Database database = Database.h2("agreement" + System.nanoTime());

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(tries = 60, seed = Histories.SEED)
  void memoryAndH2Agree(@ForAll("histories") History history) {
    Agreement.require(history, Inventory.on(database.emptied()));
  }
}
