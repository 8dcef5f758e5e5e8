package io.backorder.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The scenario files of a folder: by default the copies in the test resources, or the folder that the
 * system property {@code backorder.scenarios} names.
 */
final class ScenarioFiles {

  private ScenarioFiles() {}

  /** A test for each scenario, in a store that is empty when it begins. */
  static Stream<DynamicTest> tests(Supplier<Inventory.Builder> store) throws IOException {
    Path folder =
        Path.of(System.getProperty("backorder.scenarios", "src/test/resources/scenarios"));
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).as("scenario files of " + folder).isNotEmpty();
    return files.stream().flatMap(file -> scenariosOf(file, store));
  }

  private static Stream<DynamicTest> scenariosOf(Path file, Supplier<Inventory.Builder> store) {
    JsonNode root = Json.read(file);
    Json.requireKeys(root, "file", "scenarios");
    assertThat(root.get("scenarios")).as("scenarios of " + file).isNotEmpty();
    return Json.list(root.get("scenarios")).stream()
        .map(scenario -> DynamicTest.dynamicTest(
            scenario.get("id").asText(), () -> new ScenarioRun(scenario, store).run()));
  }
}
