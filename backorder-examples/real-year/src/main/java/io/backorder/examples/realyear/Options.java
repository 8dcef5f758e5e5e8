package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the command line says. */
@Command(
    name = "real-year",
    description = {
      "Replays a retailer's year of orders through an inventory in memory, under one policy after the"
          + " other, prints how well the orders were served, and writes a report with charts.",
      ""
    },
    sortOptions = false)
final class Options {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the Online Retail data set: a folder with orders.csv, order_lines.csv,"
          + " stock_adjustments.csv and products.csv (each may be packed as .csv.gz), or the"
          + " publisher's one table as CSV, or a folder with that one file."
          + " Without it, the year of the TPC-DS benchmark is generated in memory.")
  private @Nullable Path data;

  @Option(
      names = "--sales-only",
      description = "leave out cancellations, returns and stock corrections")
  private boolean salesOnly;

  @Option(
      names = "--z",
      paramLabel = "Z",
      defaultValue = "1.645",
      description =
          "safety factor of the order-up-to rule, zero or more (default: ${DEFAULT-VALUE})")
  private double z;

  @Option(
      names = "--lead-time",
      paramLabel = "DAYS",
      defaultValue = "14",
      description = "days from a purchase to its arrival, at least 1 (default: ${DEFAULT-VALUE})")
  private int leadTime;

  @Option(
      names = "--review",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "days from a review to the next, at least 1 (default: ${DEFAULT-VALUE})")
  private int review;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "fcfs,priority",
      converter = PolicyConverter.class,
      description =
          "who gets scarce units: one or more of fcfs, priority, due-date, smallest-first,"
              + " complete-lines, separated by commas (default: ${DEFAULT-VALUE})")
  private List<PolicyChoice> policies = List.of();

  @Option(
      names = "--plan",
      description =
          "also choose a policy for each item on the first half of the year and judge it on the"
              + " second, against the order-up-to rule at equal stock")
  private boolean planned;

  @Option(
      names = "--series",
      paramLabel = "FILE",
      description = "also write what was asked for of each item in each week, as CSV")
  private @Nullable Path series;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "${sys:backorder.report:-real-year.html}",
      description = "the report to write (default: ${DEFAULT-VALUE})")
  private Path output = Path.of("real-year.html");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and stop")
  private boolean help;

  @Spec
  private @Nullable CommandSpec spec;

  /** Tells whether only help is asked for. */
  boolean isHelp() {
    return help;
  }

  /** Returns where the data lie, or empty if they are to be generated. */
  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Tells whether only sales are replayed. */
  boolean isSalesOnly() {
    return salesOnly;
  }

  /** Tells whether policies are chosen for each item, too. */
  boolean isPlanned() {
    return planned;
  }

  /** Returns the table of weekly demand to write, or empty if there is none. */
  Optional<Path> series() {
    return Optional.ofNullable(series);
  }

  /** Returns how much is bought. */
  OrderUpToRule rule() {
    try {
      return new OrderUpToRule(z, leadTime, review);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command().commandLine(), e.getMessage(), e);
    }
  }

  /** Returns the policies to compare, each once, in the order given. */
  List<PolicyChoice> policies() {
    return List.copyOf(new LinkedHashSet<>(policies));
  }

  /** Returns the report to write. */
  Path output() {
    return output;
  }

  /** Returns the parsed command. */
  CommandSpec command() {
    return requireNonNull(spec, "spec");
  }

  /** Reads the name of a policy. */
  static final class PolicyConverter implements ITypeConverter<PolicyChoice> {

    @Override
    public PolicyChoice convert(String key) {
      try {
        return PolicyChoice.of(key);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
