package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as a user runs it. */
final class RealYearTest {

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void run_smallShop_printsTheFiguresAndWritesTheReport() throws IOException {
    Path report = folder.resolve("reports").resolve("year.html");

    int status = run(
        "--data",
        SmallShop.folder(folder).toString(),
        "--z",
        "0",
        "--lead-time",
        "2",
        "--review",
        "1",
        "--output",
        report.toString());

    assertThat(text(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(text(out))
        .contains("2011-02-26 to 2011-03-11")
        .containsPattern("(?m)^policy +fcfs +priority$")
        .containsPattern("(?m)^orders +15 +15$")
        .contains("ledger under fcfs: ")
        .contains(" entries recomputed, sound")
        .contains("The busiest day in the warehouse, 2011-", "against the lower bound")
        .contains("report: " + report);
    assertThat(Files.readString(report))
        .contains("Service and stock", "Who waits", "The ten worst items (fcfs)")
        .contains("Where the units went", "Cancellations, returns and corrections")
        .containsOnlyOnce("<h2>Warehouse</h2>")
        .contains(
            "The busiest day in the warehouse, 2011-", "Visits to bins on the busiest day, 2011-")
        .contains("How it was done", "the ledger is sound")
        .contains("Filled from the shelf at once", "share filled, %")
        .contains("Mean wait of a late unit, by customer", "wait, days")
        .contains("Backorders by age, first come, first served")
        .contains("Backorders by age, regular customers first", "units waiting in the evening")
        .contains("Stock and backorders, first come, first served", "units in the evening")
        .contains("The ten worst items", "units that had to wait")
        .contains("LAMP &lt;RED&gt;")
        .doesNotContain("LAMP <RED>", "<script", "<link", "<img", "url(http");
  }

  @Test
  void run_twice_writesTheSameReport() throws IOException {
    Path first = folder.resolve("first.html");
    Path second = folder.resolve("second.html");
    String data = SmallShop.folder(folder).toString();

    run("--data", data, "--policy", "fcfs", "--output", first.toString());
    run("--data", data, "--policy", "fcfs", "--output", second.toString());

    assertThat(first).hasSameTextualContentAs(second);
  }

  @Test
  void run_help_listsEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(text(out))
        .contains(
            "--data",
            "--sales-only",
            "--z",
            "--lead-time",
            "--review",
            "--policy",
            "--plan",
            "--series",
            "--output");
  }

  @Test
  void run_series_writesTheWeeksOfEachItemSinceItsFirstSale() throws IOException {
    Path data = SmallShop.folder(folder);
    Files.writeString(
        data.resolve("order_lines.csv"), "1016,LATE,3,2.50\n", StandardOpenOption.APPEND);
    Path series = folder.resolve("weeks").resolve("series.csv");

    int status = run(
        "--data",
        data.toString(),
        "--policy",
        "fcfs",
        "--output",
        folder.resolve("year.html").toString(),
        "--series",
        series.toString());

    assertThat(text(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(text(out)).contains("weekly demand: " + series);
    assertThat(Files.readAllLines(series))
        .containsExactly(
            "item,2011-01-01,2011-01-08,2011-01-15,2011-01-22,2011-01-29,2011-02-05,2011-02-12,"
                + "2011-02-19,2011-02-26,2011-03-05",
            "22632,14,14,14,14,14,14,14,14,114,14",
            "LATE,,,3,0,0,0,0,0,0,0");
  }

  @Test
  void run_planOfTooFewDays_failsAndSaysHowManyAreNeeded() throws IOException {
    int status = run("--data", SmallShop.folder(folder).toString(), "--plan");

    assertThat(status).isEqualTo(1);
    assertThat(text(err).strip())
        .isEqualTo("real-year: days of data must be at least 154 to plan: 70");
  }

  @Test
  void run_missingFolder_failsAndNamesIt() {
    Path missing = folder.resolve("missing");

    assertThat(run("--data", missing.toString())).isEqualTo(1);
    assertThat(text(err).strip())
        .isEqualTo("real-year: data must be a folder or a file: " + missing);
  }

  @Test
  void run_badOption_isMisuse() {
    assertThat(run("--z=-1")).isEqualTo(2);
    assertThat(text(err).strip())
        .isEqualTo("real-year: z must be zero or more: -1.0 (--help lists the options)");
  }

  @Test
  void run_outputThatIsAFolder_failsWithoutATrace() throws IOException {
    int status = run("--data", SmallShop.folder(folder).toString(), "--output", folder.toString());

    assertThat(status).isEqualTo(1);
    assertThat(text(err)).startsWith("real-year: cannot read or write: ").hasLineCount(1);
  }

  @Test
  void progress_withoutATerminal_printsNothing() {
    PrintStream original = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (Progress progress = Progress.of("task", 3)) {
      progress.at(1);
      progress.at(3);
    } finally {
      System.setErr(original);
    }

    assertThat(System.console()).isNull();
    assertThat(text(err)).isEmpty();
  }

  private int run(String... args) {
    return new RealYear(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
