package io.backorder.posting;

import io.backorder.allocation.Grant;
import io.backorder.ledger.Claim;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Units of one line that joined, and what they are granted. */
final class Newcomer {

  final LineState line;
  final Claim claim;
  final ClaimState state;
  final Tray tray;
  final long units;
  final List<Newcomer> parts = new ArrayList<>(0);
  List<Grant> grants = List.of();
  long most = Long.MAX_VALUE;

  Newcomer(LineState line, Claim claim, ClaimState state, Tray tray) {
    this.line = line;
    this.claim = claim;
    this.state = state;
    this.tray = tray;
    this.units = state.queued();
  }

  boolean isKit() {
    return !parts.isEmpty();
  }

  long perKit(Newcomer part) {
    return part.units / units;
  }

  /** The whole kits of a number of units of each part. */
  long kits(ToLongFunction<Newcomer> number) {
    return parts.stream()
        .mapToLong(part -> number.applyAsLong(part) / perKit(part))
        .min()
        .orElse(0);
  }

  /** The units that were reserved before anything was granted. */
  long taken() {
    return units - state.queued();
  }

  long granted() {
    return grants.stream().mapToLong(grant -> grant.quantity().units()).sum();
  }
}
