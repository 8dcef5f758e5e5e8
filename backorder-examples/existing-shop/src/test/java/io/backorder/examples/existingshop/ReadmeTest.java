package io.backorder.examples.existingshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.Dialect;
import io.backorder.jdbc.TableNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** The README shows the diff that was made, and what the story prints. */
final class ReadmeTest {

  private static final Pattern DIFF =
      Pattern.compile("```diff\n--- (\\S+)\n\\+\\+\\+ (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Path CONFIGURATION =
      Path.of("src/main/java/io/backorder/examples/existingshop/BackorderConfiguration.java");

  @Test
  void story_asTheReadmeSays_printsWhatTheReadmeShows() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    new ShopStory(out, Server.database("story")).tell();

    assertThat(readme()).contains("```text\n" + printed.toString(StandardCharsets.UTF_8) + "```");
  }

  @Test
  void diff_oldAndNewSides_areTheFilesBeforeAndNow() throws IOException {
    Matcher diffs = DIFF.matcher(readme());
    List<String> shown = new ArrayList<>();
    while (diffs.find()) {
      shown.add(diffs.group(2));
      List<String> lines = diffs.group(3).lines().toList();
      assertThat(side(lines, '-')).as(diffs.group(1)).isEqualTo(code(diffs.group(1)));
      assertThat(side(lines, '+')).as(diffs.group(2)).isEqualTo(code(diffs.group(2)));
    }
    assertThat(shown).hasSize(5);
  }

  @Test
  void diff_itsLinesOfCode_areAsManyAsTheReadmeSays() throws IOException {
    Matcher diffs = DIFF.matcher(readme());
    long stay = 0;
    long go = 0;
    while (diffs.find()) {
      long lines = diffs.group(3).lines().filter(ReadmeTest::addsCode).count();
      if (diffs.group(2).endsWith("/Shadow.java")) {
        go += lines;
      } else {
        stay += lines;
      }
    }
    assertThat(stay).isBetween(1L, 60L);
    assertThat(readme())
        .contains("\n%d lines of code stay, and %d of `Shadow` go".formatted(stay, go));
  }

  private static boolean addsCode(String line) {
    String code = line.substring(Math.min(1, line.length())).strip();
    boolean isComment = code.startsWith("/**") || code.startsWith("*") || code.startsWith("//");
    return line.startsWith("+") && !code.isEmpty() && !isComment;
  }

  private static List<String> side(List<String> lines, char own) {
    return lines.stream()
        .filter(line -> line.startsWith(" ") || line.charAt(0) == own)
        .map(line -> line.substring(1))
        .toList();
  }

  /** A file from its first comment or type on. */
  private static List<String> code(String file) throws IOException {
    if (file.equals("/dev/null")) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.dropWhile(line -> !line.startsWith("/**")).toList();
    }
  }

  @Test
  void migration_ofTheTables_isWhatTheLibraryPrints() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/db/migration/V2__backorder.sql")))
        .isEqualTo(BackorderSchema.print(Dialect.POSTGRESQL, TableNames.standard()));
  }

  @Test
  void start_withoutTheMigration_namesWhatIsMissing() {
    SpringApplication shop = new SpringApplication(ShopApplication.class);
    String url = Server.database("unmigrated");

    assertThatThrownBy(() -> shop.run(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.flyway.target=1"))
        .rootCause()
        .hasMessageContaining("table backorder_schema_version is not there")
        .hasMessageContaining("run META-INF/backorder/db/postgresql/V001__create.sql");
  }

  @Test
  void projectsReadme_itsSpringCode_isTheCodeThatRuns() throws IOException {
    String code = Files.readString(CONFIGURATION);
    int first = code.indexOf("  @Bean\n");
    String bean = code.substring(first, code.indexOf("\n  }\n", first) + 4);

    assertThat(Files.readString(Path.of("..", "..", "README.md")))
        .contains("```java\n" + bean.stripIndent() + "\n```");
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
