package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class OptionsTest {

  @Test
  void parse_nothing_comparesTwoPoliciesOnGeneratedData() {
    Options options = parsed();

    assertThat(options.data()).isEmpty();
    assertThat(options.isSalesOnly()).isFalse();
    assertThat(options.isHelp()).isFalse();
    assertThat(options.rule()).isEqualTo(new OrderUpToRule(1.645, 14, 7));
    assertThat(options.policies())
        .containsExactly(PolicyChoice.FIRST_COME_FIRST_SERVED, PolicyChoice.PRIORITY);
  }

  @Test
  void parse_everyOption_isTaken() {
    Options options = parsed(
        "--data",
        "orders",
        "--sales-only",
        "--z",
        "2.326",
        "--lead-time",
        "10",
        "--review",
        "5",
        "--policy",
        "due-date,fcfs,due-date",
        "--output",
        "out.html");

    assertThat(options.data()).contains(Path.of("orders"));
    assertThat(options.isSalesOnly()).isTrue();
    assertThat(options.rule()).isEqualTo(new OrderUpToRule(2.326, 10, 5));
    assertThat(options.policies())
        .containsExactly(PolicyChoice.DUE_DATE, PolicyChoice.FIRST_COME_FIRST_SERVED);
    assertThat(options.output()).isEqualTo(Path.of("out.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--z=-1           | z must be zero or more: -1.0",
        "--z=NaN          | z must be zero or more: NaN",
        "--lead-time=0    | lead time and review must be at least 1 day: 0, 7",
        "--review=0       | lead time and review must be at least 1 day: 14, 0",
        "--policy=lottery | policy must be one of fcfs, priority, due-date, smallest-first, complete-lines: lottery",
        "--z=much         | 'much' is not a double",
        "--colour=red     | Unknown option: '--colour=red'"
      })
  void parse_badOption_isRefusedWithTheRule(String argument, String rule) {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parsed(argument).rule())
        .withMessageContaining(rule);
  }

  private static Options parsed(String... args) {
    Options options = new Options();
    new CommandLine(options).parseArgs(args);
    return options;
  }
}
