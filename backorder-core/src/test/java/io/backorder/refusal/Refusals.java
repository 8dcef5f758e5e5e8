package io.backorder.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Asserts refusals, whole: code and message. */
public final class Refusals {

  private Refusals() {}

  /**
   * Asserts that a call is refused.
   *
   * @param call the call
   * @param code the code expected
   * @param message the message expected, character by character
   */
  public static void assertRefused(Runnable call, ErrorCode code, String message) {
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(call::run)
        .withMessage(message)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
