package io.backorder;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house: which package uses which. A permission that nobody uses must go. */
final class ArchitectureTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Map<String, Set<String>> USES = Map.ofEntries(
      entry("stock", Set.of("refusal")),
      entry("statistics", Set.of("refusal")),
      entry("empirical", Set.of("statistics", "refusal")),
      entry("planning", Set.of("empirical", "statistics", "stock")),
      entry("lotsizing", Set.of("statistics")),
      entry("newsvendor", Set.of("statistics")),
      entry("network", Set.of("planning", "statistics")),
      entry("economics", Set.of("planning", "lotsizing", "statistics")),
      entry(
          "review",
          Set.of("planning", "newsvendor", "lotsizing", "empirical", "statistics", "refusal")),
      entry("forecast", Set.of("planning", "empirical", "statistics", "stock", "refusal")),
      entry("smoothing", Set.of("forecast", "statistics", "refusal")),
      entry("accuracy", Set.of("forecast", "statistics", "refusal")),
      entry("supply", Set.of("empirical", "statistics", "stock", "refusal")),
      entry("assortment", Set.of("forecast", "supply", "statistics", "stock", "refusal")),
      entry("simulation", Set.of("review", "forecast", "empirical", "statistics", "refusal")),
      entry("demand", Set.of("stock", "refusal")),
      entry("pegging", Set.of("supply", "demand", "stock", "refusal")),
      entry(
          "promise",
          Set.of("pegging", "supply", "demand", "empirical", "statistics", "stock", "refusal")),
      entry("storefront", Set.of("promise", "demand", "statistics", "stock", "refusal")),
      entry("proof", Set.of("refusal")),
      entry("ledger", Set.of("proof", "demand", "supply", "stock", "refusal")),
      entry("allocation", Set.of("ledger", "demand", "stock", "refusal")),
      entry("explanation", Set.of("allocation", "demand", "stock")),
      entry(
          "rationing", Set.of("allocation", "ledger", "demand", "statistics", "stock", "refusal")),
      entry(
          "replenishment",
          Set.of(
              "ledger",
              "supply",
              "review",
              "planning",
              "lotsizing",
              "statistics",
              "stock",
              "refusal")),
      entry(
          "finance",
          Set.of("storefront", "promise", "economics", "statistics", "stock", "refusal")),
      entry(
          "revenue",
          Set.of(
              "finance",
              "storefront",
              "promise",
              "ledger",
              "supply",
              "demand",
              "statistics",
              "stock",
              "refusal")),
      entry("reallocation", Set.of("allocation", "ledger", "demand", "stock", "refusal")),
      entry(
          "buying",
          Set.of("ledger", "assortment", "forecast", "demand", "supply", "stock", "refusal")),
      entry("store", Set.of("ledger", "proof", "demand", "supply", "stock", "refusal")),
      entry("jdbc", Set.of("store", "ledger", "proof", "demand", "supply", "stock", "refusal")),
      entry(
          "posting",
          Set.of(
              "storefront",
              "promise",
              "pegging",
              "reallocation",
              "store",
              "explanation",
              "ledger",
              "proof",
              "allocation",
              "demand",
              "supply",
              "stock",
              "refusal")),
      entry("counting", Set.of("posting", "assortment", "statistics", "stock", "refusal")),
      entry(
          "picking",
          Set.of("counting", "posting", "ledger", "demand", "statistics", "stock", "refusal")),
      entry("picktolight", Set.of("picking", "demand", "statistics", "stock", "refusal")),
      entry(
          "fulfilment",
          Set.of("picking", "finance", "ledger", "demand", "statistics", "stock", "refusal")),
      entry(
          "backorder",
          Set.of(
              "storefront",
              "promise",
              "posting",
              "explanation",
              "reallocation",
              "store",
              "ledger",
              "proof",
              "allocation",
              "demand",
              "supply",
              "buying",
              "stock",
              "refusal")));

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?io\\.backorder\\.([a-z]+)\\.", Pattern.MULTILINE);

  private static final Pattern FORBIDDEN = Pattern.compile(
      "Instant\\.now\\(|currentTimeMillis|nanoTime|Class\\.forName|ObjectInputStream"
          + "|setAccessible|ServiceLoader|ProcessBuilder|new Thread\\(|java\\.net\\.");

  @Test
  void imports_betweenPackages_areThoseOfTheHouse() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : sources()) {
      String from = String.valueOf(folder(file).getFileName());
      IMPORT
          .matcher(Files.readString(file))
          .results()
          .filter(match -> !match.group(1).equals(from))
          .forEach(
              match -> found.computeIfAbsent(from, key -> new TreeSet<>()).add(match.group(1)));
    }

    assertThat(found).isEqualTo(USES);
  }

  @Test
  void sources_clocksReflectionAndThreads_areNotUsed() throws IOException {
    for (Path file : sources()) {
      assertThat(FORBIDDEN.matcher(Files.readString(file)).results().map(each -> each.group()))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void packages_all_areExportedAndNullMarked() throws IOException {
    String module = Files.readString(SOURCES.resolve("module-info.java"));
    for (Path file : sources()) {
      Path folder = folder(file);
      if (!folder.equals(SOURCES)) {
        String name = SOURCES.relativize(folder).toString().replace('/', '.').replace('\\', '.');
        assertThat(module).contains("exports " + name + ";");
        assertThat(Files.readString(folder.resolve("package-info.java"))).contains("@NullMarked");
      }
    }
  }

  private static Path folder(Path file) {
    return requireNonNull(file.getParent(), "folder of " + file);
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SOURCES, e);
    }
  }
}
