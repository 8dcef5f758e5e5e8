package io.backorder.examples.realyear;

import java.io.Serial;

/** Thrown when data cannot be used. The message names the file, the line and what is wrong. */
final class BadDataException extends IllegalArgumentException {

  @Serial
  private static final long serialVersionUID = 1L;

  BadDataException(String message) {
    super(message);
  }
}
