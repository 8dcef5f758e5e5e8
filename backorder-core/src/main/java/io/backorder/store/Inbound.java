package io.backorder.store;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the supplies of one item, and how much they will still bring. Those of which units are
 * expected are kept in due order, so that they can be looked through and searched.
 */
final class Inbound {

  private final Map<SupplyId, SupplyStatus> known = new HashMap<>(4);
  private final List<SupplyStatus> expected = new ArrayList<>(2);
  private long units;
  private long announcements;

  long units() {
    return units;
  }

  long announcements() {
    return announcements;
  }

  List<SupplyStatus> expected() {
    return Collections.unmodifiableList(expected);
  }

  Collection<SupplyStatus> known() {
    return Collections.unmodifiableCollection(known.values());
  }

  Optional<SupplyStatus> find(SupplyId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** A supply that an entry names. */
  SupplyStatus require(SupplyId id) {
    SupplyStatus status = known.get(id);
    if (status == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_SUPPLY,
          "supply must be announced by an earlier record: " + id,
          Facts.of("supply", id));
    }
    return status;
  }

  void announce(Supply supply) {
    announcements++;
    put(SupplyStatus.announced(supply, announcements));
  }

  void takeBack(SupplyId id) {
    SupplyStatus status = require(id);
    announcements--;
    forget(status);
    known.remove(id);
  }

  /** Takes in how a supply stands now, in place of how it stood before. */
  void put(SupplyStatus status) {
    SupplyStatus before = known.put(status.supply().id(), status);
    if (before != null) {
      forget(before);
    }
    units += status.expected().units();
    if (status.isExpected()) {
      expected.add(place(status), status);
    }
  }

  private void forget(SupplyStatus status) {
    units -= status.expected().units();
    if (status.isExpected()) {
      expected.remove(-1 - place(status));
    }
  }

  /** Where a supply would stand; minus one less it where it stands there. */
  private int place(SupplyStatus status) {
    int found = Collections.binarySearch(expected, status, SupplyStatus.IN_DUE_ORDER);
    return -1 - found;
  }

  /** Takes over what a database keeps of the item. */
  void restore(long lastAnnouncement) {
    announcements = lastAnnouncement;
  }
}
