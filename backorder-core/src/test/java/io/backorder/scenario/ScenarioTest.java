package io.backorder.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every scenario file of a folder: by default the copies in the test resources, or the folder
 * that the system property {@code backorder.scenarios} names.
 */
final class ScenarioTest {

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    Path folder =
        Path.of(System.getProperty("backorder.scenarios", "src/test/resources/scenarios"));
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).as("scenario files of " + folder).isNotEmpty();
    return files.stream().flatMap(ScenarioTest::scenariosOf);
  }

  private static Stream<DynamicTest> scenariosOf(Path file) {
    JsonNode root = Json.read(file);
    Json.requireKeys(root, "file", "scenarios");
    assertThat(root.get("scenarios")).as("scenarios of " + file).isNotEmpty();
    return Json.list(root.get("scenarios")).stream()
        .map(scenario -> DynamicTest.dynamicTest(
            scenario.get("id").asText(), () -> new ScenarioRun(scenario).run()));
  }
}
