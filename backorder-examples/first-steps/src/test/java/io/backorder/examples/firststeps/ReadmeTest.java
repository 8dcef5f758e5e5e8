package io.backorder.examples.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows the code that runs, and what it prints. */
final class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");

  @Test
  void run_asTheReadmeSays_printsWhatTheReadmeShows() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    FirstSteps.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(Files.readString(README))
        .contains("```text\n" + printed.toString(StandardCharsets.UTF_8) + "```");
  }

  @Test
  void readme_itsCode_isTheCodeThatRuns() throws IOException {
    String code =
        Files.readString(Path.of("src/main/java/io/backorder/examples/firststeps/FirstSteps.java"));
    String body = code.substring(code.indexOf("    Sku lamp"), code.lastIndexOf("\n  }\n}"));

    assertThat(Files.readString(README)).contains("```java\n" + body.stripIndent() + "\n```");
  }
}
