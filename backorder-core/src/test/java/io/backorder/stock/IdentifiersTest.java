package io.backorder.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "a", "A B", "'; DROP TABLE x; --", "${jndi:ldap://x}", "Größe 38", "😀", "é"})
  void require_plainText_isKept(String text) {
    assertThat(Identifiers.require("sku", text)).isEqualTo(text);
  }

  @Test
  void require_sixtyFourCharacters_isKept() {
    assertThat(Identifiers.require("sku", "x".repeat(64))).hasSize(64);
    assertThat(Identifiers.require("sku", "😀".repeat(64))).hasSize(128);
  }

  @Test
  void require_sixtyFiveCharacters_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Identifiers.require("sku", "x".repeat(65)))
        .withMessage("sku must have at most 64 characters: 65, \"" + "x".repeat(64) + "...\"")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_IDENTIFIER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " A",
        "A ",
        "\u00a0",
        "\u00a0A",
        "A\n",
        "A\u0000B",
        "A\tB",
        "A\u007fB",
        "A\u0085B",
        "A\u2028B",
        "A\u202eB",
        "A\u200bB",
        "\ufeffA",
        "A\ud800",
        "\udc00A"
      })
  void require_hostileText_isRefusedAndShownEscaped(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Identifiers.require("sku", text))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_IDENTIFIER))
        .satisfies(e -> assertThat(e.getMessage())
            .startsWith("sku must ")
            .matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028]*"));
  }

  @Test
  void shown_anyText_isCutAfterSixtyFourCharactersAndEscaped() {
    assertThat(Identifiers.shown("x".repeat(64))).isEqualTo("x".repeat(64));
    assertThat(Identifiers.shown("x".repeat(65))).isEqualTo("x".repeat(64) + "...");
    assertThat(Identifiers.shown("😀".repeat(64))).isEqualTo("😀".repeat(64));
    assertThat(Identifiers.shown("😀".repeat(65))).isEqualTo("😀".repeat(64) + "...");
    assertThat(Identifiers.shown("\n".repeat(65))).isEqualTo("\\u000A".repeat(64) + "...");
    assertThat(Identifiers.shown(Character.toString(0xE0041))).isEqualTo("\\uDB40\\uDC41");
    assertThat(Identifiers.shown("\ud83d")).isEqualTo("\\uD83D");
    assertThat(Identifiers.shown("")).isEmpty();
  }

  @Test
  void require_tenMillionCharacters_echoesFew() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Identifiers.require("sku", "x".repeat(10_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }
}
