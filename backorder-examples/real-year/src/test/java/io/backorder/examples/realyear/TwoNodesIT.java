package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.examples.realyear.Drill.Fault;
import io.backorder.examples.realyear.Drill.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** S2 and J6: several processes on one database, one of which dies; and the database itself. */
final class TwoNodesIT {

  @TempDir
  private Path folder = Path.of(".");

  @Test
  void run_nodeKilledAndStartedAgain_losesAndRepeatsNothing()
      throws IOException, InterruptedException {
    Report report = Drill.run(options(), Set.of(Fault.NODE_KILLED), said -> {});

    assertThat(report.faults()).isEmpty();
    assertThat(report.again()).isEmpty();
    Set<String> distinct = new HashSet<>(report.acknowledged());
    assertThat(report.acknowledged()).hasSizeGreaterThan(distinct.size()); // repeats were answered
    assertThat(report.proof().documents()).isEqualTo(distinct.size());
  }

  @Test
  void run_serverKilledUnderLoad_losesNothingAndIsSettledByPostingAgain()
      throws IOException, InterruptedException {
    Report report = Drill.run(options(), Set.of(Fault.SERVER_KILLED), said -> {});

    assertThat(report.faults()).isEmpty();
    assertThat(report.again())
        .isNotEmpty()
        .allMatch(
            said -> said.startsWith("OUTCOME_UNKNOWN ") || said.startsWith("STORE_UNAVAILABLE "));
  }

  @Test
  void settings_ofTheServer_areDurable() throws IOException, SQLException {
    try (ShopDatabase database = ShopDatabase.start()) {
      assertThat(database.setting("fsync")).isEqualTo("on");
      assertThat(database.setting("synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void run_unknownOption_isMisused() throws IOException, InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);

    int status = new TwoNodes(to, to).run("--colour=red");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Unknown option: '--colour=red'");
  }

  private NodeOptions options() throws IOException {
    String real = System.getProperty("backorder.real", "");
    Path data = real.isEmpty() ? BusyShop.folder(folder) : Path.of(real).resolve("orders");
    NodeOptions options = new NodeOptions();
    new CommandLine(options).parseArgs("--data", data.toString(), "--orders", "400");
    return options;
  }
}
