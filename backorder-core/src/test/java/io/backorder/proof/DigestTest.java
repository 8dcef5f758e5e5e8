package io.backorder.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import java.security.MessageDigest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {

  /** FIPS 180-4, example of one block: "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void function_ofThePublishedExample_givesThePublishedValue() {
    MessageDigest function = Digest.function();

    function.update("abc".getBytes(US_ASCII));

    assertThat(Digest.from(function)).hasToString(ABC).isEqualTo(Digest.parse(ABC));
  }

  @Test
  void parse_ofText_isTheInverseOfText() {
    Digest digest = Digest.parse(ABC.toUpperCase(Locale.ROOT));

    assertThat(digest).hasToString(ABC).hasSameHashCodeAs(Digest.of(digest.bytes()));
    assertThat(Digest.of(digest.bytes())).isEqualTo(digest);
  }

  @Test
  void digest_whoseBytesAreChangedOutside_staysWhatItWas() {
    byte[] bytes = new byte[Digest.LENGTH];
    Digest digest = Digest.of(bytes);

    bytes[0] = 1;
    digest.bytes()[1] = 1;

    assertThat(digest.bytes()).containsOnly(0);
  }

  @Test
  void copyTo_anOffset_writesThirtyTwoBytesThere() {
    byte[] target = new byte[Digest.LENGTH + 2];

    Digest.parse("ff".repeat(Digest.LENGTH)).copyTo(target, 1);

    assertThat(target).startsWith(0, 0xff).endsWith(0xff, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void of_anotherNumberOfBytes_isRefused(int length) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Digest.of(new byte[length]))
        .withMessage("digest must have 32 bytes: " + length)
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.INVALID_IDENTIFIER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "\n"})
  void parse_anythingElse_isRefused(String end) {
    String text = "a".repeat(Digest.LENGTH * 2 - 2) + end + (end.equals("00") ? "0" : "");

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Digest.parse(text))
        .withMessage("digest must have 64 hexadecimal digits: a text of %d characters"
            .formatted(text.length()))
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.INVALID_IDENTIFIER);
  }
}
