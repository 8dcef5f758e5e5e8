package io.backorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.backorder.refusal.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where whole numbers are no longer all doubles, a search still ends at the right one. */
final class SearchTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest
  @CsvSource({
    "7, 0",
    "7, 1e6",
    "9007199254740992, 0",
    "9007199254740994, 1",
    "1e17, 1e17",
    "1e17, 3e15",
    "1.2345e100, 1",
    "1.7e308, 1e300"
  })
  void least_beyondTheWholeDoubles_ends(double target, double guess) {
    double found = assertTimeoutPreemptively(SOON, () -> Search.least(k -> k >= target, 0, guess));

    assertThat(found).isEqualTo(target);
  }

  @Test
  void least_neverReached_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> assertTimeoutPreemptively(SOON, () -> Search.least(k -> false, 0, 1)));
  }
}
