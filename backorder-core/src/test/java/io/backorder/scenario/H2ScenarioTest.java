package io.backorder.scenario;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every scenario on H2. */
final class H2ScenarioTest {

  private final Database database = Database.h2("scenarios");

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return ScenarioFiles.tests(() -> Inventory.on(database.emptied()));
  }
}
