package io.backorder.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RefusalTest {

  private static final Facts FACTS = Facts.of("sku", "LAMP").and("asked", 5).and("allowed", 3);

  @Test
  void errorCodes_all_haveTheNamesThatHostsSwitchOn() {
    assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::name))
        .containsExactly(
            "INVALID_QUANTITY",
            "INVALID_NUMBER",
            "INVALID_IDENTIFIER",
            "INVALID_KIT",
            "UNKNOWN_ORDER",
            "UNKNOWN_LINE",
            "UNKNOWN_LOCATION",
            "UNKNOWN_SUPPLY",
            "UNKNOWN_HOLD",
            "DUPLICATE_LINE",
            "DOCUMENT_CONFLICT",
            "INSUFFICIENT_STOCK",
            "BACKORDERS_REFUSED",
            "BACKORDER_LIMIT",
            "WAIT_TOO_LONG",
            "CANCELLATION_OVER",
            "NOT_A_SUBSTITUTE",
            "UNKNOWN_ZONE",
            "NOT_RESERVED",
            "NOT_SHIPPED",
            "ALREADY_CLOSED",
            "HOLD_EXPIRED",
            "NOTHING_TO_SHIP",
            "QUANTITY_OVERFLOW",
            "STALE_PLAN",
            "STALE_VERSION",
            "CLOCK_SKEW",
            "POLICY_VIOLATION",
            "LIMIT_EXCEEDED",
            "LISTENER_LOOP",
            "NO_TRANSACTION",
            "STORE_CONFLICT",
            "LOCK_TIMEOUT",
            "RETRIES_EXHAUSTED",
            "OUTCOME_UNKNOWN",
            "STORE_UNAVAILABLE",
            "STORE_READ_ONLY",
            "STORE_FAILED",
            "INVARIANT_BROKEN",
            "SCHEMA_MISMATCH",
            "CONFIG_INVALID",
            "CHECKPOINT_MISMATCH",
            "HISTORY_TRUNCATED",
            "IMPORT_INVALID",
            "UNKNOWN_EVENT",
            "ID_EXPIRED",
            "ORDER_ARCHIVED",
            "CURRENCY_MISMATCH",
            "MONEY_SCALE");
  }

  @Test
  void facts_added_keepTheirOrderAndLeaveTheShorterOnesAsTheyWere() {
    Facts one = Facts.of("sku", "LAMP");

    Facts two = one.and("asked", 5);

    assertThat(Facts.NONE.asMap()).isEmpty();
    assertThat(one.asMap()).containsExactly(entry("sku", "LAMP"));
    assertThat(two).hasToString("{sku=LAMP, asked=5}");
  }

  @Test
  void facts_asMap_cannotBeChanged() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> FACTS.asMap().put("sku", "BULB"));
  }

  static Stream<InventoryException> everyType() {
    return Stream.of(
        new InvalidValueException(ErrorCode.INVALID_QUANTITY, "no", FACTS),
        new UnknownReferenceException(ErrorCode.UNKNOWN_ORDER, "no", FACTS),
        new RefusedDocumentException(ErrorCode.INSUFFICIENT_STOCK, "no", FACTS),
        new DocumentConflictException(ErrorCode.DOCUMENT_CONFLICT, "no", FACTS),
        new PolicyViolationException(ErrorCode.POLICY_VIOLATION, "no", FACTS));
  }

  @Test
  void refusals_ofEveryType_carryCodeMessageAndFacts() {
    assertThat(everyType())
        .allSatisfy(refusal -> assertThat(refusal).hasMessage("no"))
        .allSatisfy(refusal -> assertThat(refusal.facts()).isSameAs(FACTS))
        .extracting(InventoryException::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusals_serialized_keepCodeAndFacts() throws Exception {
    for (InventoryException refusal : everyType().toList()) {
      InventoryException copy = (InventoryException) copy(refusal);

      assertThat(copy.code()).isEqualTo(refusal.code());
      assertThat(copy.facts().asMap()).isEqualTo(FACTS.asMap());
    }
  }

  private static Object copy(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
