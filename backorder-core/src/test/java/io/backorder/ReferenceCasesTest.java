package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Runs every reference case of the folders that the system property {@code backorder.cases} names,
 * separated by commas; by default the copies in the test resources. Where the system property {@code
 * backorder.real} names the folder of real data, its cases too.
 */
final class ReferenceCasesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final CaseHarness harness = new CaseHarness();

  @TestFactory
  Stream<DynamicTest> cases(TestReporter reporter) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<String> folders = new ArrayList<>(List.of(
        System.getProperty("backorder.cases", "src/test/resources/cases").split(",", -1)));
    Optional.ofNullable(System.getProperty("backorder.real"))
        .ifPresent(real -> folders.add(real + "/cases"));
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .sorted()
            .forEach(file -> read(file).forEach(each -> tests.add(test(each))));
      }
    }
    assertThat(tests).isNotEmpty();
    tests.add(DynamicTest.dynamicTest(
        "values",
        () -> reporter.publishEntry(Map.of(
            "compared", String.valueOf(harness.compared()),
            "skipped, the library has no notion of them", String.valueOf(harness.skipped())))));
    return tests.stream();
  }

  private static Iterable<JsonNode> read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private DynamicTest test(JsonNode each) {
    return DynamicTest.dynamicTest(each.get("id").asText(), () -> harness.check(each));
  }
}
