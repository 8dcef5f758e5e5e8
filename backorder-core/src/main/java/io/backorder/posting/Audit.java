package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.proof.Verification;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import io.backorder.store.OrderState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Folds the records of one item into fresh accounts and compares them with the live ones. */
final class Audit {

  private final ItemState live;
  private final Locations locations;
  private final ItemState fresh;
  private final Map<OrderLineId, LineState> lines = new LinkedHashMap<>();

  Audit(ItemState live, Locations locations) {
    this.live = live;
    this.locations = locations;
    this.fresh = new ItemState(live.sku(), locations);
  }

  Verification of(List<LedgerRecord> records) {
    Optional<String> misplaced = firstMisplaced(records);
    if (misplaced.isPresent()) {
      return new Verification(records.size(), misplaced);
    }
    OptionalLong broken = HashChain.firstBreak(live.sku(), records);
    if (broken.isPresent()) {
      return new Verification(records.size(), chain(broken.getAsLong()));
    }
    records.forEach(record -> fold(record.entry())); // an edited entry may be one that cannot be
    return new Verification(records.size(), firstDifference());
  }

  /** Sequence numbers have no gap, and positions, once they are given out, follow them. */
  private Optional<String> firstMisplaced(List<LedgerRecord> records) {
    long expected = 1;
    long last = 0;
    for (LedgerRecord record : records) {
      if (record.sequence() != expected) {
        return different("sequence", record.sequence(), expected);
      } else if (record.position() > 0 && record.position() <= last) {
        return different("position behind " + last, record.position(), last + 1);
      }
      last = Math.max(last, record.position());
      expected++;
    }
    return Optional.empty();
  }

  private void fold(LedgerEntry entry) {
    if (entry instanceof LineEntry about) {
      LineState line = line(about);
      line.touch();
      about.move(line, 1);
    } else if (entry instanceof StockEntry stock) {
      stock.move(fresh, 1);
    }
  }

  private LineState line(LineEntry entry) {
    return lines.computeIfAbsent(entry.claim().line(), key -> opened(entry));
  }

  /** The first entry of a line tells the line and its order's terms. */
  private LineState opened(LineEntry entry) {
    OrderLine line = entry instanceof LedgerEntry.Ordered ordered
        ? ordered.line()
        : OrderLine.of(entry.claim().line().line(), entry.sku(), Quantity.ZERO);
    OrderTerms terms =
        entry instanceof LedgerEntry.Ordered ordered ? ordered.terms() : OrderTerms.standard();
    OrderId order = entry.claim().line().order();
    return new OrderState(order, terms, List.of(line), sku -> fresh).lines().get(0);
  }

  private Optional<String> firstDifference() {
    for (int rank = 0; rank < locations.count(); rank++) {
      Optional<String> difference = differenceAt(rank);
      if (difference.isPresent()) {
        return difference;
      }
    }
    if (fresh.waiting() != live.waiting()) {
      return different("backordered", live.waiting(), fresh.waiting());
    }
    if (fresh.claimsQueued() != live.claimsQueued()) {
      return different("places in line", live.claimsQueued(), fresh.claimsQueued());
    }
    if (fresh.inbound() != live.inbound()) {
      return different("inbound", live.inbound(), fresh.inbound());
    }
    if (!fresh.supplies().equals(live.supplies())) {
      return Optional.of("supplies of %s: %s, by the ledger %s"
          .formatted(live.sku(), live.supplies(), fresh.supplies()));
    }
    if (fresh.linesPromised() != live.linesPromised()) {
      return different("promised lines", live.linesPromised(), fresh.linesPromised());
    }
    if (!fresh.tallies().equals(live.tallies())) {
      return Optional.of("tallies of %s: %s, by the ledger %s"
          .formatted(live.sku(), live.tallies(), fresh.tallies()));
    }
    return differenceInQueue();
  }

  private Optional<String> differenceAt(int rank) {
    String at = "@" + locations.at(rank).id();
    if (fresh.at(rank).onHand() != live.at(rank).onHand()) {
      return different("on hand " + at, live.at(rank).onHand(), fresh.at(rank).onHand());
    } else if (fresh.at(rank).reserved() != live.at(rank).reserved()) {
      return different(
          "reserved " + at, live.at(rank).reserved(), fresh.at(rank).reserved());
    } else if (fresh.at(rank).held() != live.at(rank).held()) {
      return different("held " + at, live.at(rank).held(), fresh.at(rank).held());
    } else if (live.at(rank).reserved() + live.at(rank).held() > live.at(rank).onHand()) {
      long taken = live.at(rank).reserved() + live.at(rank).held();
      return different("reserved and held " + at, taken, live.at(rank).onHand());
    }
    return Optional.empty();
  }

  /** Compares the units of each waiting line; the lines were folded from the same records. */
  private Optional<String> differenceInQueue() {
    List<ClaimState> queued = new ArrayList<>();
    live.queues().forEach(queue -> queue.claims().forEach(queued::add));
    for (ClaimState claim : queued) {
      LineState recomputed = lines.get(claim.line().id());
      LineState line = claim.line();
      if (recomputed == null) {
        return different("ordered units of line " + line.id(), line.ordered(), 0);
      } else if (recomputed.waiting() != line.waiting()) {
        return different("backordered " + line.id(), line.waiting(), recomputed.waiting());
      } else if (recomputed.reserved() != line.reserved()) {
        return different("reserved " + line.id(), line.reserved(), recomputed.reserved());
      } else if (!recomputed.promised().equals(line.promised())) {
        return Optional.of("promised day of line %s: %s, by the ledger %s"
            .formatted(line.id(), line.promised(), recomputed.promised()));
      } else if (line.queued() != line.waiting()) {
        return different("undecided units of line " + line.id(), line.queued(), line.waiting());
      }
    }
    return Optional.empty();
  }

  private Optional<String> chain(long sequence) {
    return Optional.of("chain of %s: broken at sequence %d".formatted(live.sku(), sequence));
  }

  private Optional<String> different(String what, long found, long expected) {
    return Optional.of(
        "%s of %s: %d, by the ledger %d".formatted(what, live.sku(), found, expected));
  }
}
