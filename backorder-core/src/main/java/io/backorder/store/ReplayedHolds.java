package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Opens and closes the holds of a history. What a cart asks for is read off its document; where that is
 * archived, off the units that were held, which leaves out lines of items whose stock is not kept.
 */
final class ReplayedHolds {

  private final MemoryUnitOfWork memory;

  ReplayedHolds(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  void open(Cause cause, List<LedgerRecord> records) {
    if (cause.document().id().kind() != DocumentKind.HOLD) {
      return;
    }
    List<CartLine> cart = cart(cause, held(records));
    if (!cart.isEmpty()) {
      HoldState hold = new HoldState(cart);
      memory.holds().put(hold.id(), hold);
      memory.openHolds().add(hold);
      closeIfEnded(hold);
    }
  }

  private static List<CartLine> held(List<LedgerRecord> records) {
    List<CartLine> cart = new ArrayList<>();
    for (LedgerRecord record : records) {
      if (record.entry() instanceof Held held && !cart.contains(held.cart())) {
        cart.add(held.cart());
      }
    }
    return cart;
  }

  private static List<CartLine> cart(Cause cause, List<CartLine> held) {
    Map<String, String> content = cause.document().content();
    String expiresIn = content.get("expiresIn");
    if (expiresIn == null) {
      return held;
    }
    HoldId id = HoldId.of(cause.document().id().number());
    Instant until = held.isEmpty()
        ? cause.recordedAt().plus(Duration.parse(expiresIn)).truncatedTo(ChronoUnit.MICROS)
        : held.get(0).until();
    List<CartLine> cart = new ArrayList<>();
    for (OrderLine line : Fields.lines(content)) {
      cart.add(new CartLine(id, line, until));
    }
    return cart;
  }

  /** A hold that wrote no record is told of behind the document that ended it. */
  private void closeIfEnded(HoldState hold) {
    String number = hold.id().value();
    if (memory.register().find(DocumentKind.CONFIRM, number) != null) {
      close(new DocumentId(DocumentKind.CONFIRM, number));
    } else if (memory.register().find(DocumentKind.RELEASE, number) != null) {
      close(new DocumentId(DocumentKind.RELEASE, number));
    }
  }

  /** Closes a hold, if the document is one that ends a hold. */
  void close(DocumentId document) {
    boolean confirms = document.kind() == DocumentKind.CONFIRM;
    if (confirms || document.kind() == DocumentKind.RELEASE) {
      HoldState hold = memory.holds().get(HoldId.of(document.number()));
      if (hold != null) {
        hold.close(confirms ? HoldState.End.CONFIRMED : HoldState.End.RELEASED);
        memory.openHolds().remove(hold);
      }
    }
  }
}
