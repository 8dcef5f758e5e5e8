package io.backorder.examples.realyear;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line of a node says, and of the job that starts two of them. */
@Command(
    name = "two-nodes",
    description = {
      "Posts a stretch of a retailer's year from two JVMs to one PostgreSQL, kills one of them, then the"
          + " server, and proves from the ledger that nothing was oversold and nothing lost.",
      ""
    },
    sortOptions = false)
final class NodeOptions {

  /** Threads of each node. */
  static final int THREADS = 4;

  private static final int TPCDS_YEAR = 2001;
  private static final double TPCDS_SCALE = 0.01;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the Online Retail data set, as real-year reads it; without it, the year of the"
          + " TPC-DS benchmark is generated")
  private @Nullable Path data;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "1000",
      description = "the orders to post, from the first on; 0 for the whole year"
          + " (default: ${DEFAULT-VALUE})")
  private int orders;

  @Option(
      names = "--url",
      hidden = true,
      defaultValue = "",
      description = "for a node alone: the database")
  private String url = "";

  @Option(names = "--node", hidden = true, description = "for a node alone: 0 or 1")
  private int node;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this and stop")
  private boolean help;

  /** Tells whether only help is asked for. */
  boolean isHelp() {
    return help;
  }

  /** Returns the database, or nothing if one is to be started. */
  String url() {
    return url;
  }

  /** Returns which node this is. */
  int node() {
    return node;
  }

  /** Reads or makes the year. */
  RetailYear year() throws IOException {
    YearSource source = Optional.ofNullable(data)
        .map(YearSource::of)
        .orElseGet(() -> new TpcdsYear(TPCDS_YEAR, TPCDS_SCALE));
    return source.read().salesOnly();
  }

  /** Returns the documents, in a strand for each thread of each node. */
  YearScript script(RetailYear year, int nodes) {
    return YearScript.of(year, orders == 0 ? Integer.MAX_VALUE : orders, nodes * THREADS);
  }

  /** Returns what a node is to be told. */
  List<String> forNode(int number, String database) {
    List<String> arguments = new ArrayList<>(List.of(
        "--orders",
        Integer.toString(orders),
        "--node",
        Integer.toString(number),
        "--url",
        database));
    if (data != null) {
      arguments.addAll(List.of("--data", data.toString()));
    }
    return arguments;
  }
}
