package io.backorder.rationing;

import static io.backorder.rationing.Clerk.FRIDAY;
import static io.backorder.rationing.Clerk.GROUP;
import static io.backorder.rationing.Clerk.LAMP;
import static io.backorder.rationing.Clerk.MONDAY;
import static io.backorder.rationing.Clerk.NEXT;
import static io.backorder.refusal.ErrorCode.DUPLICATE_LINE;
import static io.backorder.refusal.ErrorCode.INSUFFICIENT_STOCK;
import static io.backorder.refusal.ErrorCode.INVALID_IDENTIFIER;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.POLICY_VIOLATION;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Reason;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.CustomerId;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.PlaceHold;
import io.backorder.rationing.Protections.Reach;
import io.backorder.rationing.QuotaBucket.Spill;
import io.backorder.rationing.QuotaBucket.Time;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Caps, floors and critical levels, by worked examples. */
final class GuardsTest {

  private static final Time WEEK = Time.of(MONDAY, NEXT);

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  private static Quotas quotas(Time time, Spill spill, Quota... quotas) {
    return Quotas.of(GROUP, List.of(new QuotaBucket(time, spill, List.of(quotas))));
  }

  private static Protections protections(Reach reach, Protection... protections) {
    return Protections.of(GROUP, reach, List.of(protections));
  }

  private static Protection kept(String group, long units) {
    return new Protection(group, q(units), MONDAY, NEXT);
  }

  /** Targets of a hierarchy of 200 units, as Oracle's manual has them, and their ranks. */
  private static Quotas hierarchy(Spill spill) {
    return quotas(
        WEEK,
        spill,
        Quota.of("VO", q(30)),
        Quota.of("HV", q(10)).under("VO").ranked(2),
        Quota.of("LV", q(30)).under("VO").ranked(3),
        Quota.of("NE", q(40)).under("HV").ranked(9),
        Quota.of("NW", q(50)).under("HV").ranked(7),
        Quota.of("SE", q(20)).under("HV").ranked(15),
        Quota.of("SW", q(20)).under("HV").ranked(10));
  }

  @Test
  void quotas_spillOver_drawOnParentsAndThenOnLessImportantSiblings() {
    for (Spill spill : Spill.values()) {
      Clerk clerk = Clerk.under(hierarchy(spill));
      clerk.receive(500);

      long expected = switch (spill) {
        case NONE -> 40;
        case PARENTS -> 80;
        case PARENTS_AND_SIBLINGS -> 150;
      };
      assertThat(clerk.place("O", "NE", 220)).isEqualTo(expected);
      assertThat(clerk.reason("O")).contains(Reason.RATIONED);
      assertThat(clerk.place("P", "NW", 60)).isEqualTo(50);
      assertThat(clerk.inventory.verify().isSound()).isTrue();
    }
  }

  /** As a cap, one may not exceed its part although nobody else orders; as a floor it waits for one. */
  @Test
  void quotaAndProtection_ofTheSameNumber_differ() {
    Clerk capped = Clerk.under(quotas(
        WEEK, Spill.NONE, Quota.of("A", q(400)), Quota.of("B", q(300)), Quota.of("C", q(300))));
    Clerk kept =
        Clerk.under(protections(Reach.EVERYBODY, kept("A", 400), kept("B", 300), kept("C", 300)));
    capped.receive(1000);
    kept.receive(1000);

    assertThat(capped.place("A1", "A", 500)).isEqualTo(400);
    assertThat(capped.place("N1", "", 700)).isEqualTo(600);
    assertThat(kept.place("N1", "", 100)).isZero();
    assertThat(kept.reason("N1")).contains(Reason.RATIONED);
    assertThat(kept.place("B1", "B", 400)).isEqualTo(300);
    assertThat(kept.place("A1", "A", 500)).isEqualTo(400);
  }

  @Test
  void quotas_unitsGivenBack_mayBeGrantedAgainInTheSameTimeAndANewOneBeginsAtZero() {
    Quotas weeks = Quotas.of(
        GROUP,
        List.of(
            new QuotaBucket(
                Time.of(NEXT, NEXT.plus(Duration.ofDays(7))),
                Spill.NONE,
                List.of(Quota.of("A", q(3)))),
            new QuotaBucket(WEEK, Spill.NONE, List.of(Quota.of("A", q(5))))));
    Clerk clerk = Clerk.under(weeks);
    clerk.receive(100);
    assertThat(clerk.place("O1", "A", 4)).isEqualTo(4);
    assertThat(clerk.place("O2", "A", 4)).isEqualTo(1);

    clerk.cancel("O1");
    assertThat(clerk.reserved("O2")).isEqualTo(4);
    clerk.now = NEXT.minusNanos(1_000);
    assertThat(clerk.place("O3", "A", 4)).isEqualTo(1);
    clerk.now = NEXT;
    clerk.receive(1);

    assertThat(clerk.reserved("O3")).isEqualTo(4);
    assertThat(clerk.place("O4", "A", 1)).isZero();
    clerk.now = NEXT.plus(Duration.ofDays(7));
    assertThat(clerk.place("O5", "A", 50)).isEqualTo(50);
    assertThat(clerk.inventory.verify().isSound()).isTrue();
  }

  @Test
  void quotas_fromTheMomentOfGivingBack_unusedUnitsAreTheParents() {
    Clerk clerk = Clerk.under(quotas(
        new Time(MONDAY, FRIDAY, NEXT),
        Spill.PARENTS,
        Quota.of("ALL", q(2)),
        Quota.of("A", q(10)).under("ALL"),
        Quota.of("B", q(10)).under("ALL")));
    clerk.receive(100);
    assertThat(clerk.place("A1", "A", 4)).isEqualTo(4);
    assertThat(clerk.place("B1", "B", 20)).isEqualTo(12);
    clerk.now = FRIDAY.minusNanos(1_000);
    clerk.receive(1);
    assertThat(clerk.reserved("B1")).isEqualTo(12);

    clerk.now = FRIDAY;
    clerk.receive(1);

    assertThat(clerk.reserved("B1")).isEqualTo(18);
  }

  /** Symmetry holds within a cap: the units of a quota are shared like any others. */
  @Test
  void quotas_underEqualAwards_shareWhatTheCapLeaves() {
    Clerk clerk = new Clerk(ShareRule.equalAwards(), quotas(WEEK, Spill.NONE, Quota.of("W", q(5))));
    clerk.place("W1", "W", 10);
    clerk.place("W2", "W", 10);
    clerk.place("P", "", 10);

    clerk.receive(12);

    assertThat(clerk.reserved("W1")).isEqualTo(3);
    assertThat(clerk.reserved("W2")).isEqualTo(2);
    assertThat(clerk.reserved("P")).isEqualTo(7);
  }

  /** Of 10 units X may draw on the last 4 and S may not; S may draw on the quota of ALL, X on none. */
  @Test
  void joinedGuards_underEqualAwards_shareWhatBothLeave() {
    Guard level = Guard.criticalLevel(q(4), terms -> terms.equals(Clerk.of("X")));
    Quotas quotas = quotas(
        WEEK, Spill.PARENTS, Quota.of("ALL", q(100)), Quota.of("S", q(50)).under("ALL"));
    Clerk clerk = new Clerk(ShareRule.equalAwards(), level.and(quotas));
    clerk.place("X1", "X", 8);
    clerk.place("S1", "S", 8);

    clerk.receive(10);

    assertThat(clerk.reserved("X1")).isEqualTo(7);
    assertThat(clerk.reserved("S1")).isEqualTo(3);
    assertThat(clerk.heard).noneMatch(InventoryEvent.AllocationFailed.class::isInstance);
    assertThat(clerk.inventory.verify().isSound()).isTrue();
  }

  /** Stock 100, 40 kept for X and 30 for Y. */
  @Test
  void protections_againstEverybody_leaveOthersFiguresAlone() {
    Protections guard = protections(Reach.EVERYBODY, kept("X", 40), kept("Y", 30));
    for (String group : List.of("X", "Y", "")) {
      Clerk clerk = Clerk.under(guard);
      clerk.receive(100);
      assertThat(clerk.place("O", group, 100))
          .isEqualTo(group.equals("X") ? 70 : group.equals("Y") ? 60 : 30);
    }
    Clerk clerk = Clerk.under(guard);
    clerk.receive(100);
    assertThat(clerk.place("X1", "X", 25)).isEqualTo(25);
    assertThat(clerk.inventory.item(LAMP).availableNow()).isEqualTo(q(30));
    assertThat(clerk.place("Y1", "Y", 100)).isEqualTo(60);
    assertThat(clerk.place("O", "", 100)).isZero();
    assertThat(clerk.place("X2", "X", 100)).isEqualTo(15);
  }

  /** Stock 100, 50 kept for the first group and 30 for the second. */
  @Test
  void protections_againstLessImportant_mayBeTakenByMoreImportant() {
    Protections guard = protections(Reach.LESS_IMPORTANT, kept("P1", 50), kept("P2", 30));
    for (String group : List.of("P1", "P2", "P3")) {
      Clerk clerk = Clerk.under(guard);
      clerk.receive(100);
      assertThat(clerk.place("O", group, 200))
          .isEqualTo(group.equals("P1") ? 100 : group.equals("P2") ? 50 : 20);
    }
  }

  @Test
  void protections_whenTheirTimeIsOver_areEverybodys() {
    Clerk clerk = Clerk.under(protections(Reach.EVERYBODY, kept("X", 40)));
    clerk.receive(50);
    assertThat(clerk.place("O", "", 50)).isEqualTo(10);

    clerk.now = NEXT.minusNanos(1_000);
    clerk.receive(1);
    assertThat(clerk.reserved("O")).isEqualTo(11);
    clerk.now = NEXT;
    clerk.receive(1);

    assertThat(clerk.reserved("O")).isEqualTo(50);
  }

  @Test
  void protections_aCartOfNobody_cannotHoldThem() {
    Clerk clerk = Clerk.under(protections(Reach.EVERYBODY, kept("X", 40)));
    clerk.receive(50);

    clerk.inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, q(10)))));

    assertRefused(
        () -> clerk.inventory.post(PlaceHold.of(
            HoldId.of("H2"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, q(1))))),
        INSUFFICIENT_STOCK,
        "cannot hold 1 units of LAMP: 0 available");
    assertThat(clerk.place("X1", "X", 40)).isEqualTo(40);
  }

  /** Level 3 for the low class, 5 on hand, arrivals L L L H H H. */
  @Test
  void criticalLevel_lowClassBelowIt_waitsAndTheHighClassIsServed() {
    Clerk clerk = Clerk.under(Guard.criticalLevel(
        q(3), terms -> terms.customer().equals(Optional.of(CustomerId.of("H")))));
    clerk.receive(5);

    assertThat(clerk.place("L1", "L", 1)).isEqualTo(1);
    assertThat(clerk.place("L2", "L", 1)).isEqualTo(1);
    assertThat(clerk.place("L3", "L", 1)).isZero();
    for (String order : List.of("H1", "H2", "H3")) {
      assertThat(clerk.place(order, "H", 1)).isEqualTo(1);
    }
    clerk.receive(3);
    assertThat(clerk.reserved("L3")).isZero();
    clerk.receive(1);
    assertThat(clerk.reserved("L3")).isEqualTo(1);
  }

  @Test
  void guards_joined_bothHold() {
    Guard both = quotas(WEEK, Spill.NONE, Quota.of("A", q(6)))
        .and(protections(Reach.EVERYBODY, kept("B", 8)));
    Clerk clerk = Clerk.under(both);
    clerk.receive(10);
    assertThat(clerk.place("A1", "A", 9)).isEqualTo(2);
    clerk.receive(10);

    assertThat(clerk.reserved("A1")).isEqualTo(6);
    assertThat(clerk.place("B1", "B", 9)).isEqualTo(9);
    assertThat(both).hasToString("quotas in 1 buckets, and 1 protections");
  }

  @Test
  void tallies_replayed_areWhatTheyWere() {
    Quotas cap = quotas(WEEK, Spill.NONE, Quota.of("A", q(5)));
    Clerk clerk = Clerk.under(cap);
    clerk.receive(9);
    clerk.place("O1", "A", 9);
    Inventory again = Inventory.inMemory()
        .replaying(clerk.inventory.ledger().after(0, Integer.MAX_VALUE))
        .build();

    assertThat(again.verify().isSound()).isTrue();
    assertThat(again.ledger().size()).isEqualTo(clerk.inventory.ledger().size());
    assertThat(clerk.heard).hasSize(3);
  }

  @Test
  void bucket_cyclesStrangersAndTwins_areRefused() {
    Quota a = Quota.of("A", q(1)).under("B");
    Quota b = Quota.of("B", q(1)).under("A");

    assertRefused(
        () -> quotas(WEEK, Spill.NONE, a, b),
        INVALID_IDENTIFIER,
        "quota must not be above itself: A 1 under B");
    assertRefused(
        () -> quotas(WEEK, Spill.NONE, a),
        INVALID_IDENTIFIER,
        "quota must have a parent in its bucket: A 1 under B");
    assertRefused(
        () -> quotas(WEEK, Spill.NONE, Quota.of("A", q(1)).under("A")),
        INVALID_IDENTIFIER,
        "quota must not be above itself: A 1 under A");
    assertRefused(
        () -> quotas(WEEK, Spill.NONE, Quota.of("A", q(1)), Quota.of("A", q(2))),
        DUPLICATE_LINE,
        "quota must stand once in its bucket: A 2");
    assertRefused(
        () -> Quota.of(" A", q(1)),
        INVALID_IDENTIFIER,
        "group must not begin or end with white space: \" A\"");
    assertRefused(() -> Quota.of("A", q(-1)), INVALID_QUANTITY, "units must not be negative: -1");
  }

  @Test
  void times_thatOverlapOrRunBack_areRefused() {
    QuotaBucket week = new QuotaBucket(WEEK, Spill.NONE, List.of());
    QuotaBucket overlapping =
        new QuotaBucket(Time.of(NEXT.minusNanos(1), NEXT.plusSeconds(1)), Spill.NONE, List.of());

    assertRefused(
        () -> Quotas.of(GROUP, List.of(overlapping, week)),
        INVALID_QUANTITY,
        "buckets must not overlap: one until 2026-03-09T00:00:00Z,"
            + " the next from 2026-03-08T23:59:59.999999999Z");
    assertRefused(
        () -> Time.of(NEXT, NEXT),
        INVALID_QUANTITY,
        "times of a bucket must follow each other: 2026-03-09T00:00:00Z,"
            + " 2026-03-09T00:00:00Z, 2026-03-09T00:00:00Z");
    assertRefused(
        () -> new Protection("A", q(1), NEXT, MONDAY),
        INVALID_QUANTITY,
        "protection of A must end after it begins: 2026-03-09T00:00:00Z, 2026-03-02T00:00:00Z");
    assertRefused(
        () -> protections(Reach.EVERYBODY, kept("A", 1), kept("A", 2)),
        INVALID_QUANTITY,
        "protections of A must not overlap: one until 2026-03-09T00:00:00Z,"
            + " another from 2026-03-02T00:00:00Z");
  }

  @Test
  void guard_thatThrows_costsTheItemItsAllocationAndIsNamed() {
    Quotas broken = Quotas.of(
        terms -> {
          throw new IllegalStateException("no groups");
        },
        List.of(new QuotaBucket(WEEK, Spill.NONE, List.of(Quota.of("A", q(1))))));
    Clerk clerk = Clerk.under(broken);
    clerk.place("O", "A", 3);
    clerk.heard.clear();

    clerk.receive(5);

    assertThat(clerk.heard).hasSize(2);
    assertThat(clerk.heard.get(1)).isInstanceOf(InventoryEvent.AllocationFailed.class);
    assertThat(clerk.reserved("O")).isZero();
    assertRefused(
        () -> clerk.inventory.item(LAMP),
        POLICY_VIOLATION,
        "guard quotas in 1 buckets, item LAMP: must not fail:"
            + " java.lang.IllegalStateException: no groups");
  }
}
