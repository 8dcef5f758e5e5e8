package io.backorder.scenario;

import io.backorder.Inventory;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every scenario in memory. */
final class ScenarioTest {

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return ScenarioFiles.tests(Inventory::inMemory);
  }
}
