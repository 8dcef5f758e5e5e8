package io.backorder.model;

import java.util.Set;

/** Ends a document that the model refuses. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Set<String> codes;

  Refused(String... codes) {
    this(Set.of(codes));
  }

  Refused(Set<String> codes) {
    super(codes.toString(), null, false, false);
    this.codes = codes;
  }

  Set<String> codes() {
    return codes;
  }
}
