package io.backorder.jdbc;

import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.stock.LocationId;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes claims and what is reserved for them. */
final class ClaimWriter {

  private static final int CLAIM_FIELDS = 7;
  private static final int FIGURES = 9;
  private static final String[] UNITS = {"queued", "reserved"};
  private static final String[] DEPARTED = {"shipped", "cancelled", "refused", "returned"};

  private final Statements sql;
  private final WorkingSet set;
  private final Set<ClaimState> touched;
  private final IdentityHashMap<LineState, Integer> newLines = new IdentityHashMap<>();
  private final Bulk newClaims = TermsColumns.declare(Bulk.insert("claim")
          .texts("sku")
          .longs("arrival")
          .texts("order_no", "line_no")
          .ints("line_index")
          .bytes("place_rank")
          .column("due_day", ColumnType.DATE))
      .texts("queue_channel")
      .ints("several")
      .longs(UNITS)
      .longs(DEPARTED)
      .column("promised_day", ColumnType.DATE);
  private final Bulk claims = Bulk.update("claim", 2)
      .texts("sku")
      .longs("arrival")
      .texts("queue_channel")
      .ints("several")
      .longs(UNITS)
      .longs(DEPARTED)
      .column("promised_day", ColumnType.DATE);
  private final Bulk newReservations = Bulk.insert("reservation")
      .texts("sku", "location")
      .longs("arrival")
      .bytes("place_rank")
      .longs("units");
  private final Bulk reservations =
      Bulk.update("reservation", 3).texts("sku", "location").longs("arrival", "units");
  private final Bulk freed = Bulk.delete("reservation").texts("sku", "location").longs("arrival");

  ClaimWriter(Statements sql, WorkingSet set, Set<ClaimState> touched) {
    this.sql = sql;
    this.set = set;
    this.touched = touched;
  }

  void write(List<Task> tasks) {
    tasks.forEach(this::numberLines);
    Set<ClaimRow> rows = new LinkedHashSet<>();
    for (ClaimState claim : sorted(touched)) {
      ClaimRow row = row(claim);
      rows.add(row);
      rows.add(ownOf(row));
    }
    for (ClaimRow row : rows) {
      note(row);
      noteReservations(row);
    }
    List.of(newClaims, claims, freed, reservations, newReservations).forEach(sql::write);
  }

  /** The claims in a stable order. */
  private static List<ClaimState> sorted(Set<ClaimState> claims) {
    return claims.stream()
        .sorted(Comparator.comparing((ClaimState claim) -> claim.line().sku())
            .thenComparingLong(ClaimState::arrival))
        .toList();
  }

  private void numberLines(Task task) {
    OrderState opened = task.order;
    if (opened != null) {
      List<LineState> lines = opened.lines();
      for (int i = 0; i < lines.size(); i++) {
        newLines.put(lines.get(i), i);
      }
    }
  }

  private ClaimRow row(ClaimState claim) {
    ClaimRow known = set.row(claim);
    if (known != null) {
      return known;
    }
    Integer index = newLines.get(claim.line());
    return set.enter(claim, index == null ? ownOf(claim.line()).lineIndex : index);
  }

  private ClaimRow ownOf(LineState line) {
    return row(line.ownClaim());
  }

  /** The own claim of the line, which carries what departed of it and that there are several. */
  private ClaimRow ownOf(ClaimRow row) {
    if (row.isOwn()) {
      return row;
    }
    row.several = true;
    ClaimRow own = ownOf(row.state.line());
    own.several = true;
    return own;
  }

  private static int several(ClaimRow row) {
    int kit = row.state.line().isKit() ? ClaimRecord.OF_KIT : 0;
    if (!row.several) {
      return kit + ClaimRecord.ONLY;
    }
    return kit + (row.isOwn() ? ClaimRecord.OWN : ClaimRecord.RAISED);
  }

  private void note(ClaimRow row) {
    @Nullable Object[] head = row.stored ? key(row) : head(row);
    @Nullable Object[] values = Arrays.copyOf(head, head.length + FIGURES);
    ClaimState claim = row.state;
    int i = head.length;
    values[i++] = claim.queued() > 0 ? TermsColumns.channel(claim.line().order().terms()) : null;
    values[i++] = several(row);
    values[i++] = claim.queued();
    values[i++] = claim.reserved();
    values[i++] = departed(row, Departure.SHIPPED);
    values[i++] = departed(row, Departure.CANCELLED);
    values[i++] = departed(row, Departure.REFUSED);
    values[i++] = departed(row, Departure.RETURNED);
    values[i] = row.isOwn() ? claim.line().promised().orElse(null) : null;
    (row.stored ? claims : newClaims).add(values);
  }

  private static @Nullable Object[] key(ClaimRow row) {
    return new Object[] {row.state.line().sku().value(), row.state.arrival()};
  }

  /** What never changes of a claim. */
  private static @Nullable Object[] head(ClaimRow row) {
    LineState line = row.state.line();
    @Nullable Object[] head = new Object[CLAIM_FIELDS + TermsColumns.COUNT];
    head[0] = line.sku().value();
    head[1] = row.state.arrival();
    head[2] = line.order().id().value();
    head[3] = line.number();
    head[4] = row.lineIndex;
    head[5] = Rank.of(row.state.place());
    head[6] = line.due().orElse(null);
    TermsColumns.put(line.order().terms(), head, CLAIM_FIELDS);
    return head;
  }

  private static long departed(ClaimRow row, Departure account) {
    return row.isOwn() ? row.state.line().departed(account) : 0;
  }

  private void noteReservations(ClaimRow row) {
    Map<LocationId, Long> before = new HashMap<>(row.reservations);
    ClaimState claim = row.state;
    String sku = claim.line().sku().value();
    for (LocationId location : claim.locations()) {
      long units = claim.reservedAt(location);
      Long kept = before.remove(location);
      if (kept == null) {
        newReservations.add(sku, location.value(), claim.arrival(), Rank.of(claim.place()), units);
      } else if (kept != units) {
        reservations.add(sku, location.value(), claim.arrival(), units);
      }
    }
    before.keySet().forEach(location -> freed.add(sku, location.value(), claim.arrival()));
  }
}
