package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The inventory does what the model says, document by document. With the system property {@code
 * backorder.tally} the run prints what its generators have produced.
 */
final class ModelProperties {

  private static final Tally TALLY = new Tally();

  /**
   * A reallocation has laws of its own: its plan is made of the state that it meets. So has the acceptance of a
   * substitute, which does what a cancellation and an order do, and a review, which moves no unit.
   */
  private static final Set<DocumentKind> APART =
      EnumSet.of(DocumentKind.REALLOCATE, DocumentKind.SUBSTITUTE, DocumentKind.REVIEW);

  private static final List<String> KINDS = Stream.of(DocumentKind.values())
      .filter(kind -> !APART.contains(kind))
      .map(Enum::name)
      .toList();

  /**
   * Codes that only a policy or a listener can cause, see the properties of plans and of events, the one
   * of formulas and of moments that no ledger can hold, those of what a shop has agreed to, those of
   * checkpoints, imports and archives, that of a posting at a version, and what only a database answers.
   */
  private static final Set<String> ELSEWHERE = Set.of(
      "POLICY_VIOLATION",
      "LISTENER_LOOP",
      "INVALID_NUMBER",
      "CHECKPOINT_MISMATCH",
      "HISTORY_TRUNCATED",
      "IMPORT_INVALID",
      "UNKNOWN_EVENT",
      "ID_EXPIRED",
      "ORDER_ARCHIVED",
      "STALE_VERSION",
      "STALE_PLAN",
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
      "INVALID_KIT",
      "WAIT_TOO_LONG",
      "CANCELLATION_OVER",
      "NOT_A_SUBSTITUTE",
      "UNKNOWN_ZONE",
      "CURRENCY_MISMATCH",
      "MONEY_SCALE");

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(edgeCases = EdgeCasesMode.NONE, seed = Histories.SEED)
  void everyDocumentDoesWhatTheModelSays(@ForAll("histories") History history) {
    Telling telling = new Telling(history, TALLY);
    history.steps().forEach(telling::tell);
    TALLY.finished.incrementAndGet();
  }

  /** The generators must have met what the laws are about; the thresholds are not to be tuned. */
  @AfterContainer
  static void generatorsWereHonest() {
    long histories = TALLY.histories.get();
    if (Boolean.getBoolean("backorder.tally")) {
      System.out.println(TALLY);
    }
    if (histories < 1000 || TALLY.finished.get() < histories) {
      return; // a shortened run, or one that failed and was shrunk, has nothing to be honest about
    }
    for (String kind : KINDS) {
      long share = TALLY.done.getOrDefault(kind, 0L) * 100;
      assertThat(share).as("%s of %s", kind, TALLY).isGreaterThanOrEqualTo(TALLY.documents());
    }
    assertThat(TALLY.refused.keySet()).containsExactlyInAnyOrderElementsOf(codesOfHistories());
    requireShare(Tally.Feature.BACKORDER_FILLED, 20);
    requireShare(Tally.Feature.FILLED_IN_THREE_STEPS, 5);
    requireShare(Tally.Feature.CANCEL_BETWEEN_FILLS, 5);
    requireShare(Tally.Feature.OVERFLOW, 1);
    requireShare(Tally.Feature.DOCUMENT_REPEATED, 30);
    requireShare(Tally.Feature.CONFLICT, 5);
    requireShare(Tally.Feature.CLOCK_BACK, 5);
    requireShare(Tally.Feature.HOLD_ENDED_AT_ITS_INSTANT, 1);
  }

  private static void requireShare(Tally.Feature feature, int percent) {
    assertThat(TALLY.histories(feature) * 100)
        .as("%s in %s", feature, TALLY)
        .isGreaterThanOrEqualTo(percent * TALLY.histories.get());
  }

  private static Set<String> codesOfHistories() {
    Set<String> codes = new TreeSet<>();
    for (ErrorCode code : ErrorCode.values()) {
      codes.add(code.name());
    }
    codes.removeAll(ELSEWHERE);
    return codes;
  }
}
