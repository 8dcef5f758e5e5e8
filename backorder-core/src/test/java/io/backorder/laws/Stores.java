package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the inventories of the laws are kept: in memory, or with the system property {@code
 * backorder.store=h2} in a database each. A law that looks at many inventories at the same time finds
 * the first one emptied after {@value #DATABASES} others.
 */
final class Stores {

  private static final int DATABASES = 64;
  private static final List<Database> MADE = new ArrayList<>();
  private static int next;

  private Stores() {}

  static Inventory.Builder next() {
    return System.getProperty("backorder.store", "memory").equals("h2")
        ? Inventory.on(database().emptied())
        : Inventory.inMemory();
  }

  private static synchronized Database database() {
    if (MADE.size() < DATABASES) {
      MADE.add(Database.h2("laws" + MADE.size()));
      return MADE.get(MADE.size() - 1);
    }
    next = (next + 1) % DATABASES;
    return MADE.get(next);
  }
}
