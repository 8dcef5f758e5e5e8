package io.backorder.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 256, Long.MAX_VALUE})
  void of_zeroOrMore_isKept(long units) {
    assertThat(Quantity.of(units).units()).isEqualTo(units);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void of_negative_isRefused(long units) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Quantity.of(units))
        .withMessage("units must not be negative: " + units)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUANTITY));
  }

  @Test
  void plus_atTheEndOfNumbers_isExactOrRefused() {
    Quantity most = Quantity.of(Long.MAX_VALUE);

    assertThat(Quantity.of(Long.MAX_VALUE - 1).plus(Quantity.of(1))).isEqualTo(most);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> most.plus(Quantity.of(1)))
        .withMessage("sum must be at most 9223372036854775807: 9223372036854775807 + 1")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.QUANTITY_OVERFLOW));
  }

  @Test
  void minus_moreThanThereIs_isRefused() {
    assertThat(Quantity.of(3).minus(Quantity.of(3))).isEqualTo(Quantity.ZERO);
    assertThat(Quantity.of(3).minusOrZero(Quantity.of(4))).isEqualTo(Quantity.ZERO);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Quantity.of(3).minus(Quantity.of(4)))
        .withMessage("subtrahend must be at most 3: 4");
  }

  @ParameterizedTest
  @CsvSource({"2, 8.5, 850", "2, 1.50, 150", "0, 5, 5", "0, 5.0, 5", "3, 1E+2, 100000", "9, 0, 0"})
  void toQuantity_fineEnough_isExact(int decimals, BigDecimal amount, long units) {
    assertThat(Scale.of(decimals).toQuantity(amount)).isEqualTo(Quantity.of(units));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.25, INVALID_QUANTITY",
    "0, 1E-1000000000, INVALID_QUANTITY",
    "0, -1, INVALID_QUANTITY",
    "0, 9223372036854775808, QUANTITY_OVERFLOW",
    "2, 92233720368547758.08, QUANTITY_OVERFLOW",
    "0, 1E+1000000000, QUANTITY_OVERFLOW"
  })
  void toQuantity_bad_isRefused(int decimals, BigDecimal amount, ErrorCode code) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Scale.of(decimals).toQuantity(amount))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
