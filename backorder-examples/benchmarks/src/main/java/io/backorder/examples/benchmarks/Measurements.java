package io.backorder.examples.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What the iterations of all benchmarks found. */
final class Measurements {

  private final Map<String, List<Map<String, Double>>> iterations = new TreeMap<>();

  void add(Collection<RunResult> results) {
    for (RunResult run : results) {
      List<Map<String, Double>> known =
          iterations.computeIfAbsent(name(run.getParams()), key -> new ArrayList<>());
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        fork.getIterationResults().forEach(each -> known.add(figures(each)));
      }
    }
  }

  /** The benchmark, its method, its threads and its choices, as in {@code Calculator.texts 1 ZIPF}. */
  private static String name(BenchmarkParams params) {
    String[] path = params.getBenchmark().split("\\.", -1);
    String type = path[path.length - 2].replace("Benchmark", "");
    String choices = params.getParamsKeys().stream()
        .sorted()
        .map(params::getParam)
        .filter(value -> !Character.isDigit(value.charAt(0)))
        .map(value -> " " + value)
        .collect(Collectors.joining());
    return type + "." + path[path.length - 1] + " " + params.getThreads() + choices;
  }

  private static Map<String, Double> figures(IterationResult iteration) {
    Map<String, Double> figures = new TreeMap<>();
    iteration
        .getSecondaryResults()
        .forEach((figure, result) -> figures.put(figure, result.getScore()));
    return figures;
  }

  /** Returns the CPU nanoseconds of one operation. */
  double cpu(String benchmark, String section) {
    return median(benchmark, section + "Cpu", section + "Count");
  }

  /** Returns the bytes that one operation allocates. */
  double bytes(String benchmark, String section) {
    return median(benchmark, section + "Bytes", section + "Count");
  }

  /** Returns the nanoseconds on the wall of one operation of one thread. */
  double wall(String benchmark, String section) {
    return median(benchmark, section + "Wall", section + "Count");
  }

  /** Returns the middle of a figure. */
  double figure(String benchmark, String name) {
    return middle(
        of(benchmark).stream().map(each -> each.getOrDefault(name, Double.NaN)).toList());
  }

  private double median(String benchmark, String dividend, String divisor) {
    return middle(of(benchmark).stream()
        .map(each ->
            each.getOrDefault(dividend, Double.NaN) / each.getOrDefault(divisor, Double.NaN))
        .toList());
  }

  private List<Map<String, Double>> of(String benchmark) {
    List<Map<String, Double>> found = iterations.get(benchmark);
    if (found == null) {
      throw new IllegalArgumentException(
          "benchmark must be one of %s: %s".formatted(iterations.keySet(), benchmark));
    }
    return found;
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** Returns a table of everything for each operation, for those who look for the reasons. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    iterations.forEach((benchmark, found) -> {
      for (String figure : found.get(0).keySet()) {
        lines.add(line(benchmark, figure, found));
      }
    });
    return lines;
  }

  private String line(String benchmark, String figure, List<Map<String, Double>> found) {
    String values = found.stream()
        .map(each -> perOperation(figure, each))
        .map("%,14.2f"::formatted)
        .collect(Collectors.joining());
    return "%-40s %-14s%s".formatted(benchmark, figure, values);
  }

  private static double perOperation(String figure, Map<String, Double> of) {
    String count = figure.replaceAll("Cpu$|Wall$|Bytes$", "Count");
    double value = of.getOrDefault(figure, Double.NaN);
    return count.equals(figure) ? value : value / of.getOrDefault(count, 1.0);
  }
}
