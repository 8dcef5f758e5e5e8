package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.Cancelled;
import io.backorder.ledger.LedgerEntry.Changed;
import io.backorder.ledger.LedgerEntry.Released;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Units that a line gives up: waiting ones before reserved ones, and of each kind those that joined
 * the line last; of reserved ones those at the worst ranked location first.
 */
final class GivingUp {

  private final Draft draft;
  private final LineState line;
  private final List<Share> shares = new ArrayList<>(1);
  private final List<Part> parts = new ArrayList<>(1);

  private GivingUp(Draft draft, LineState line) {
    this.draft = draft;
    this.line = line;
  }

  /** Decides which of at most the line's open units go, and releases those that are reserved. */
  static GivingUp of(Draft draft, LineState line, long units) {
    GivingUp giving = new GivingUp(draft, line);
    long left = units;
    List<ClaimState> claims = line.claims();
    for (ClaimState claim : claims) {
      giving.shares.add(new Share(claim));
    }
    for (int i = claims.size() - 1; i >= 0; i--) {
      left -= giving.shares.get(i).takeWaiting(left);
    }
    for (int i = claims.size() - 1; i >= 0; i--) {
      left -= giving.takeReserved(giving.shares.get(i), left);
    }
    giving.release();
    return giving;
  }

  private long takeReserved(Share share, long most) {
    long left = most;
    List<LocationId> worstFirst = new ArrayList<>(share.claim.locations());
    worstFirst.sort(Comparator.comparingInt(this::rank).reversed());
    for (LocationId location : worstFirst) {
      long taken = Math.min(left, share.claim.reservedAt(location));
      if (taken > 0) {
        parts.add(new Part(share, location, taken));
        share.released += taken;
        left -= taken;
      }
    }
    return most - left;
  }

  private int rank(LocationId location) {
    return location.equals(LocationId.NOWHERE) ? -1 : draft.rules().locations().rankOf(location);
  }

  private void release() {
    parts.sort(Comparator.comparingInt(part -> rank(part.location)));
    for (Part part : parts) {
      Quantity units = Quantity.of(part.units);
      draft.post(line, new Released(part.share.claim.claim(), part.location, units));
    }
  }

  /** Counts the units as cancelled. */
  void cancel() {
    for (Share share : shares) {
      if (share.sum() > 0) {
        Quantity units = Quantity.of(share.sum());
        draft.post(line, new Cancelled(share.claim.claim(), units, Quantity.of(share.waited)));
      }
    }
  }

  /** Takes the units off what the line ordered. */
  void lower() {
    for (Share share : shares) {
      if (share.sum() > 0) {
        Quantity from = Quantity.of(line.ordered());
        Quantity to = from.minus(Quantity.of(share.sum()));
        draft.post(line, new Changed(share.claim.claim(), from, to, Quantity.of(share.waited)));
      }
    }
  }

  /** What one claim gives up. */
  private static final class Share {

    private final ClaimState claim;
    private long waited;
    private long released;

    Share(ClaimState claim) {
      this.claim = claim;
    }

    long takeWaiting(long most) {
      waited = Math.min(most, claim.queued());
      return waited;
    }

    long sum() {
      return waited + released;
    }
  }

  /** Reserved units of one claim at one location. */
  private record Part(Share share, LocationId location, long units) {}
}
