package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Why the day of a line became another one: what the document did that wrote it. Where time alone has moved
 * a day and nobody had promises reviewed since, that is the document with which it was noticed.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param kind what changed
 * @param document the document
 * @param at the ledger's time of the document
 * @param supply the supply that it names; empty where it names none, or where its content is archived
 */
public record PromiseCause(Kind kind, DocumentId document, Instant at, Optional<SupplyId> supply) {

  /** What changed. */
  public enum Kind {

    /** A supply was announced, or stock was sent on its way. */
    SUPPLY_ANNOUNCED,

    /** A supply got another due moment or another quantity. */
    SUPPLY_RESCHEDULED,

    /** Goods of a supply arrived. */
    SUPPLY_RECEIVED,

    /** Nothing more will come of a supply. */
    SUPPLY_CLOSED,

    /** The line's own order was placed, changed or cancelled in part. */
    OWN_ORDER,

    /** Another order was placed, changed or cancelled, so that other units stand ahead. */
    UNITS_AHEAD,

    /** Stock came, went, was counted or set aside. */
    STOCK,

    /** What is reserved was shared out anew. */
    REALLOCATION,

    /** Nothing happened but that time passed: a supply is late, or the day is over. */
    TIME
  }

  /** Rejects missing parts. */
  public PromiseCause {
    requireNonNull(kind, "kind");
    requireNonNull(document, "document");
    requireNonNull(at, "at");
    requireNonNull(supply, "supply");
  }

  /**
   * Returns the cause of a change that a document wrote.
   *
   * @param source the document, and when it was posted
   * @param about the claim whose line got another day
   * @return the cause
   */
  public static PromiseCause of(LedgerRecord.Cause source, Claim about) {
    requireNonNull(about, "about");
    SourceDocument document = requireNonNull(source, "source").document();
    Optional<SupplyId> supply = supply(document, about);
    return new PromiseCause(
        kind(document, about.line().order(), supply), document.id(), source.recordedAt(), supply);
  }

  private static Kind kind(SourceDocument document, OrderId own, Optional<SupplyId> supply) {
    return switch (document.id().kind()) {
      case ANNOUNCE -> Kind.SUPPLY_ANNOUNCED;
      case RESCHEDULE -> Kind.SUPPLY_RESCHEDULED;
      case CLOSE_SUPPLY -> Kind.SUPPLY_CLOSED;
      case RECEIVE -> supply.isPresent() ? Kind.SUPPLY_RECEIVED : Kind.STOCK;
      case HOLD, RELEASE, EXPIRE, SHIP, RETURN, COUNT, ADJUST, TRANSFER -> Kind.STOCK;
      case REALLOCATE -> Kind.REALLOCATION;
      case REVIEW -> Kind.TIME;
      default -> isAbout(document, own) ? Kind.OWN_ORDER : Kind.UNITS_AHEAD;
    };
  }

  private static boolean isAbout(SourceDocument document, OrderId order) {
    DocumentId id = document.id();
    String named =
        id.kind() == DocumentKind.PLACE ? id.number() : document.content().get("order");
    return order.value().equals(named);
  }

  private static Optional<SupplyId> supply(SourceDocument document, Claim about) {
    DocumentId id = document.id();
    return switch (id.kind()) {
      case ANNOUNCE, CLOSE_SUPPLY -> Optional.of(SupplyId.of(id.number()));
      case RESCHEDULE -> Optional.ofNullable(document.content().get("supply")).map(SupplyId::of);
      case RECEIVE -> received(document.content(), about);
      default -> Optional.empty();
    };
  }

  /** The supply that a receipt names for the item of a line, or for the first item that has one. */
  private static Optional<SupplyId> received(Map<String, String> content, Claim about) {
    Optional<SupplyId> first = Optional.empty();
    for (int i = 1; content.containsKey("line " + i + " sku"); i++) {
      String named = content.get("line " + i + " supply");
      if (named != null && about.sku().value().equals(content.get("line " + i + " sku"))) {
        return Optional.of(SupplyId.of(named));
      } else if (named != null && first.isEmpty()) {
        first = Optional.of(SupplyId.of(named));
      }
    }
    return first;
  }
}
