package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderUpToRuleTest {

  @Test
  void level_constantDemand_isTheDemandOfTheCoveredDays() {
    long[] demand = new long[OrderUpToRule.WINDOW];
    Arrays.fill(demand, 3);

    assertThat(new OrderUpToRule(1.645, 14, 7).level(demand, OrderUpToRule.WINDOW - 1))
        .isEqualTo(63);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void rule_badSafetyFactor_isRejected(double z) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderUpToRule(z, 14, 7))
        .withMessage("z must be zero or more: " + z);
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "14, 0", "-1, 7"})
  void rule_badDays_areRejected(int leadTime, int review) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderUpToRule(0, leadTime, review))
        .withMessage("lead time and review must be at least 1 day: " + leadTime + ", " + review);
  }
}
