package io.backorder.examples.realyear;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Two JVMs sell a retailer's year from one PostgreSQL. One is killed midway and started again, then the
 * server; in the end the ledger tells whether anything was oversold or lost.
 */
public final class TwoNodes {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final PrintStream err;

  TwoNodes(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the job and, if anything is not as it must be, ends the program with a status other than zero.
   *
   * @param args the options; {@code --help} lists them
   * @throws IOException if the data cannot be read or the server not be started
   * @throws InterruptedException if it is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int status = new TwoNodes(System.out, System.err).run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the job and returns the status: 0 done, 1 failed, 2 misused. */
  int run(String... args) throws IOException, InterruptedException {
    NodeOptions options = new NodeOptions();
    CommandLine line = new CommandLine(options);
    try {
      line.parseArgs(args);
    } catch (ParameterException e) {
      err.println("two-nodes: " + e.getMessage() + " (--help lists the options)");
      return MISUSED;
    }
    if (options.isHelp()) {
      line.usage(out);
      return 0;
    }
    Drill.Report report = Drill.run(options, EnumSet.allOf(Drill.Fault.class), out::println);
    print(report);
    List<String> faults = report.faults();
    faults.forEach(fault -> out.println("WRONG: " + fault));
    return faults.isEmpty() ? 0 : FAILED;
  }

  private void print(Drill.Report report) {
    LedgerProof proof = report.proof();
    LedgerProof.Totals units = proof.totals().values().stream()
        .reduce(
            LedgerProof.Totals.NONE,
            (one, other) ->
                one.plus(other.received(), other.ordered(), other.given(), other.cancelled()));
    say("%,d documents in the ledger, %,d entries", proof.documents(), proof.entries());
    say(
        "posted again because the database was away: %,d; refused, nothing to ship: %,d",
        report.again().size(), report.refused().size());
    say(
        "units received %,d, ordered %,d, cancelled %,d, given %,d, waiting %,d",
        units.received(),
        units.ordered(),
        units.cancelled(),
        units.given(),
        units.ordered() - units.cancelled() - units.given());
    say(
        "entries after which a shelf had promised more than was there: %,d",
        proof.oversold().size());
    say(
        "acknowledged documents that are not in the ledger exactly once: %,d",
        proof.notOnce(report.acknowledged()).size());
    say(
        "items whose totals differ from those of a single inventory: %,d",
        report.expected().entrySet().stream()
            .filter(each -> !each.getValue().equals(proof.totals().get(each.getKey())))
            .count());
    say("the ledger is sound: %s", report.verification().isSound());
  }

  private void say(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
  }
}
