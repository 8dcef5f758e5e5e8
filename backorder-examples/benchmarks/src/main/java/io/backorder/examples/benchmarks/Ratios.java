package io.backorder.examples.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks and prints how each ratio stands to its goal. */
public final class Ratios {

  private final PrintStream out;
  private final Path folder;
  private final Measurements measurements = new Measurements();
  private final List<Goal.Verdict> verdicts = new ArrayList<>();

  private Ratios(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  /**
   * Runs.
   *
   * @param args {@code all} or groups parted by commas, and the folder for the harness's own output
   * @throws IOException if the folder cannot be written
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] args) throws IOException, RunnerException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "arguments must be groups and a folder: " + Arrays.toString(args));
    }
    new Ratios(System.out, Path.of(args[1])).run(groups(args[0]));
  }

  static List<Group> groups(String chosen) {
    if (chosen.equals("all")) {
      return List.of(Group.values());
    }
    List<Group> groups = new ArrayList<>();
    String known = Arrays.stream(Group.values()).map(Group::key).collect(joining(","));
    for (String key : chosen.split(",", -1)) {
      groups.add(Arrays.stream(Group.values())
          .filter(group -> group.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "ratios must be all or some of %s: %s".formatted(known, key))));
    }
    return groups;
  }

  private void run(List<Group> groups) throws IOException, RunnerException {
    Files.createDirectories(folder);
    for (Group group : groups) {
      group.run(measurements, folder.resolve("jmh-" + group.key()).toString());
      Goal.ALL.stream().filter(goal -> goal.group() == group).forEach(this::judge);
    }
    Path figures = folder.resolve("figures.txt");
    Files.write(figures, measurements.table());
    long ok = verdicts.stream().filter(Goal.Verdict::isOk).count();
    out.printf("%d ok, %d short; figures in %s%n", ok, verdicts.size() - ok, figures);
  }

  private void judge(Goal goal) {
    Goal.Verdict verdict = goal.judge(measurements);
    verdicts.add(verdict);
    out.println(verdict);
  }
}
