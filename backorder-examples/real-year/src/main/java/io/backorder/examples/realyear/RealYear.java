package io.backorder.examples.realyear;

import io.backorder.proof.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The main job: a retailer's year, replayed under some policies, printed and reported. */
public final class RealYear {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int TPCDS_YEAR = 2001;
  private static final double TPCDS_SCALE = 0.01;

  private final PrintStream out;
  private final PrintStream err;

  RealYear(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the job and, if it fails, ends the program with a status other than zero.
   *
   * @param args the options; {@code --help} lists them
   */
  public static void main(String[] args) {
    int status = new RealYear(System.out, System.err).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the job and returns the status: 0 done, 1 failed, 2 misused. */
  int run(String... args) {
    // charts are drawn into a file; a screen is neither needed nor wanted
    System.setProperty("java.awt.headless", "true");
    Options options = new Options();
    CommandLine line = new CommandLine(options);
    try {
      line.parseArgs(args);
      if (options.isHelp()) {
        line.usage(out);
        return 0;
      }
      return run(options) ? 0 : FAILED;
    } catch (ParameterException e) {
      err.println("real-year: " + e.getMessage() + " (--help lists the options)");
      return MISUSED;
    } catch (BadDataException e) {
      err.println("real-year: " + e.getMessage());
      return FAILED;
    } catch (IOException | UncheckedIOException e) {
      err.println("real-year: cannot read or write: " + e);
      return FAILED;
    }
  }

  /** Runs the job and tells whether every ledger is sound. */
  private boolean run(Options options) throws IOException {
    OrderUpToRule rule = options.rule();
    YearSource source = source(options);
    RetailYear whole = source.read();
    RetailYear year = options.isSalesOnly() ? whole.salesOnly() : whole;
    introduce(year, rule);
    if (options.series().isPresent()) {
      writeSeries(year, options.series().get());
    }
    List<YearResult> results = new ArrayList<>();
    List<MoneyResult> money = new ArrayList<>();
    for (PolicyChoice policy : options.policies()) {
      Replay replay = new Replay(year, rule, policy);
      results.add(run(replay, policy, year));
      if (money.isEmpty()) {
        money.add(new MoneyTrial(year, source.prices(year), replay.inventory()).run());
      }
    }
    Figures figures = new Figures(year, results);
    figures.all().forEach(this::print);
    results.forEach(this::print);
    money.forEach(this::print);
    Report report = new Report(year, rule, results);
    PickDay busiest = results.get(0).closing().busiest();
    if (!busiest.units().isEmpty()) {
      report.add(warehouse(year, busiest));
    }
    money.forEach(report::add);
    if (options.isPlanned()) {
      report.add(plan(year, rule));
    }
    write(report.html(), options.output());
    return results.stream().allMatch(result -> result.closing().verification().isSound())
        && money.stream().allMatch(MoneyResult::isSound);
  }

  private void writeSeries(RetailYear year, Path file) throws IOException {
    makeFolder(file);
    new WeeklyDemand(year).write(file);
    out.println("weekly demand: " + file.toAbsolutePath().normalize());
    out.println();
  }

  private static YearSource source(Options options) {
    return options
        .data()
        .map(YearSource::of)
        .orElseGet(() -> new TpcdsYear(TPCDS_YEAR, TPCDS_SCALE));
  }

  private void introduce(RetailYear year, OrderUpToRule rule) {
    out.println(year.about().title());
    out.println(year.about().source());
    out.printf(Locale.ROOT, "%s to %s, %s%n", year.opens(), year.closes(), rule);
    year.about().remarks().forEach(remark -> out.println("* " + remark));
    out.println();
  }

  private static YearResult run(Replay replay, PolicyChoice policy, RetailYear year) {
    try (Progress progress = Progress.of(policy.key(), year.replayedDays())) {
      return replay.run(progress::at);
    }
  }

  private WarehouseResult warehouse(RetailYear year, PickDay busiest) {
    WarehouseResult warehouse = WarehouseTrial.of(year, busiest).run();
    out.println();
    print(warehouse.table());
    out.println(warehouse.words());
    return warehouse;
  }

  private void print(MoneyResult money) {
    out.println();
    print(money.table());
    out.println(money.words());
  }

  private PlanResult plan(RetailYear year, OrderUpToRule rule) {
    PlanResult plan = PlanTrial.of(year, rule).run();
    out.println();
    print(plan.comparison());
    print(plan.choices());
    plan.verdicts().forEach(out::println);
    return plan;
  }

  private void print(FigureTable table) {
    out.println(table.title());
    table.lines().forEach(out::println);
    out.println();
  }

  private void print(YearResult result) {
    Verification verification = result.closing().verification();
    String answer = verification
        .firstDifference()
        .map(difference -> "NOT sound: " + difference)
        .orElse("sound");
    out.printf(
        Locale.ROOT,
        "ledger under %s: %,d entries recomputed, %s%n",
        result.policy(),
        verification.entries(),
        answer);
  }

  private void write(String html, Path file) throws IOException {
    makeFolder(file);
    Files.writeString(file, html);
    out.println("report: " + file.toAbsolutePath().normalize());
  }

  private static void makeFolder(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }
}
