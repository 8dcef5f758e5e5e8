package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A cart sets units aside for a while. A hold is made of free units on the shelf and never makes
 * anybody wait; it is refused with {@code INSUFFICIENT_STOCK} if one of its units is not there.
 *
 * @param hold the hold's number, which is the document's too
 * @param expiresIn how long the units are held, more than zero
 * @param lines the lines of the cart, at least one, with distinct numbers
 */
public record PlaceHold(HoldId hold, Duration expiresIn, List<OrderLine> lines)
    implements Document {

  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Copies the lines; rejects a duration that is not above zero or longer than a century. */
  public PlaceHold {
    requireNonNull(hold, "hold");
    requireNonNull(expiresIn, "expiresIn");
    if (expiresIn.isNegative() || expiresIn.isZero() || expiresIn.compareTo(LONGEST) > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "expiresIn must be above zero and at most %s: %s".formatted(LONGEST, expiresIn),
          Facts.of("hold", hold).and("asked", expiresIn));
    }
    lines = Content.requireLines(lines);
  }

  /**
   * Returns a hold.
   *
   * @param hold the hold's number
   * @param expiresIn how long the units are held, more than zero
   * @param lines the lines of the cart
   * @return the document
   */
  public static PlaceHold of(HoldId hold, Duration expiresIn, List<OrderLine> lines) {
    return new PlaceHold(hold, expiresIn, lines);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.HOLD, hold.value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("expiresIn", expiresIn).andLines(lines).asMap();
  }

  @Override
  public Decision decision() {
    return new HoldDecision(this);
  }
}
