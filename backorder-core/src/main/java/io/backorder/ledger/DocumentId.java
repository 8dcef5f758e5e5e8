package io.backorder.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Identifiers;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The idempotency key of a document: its kind and the host's own number of it. Order 7 and receipt 7
 * are two documents.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param kind the kind of document
 * @param number the host's own number, unique among the documents of its kind
 */
public record DocumentId(DocumentKind kind, String number) {

  private static final String REFUSED = "consent-";
  private static final Pattern REFUSALS =
      Pattern.compile(REFUSED + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Rejects a number that breaks the rule for identifiers. */
  public DocumentId {
    requireNonNull(kind, "kind");
    Identifiers.require("document", number);
  }

  /**
   * Returns the key of the cancellation by which the library ends the wait of a customer who did not consent
   * to a new date. It is always the same of one question.
   *
   * @param line the line whose customer was asked
   * @param deadline the moment until which the customer could answer
   * @return the key
   */
  public static DocumentId ofRefusedConsent(OrderLineId line, Instant deadline) {
    requireNonNull(line, "line");
    requireNonNull(deadline, "deadline");
    String asked = line.order().value() + '\n' + line.line() + '\n' + deadline;
    return new DocumentId(
        DocumentKind.CANCEL, REFUSED + UUID.nameUUIDFromBytes(asked.getBytes(UTF_8)));
  }

  /**
   * Tells whether this is the key of a cancellation by which the library ended the wait of a customer who did
   * not consent to a new date. A host's own cancellations must not be numbered {@code consent-} and a UUID.
   *
   * @return true if {@link #ofRefusedConsent} gives such a key
   */
  public boolean isRefusedConsent() {
    return kind == DocumentKind.CANCEL && REFUSALS.matcher(number).matches();
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number;
  }
}
