package io.backorder.rationing;

import static io.backorder.rationing.Clerk.GROUP;
import static io.backorder.rationing.Clerk.MONDAY;
import static io.backorder.rationing.Clerk.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.Guard;
import io.backorder.allocation.ShareRule;
import io.backorder.ledger.InventoryEvent;
import io.backorder.rationing.Protections.Reach;
import io.backorder.rationing.QuotaBucket.Spill;
import io.backorder.rationing.QuotaBucket.Time;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cap is never exceeded and a floor never eaten, whatever is ordered, received and cancelled. */
final class GuardProperties {

  private static final List<String> GROUPS = List.of("A", "B", "C", "");
  private static final Time WEEK = Time.of(MONDAY, NEXT);

  /** One document: an order of a group, a receipt, or the cancellation of an order. */
  record Deed(int kind, int group, long units) {}

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(1, 12))
        .as(Deed::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<ShareRule> rules() {
    return Arbitraries.of(
        ShareRule.oneAfterTheOther(), ShareRule.equalAwards(), ShareRule.proportional());
  }

  private interface Law {
    void require(Clerk clerk, Map<String, Long> granted, long came);
  }

  private static void run(ShareRule rule, Guard guard, List<Deed> deeds, Law law) {
    Clerk clerk = new Clerk(rule, guard);
    List<String> orders = new ArrayList<>();
    long came = 0;
    int number = 0;
    for (Deed deed : deeds) {
      String group = GROUPS.get(deed.group);
      if (deed.kind == 0) {
        orders.add(group + "-" + ++number);
        clerk.place(orders.get(orders.size() - 1), group, deed.units);
      } else if (deed.kind == 1 || orders.isEmpty()) {
        clerk.receive(deed.units);
        came += deed.units;
      } else {
        String order = orders.remove((int) deed.units % orders.size());
        clerk.cancel(order);
      }
      Map<String, Long> granted = new HashMap<>();
      for (String order : orders) {
        granted.merge(order.substring(0, order.indexOf('-')), clerk.reserved(order), Long::sum);
      }
      law.require(clerk, granted, came);
      assertThat(clerk.heard).noneMatch(InventoryEvent.AllocationFailed.class::isInstance);
      assertThat(clerk.inventory.verify().firstDifference()).isEmpty();
    }
  }

  @Property
  void noGroupIsEverGrantedMoreThanItsQuota(
      @ForAll("rules") ShareRule rule, @ForAll("deeds") List<Deed> deeds) {
    QuotaBucket bucket = new QuotaBucket(
        WEEK, Spill.NONE, List.of(Quota.of("A", Quantity.of(9)), Quota.of("B", Quantity.ZERO)));
    run(rule, Quotas.of(GROUP, List.of(bucket)), deeds, (clerk, granted, came) -> {
      assertThat(granted.getOrDefault("A", 0L)).isLessThanOrEqualTo(9);
      assertThat(granted.getOrDefault("B", 0L)).isZero();
    });
  }

  /** With spill-over all groups together keep within the sum, and each within its path. */
  @Property
  void groupsThatSpillOverKeepWithinTheSumOfTheirPaths(
      @ForAll("rules") ShareRule rule, @ForAll("deeds") List<Deed> deeds) {
    QuotaBucket bucket = new QuotaBucket(
        WEEK,
        Spill.PARENTS_AND_SIBLINGS,
        List.of(
            Quota.of("C", Quantity.of(4)),
            Quota.of("A", Quantity.of(5)).under("C").ranked(1),
            Quota.of("B", Quantity.of(6)).under("C").ranked(2)));
    run(rule, Quotas.of(GROUP, List.of(bucket)), deeds, (clerk, granted, came) -> {
      long a = granted.getOrDefault("A", 0L);
      long b = granted.getOrDefault("B", 0L);
      long c = granted.getOrDefault("C", 0L);
      assertThat(a + b + c).isLessThanOrEqualTo(15);
      assertThat(b).isLessThanOrEqualTo(10);
      assertThat(c).isLessThanOrEqualTo(4);
    });
  }

  /** However often units are granted and given back, what is kept for the group others never have. */
  @Property
  void nobodyEatsIntoWhatIsProtectedForAnother(
      @ForAll("rules") ShareRule rule, @ForAll("deeds") List<Deed> deeds) {
    Protections guard = Protections.of(
        GROUP, Reach.EVERYBODY, List.of(new Protection("A", Quantity.of(7), MONDAY, NEXT)));
    run(rule, guard, deeds, (clerk, granted, came) -> {
      long others =
          granted.values().stream().mapToLong(each -> each).sum() - granted.getOrDefault("A", 0L);
      assertThat(others).isLessThanOrEqualTo(Math.max(0, came - 7));
    });
  }

  @Provide
  Arbitrary<Guard> joinedGuards() {
    Arbitrary<Long> units = Arbitraries.longs().between(0, 9);
    Arbitrary<Guard> levels = Combinators.combine(units, Arbitraries.of(GROUPS))
        .as((level, group) ->
            Guard.criticalLevel(Quantity.of(level), terms -> terms.equals(Clerk.of(group))));
    Arbitrary<Guard> quotas = Combinators.combine(Arbitraries.of(Spill.class), units, units, units)
        .as((spill, a, b, c) -> Quotas.of(
            GROUP,
            List.of(new QuotaBucket(
                WEEK,
                spill,
                List.of(
                    Quota.of("C", Quantity.of(c)),
                    Quota.of("A", Quantity.of(a)).under("C").ranked(1),
                    Quota.of("B", Quantity.of(b)).under("C").ranked(2))))));
    Arbitrary<Guard> protections = Combinators.combine(Arbitraries.of(Reach.class), units, units)
        .as((reach, first, second) -> Protections.of(
            GROUP,
            reach,
            List.of(
                new Protection("B", Quantity.of(first), MONDAY, NEXT),
                new Protection("A", Quantity.of(second), MONDAY, NEXT))));
    return Arbitraries.oneOf(levels, quotas, protections)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(guards -> guards.stream().reduce(Guard::and).orElseThrow());
  }

  /** Whatever guards are joined, no item is left out, and nobody gets more than came. */
  @Property
  void joinedGuardsNeverHaveAnAllocationRefused(
      @ForAll("rules") ShareRule rule,
      @ForAll("joinedGuards") Guard guard,
      @ForAll("deeds") List<Deed> deeds) {
    run(
        rule,
        guard,
        deeds,
        (clerk, granted, came) -> assertThat(
                granted.values().stream().mapToLong(each -> each).sum())
            .isLessThanOrEqualTo(came));
  }
}
