package io.backorder.rationing;

import static io.backorder.rationing.Clerk.FRIDAY;
import static io.backorder.rationing.Clerk.GROUP;
import static io.backorder.rationing.Clerk.LAMP;
import static io.backorder.rationing.Clerk.MONDAY;
import static io.backorder.rationing.Clerk.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Guard.Limit;
import io.backorder.allocation.Reason;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.CustomerId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.explanation.Explanation;
import io.backorder.explanation.Extent;
import io.backorder.explanation.Remedy;
import io.backorder.explanation.ShortageReason.Rationed;
import io.backorder.posting.CountStock;
import io.backorder.posting.ReceiveStock;
import io.backorder.rationing.Protections.Reach;
import io.backorder.rationing.QuotaBucket.Spill;
import io.backorder.rationing.QuotaBucket.Time;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is kept from a line by quotas, protections and critical levels is told, and what would help. */
final class ExplainedLimitsProperties {

  private static final List<String> GROUPS = List.of("A", "B", "C", "");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final long PLENTY = 1_000;

  /** One document: an order of a group, a receipt, or the cancellation of an order. */
  record Deed(int kind, int group, long units) {}

  /** The limits of a world: the units of A, B and C, and how they stand to each other. */
  record Limits(int kind, Spill spill, List<Long> units) {

    Guard guard(long moreForB) {
      Guard quotas = quotas(moreForB);
      Guard protections = Protections.of(
          GROUP,
          spill == Spill.NONE ? Reach.EVERYBODY : Reach.LESS_IMPORTANT,
          List.of(
              new Protection("A", Quantity.of(units.get(0)), MONDAY, NEXT),
              new Protection("C", Quantity.of(units.get(2)), MONDAY, NEXT)));
      Guard level = Guard.criticalLevel(
          Quantity.of(units.get(1)),
          terms -> terms.customer().equals(Optional.of(CustomerId.of("A"))));
      return switch (kind) {
        case 0 -> quotas;
        case 1 -> protections;
        case 2 -> level;
        case 3 -> quotas.and(level);
        default -> protections.and(quotas);
      };
    }

    /** Whether no group draws on what others may draw on before it has drawn on its own. */
    boolean areApart() {
      return spill == Spill.NONE && kind != 2 && kind != 3;
    }

    private Guard quotas(long more) {
      return Quotas.of(
          GROUP,
          List.of(new QuotaBucket(
              new Time(MONDAY, FRIDAY, NEXT),
              spill,
              List.of(
                  Quota.of("C", Quantity.of(units.get(2))),
                  Quota.of("A", Quantity.of(units.get(0))).under("C").ranked(1),
                  Quota.of("B", Quantity.of(units.get(1) + more)).under("C").ranked(2)))));
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(1, 12))
        .as(Deed::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<Limits> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(Spill.values()),
            Arbitraries.longs().between(0, 9).list().ofSize(3))
        .as(Limits::new);
  }

  @Provide
  Arbitrary<ShareRule> rules() {
    return Arbitraries.of(
        ShareRule.oneAfterTheOther(), ShareRule.equalAwards(), ShareRule.proportional());
  }

  /** A copy of a clerk's inventory under another guard. */
  private record Twin(Inventory inventory, OrderLineId line) {

    static Twin of(Clerk clerk, ShareRule share, Guard guard, String order) {
      Inventory copy = Inventory.inMemory()
          .clock(() -> clerk.now)
          .policy(AllocationPolicy.of(Sequence.firstComeFirstServed(), share, guard))
          .replaying(clerk.inventory.ledger().after(0, Integer.MAX_VALUE))
          .build();
      return new Twin(copy, OrderLineId.of(order, "1"));
    }

    boolean isFilledBy(long units) {
      Quantity onHand = inventory.item(LAMP).onHand();
      inventory.post(
          units == 0
              ? CountStock.of("T", List.of(StockUnits.of(LAMP, MAIN, onHand)))
              : ReceiveStock.of("T", LAMP, MAIN, Quantity.of(units)));
      return status().backordered().isZero();
    }

    LineStatus status() {
      return inventory.order(line.order()).orElseThrow().lines().get(0);
    }
  }

  private static Clerk clerk(ShareRule share, Guard guard, List<Deed> deeds, List<String> orders) {
    Clerk clerk = new Clerk(share, guard);
    int number = 0;
    for (Deed deed : deeds) {
      String group = GROUPS.get(deed.group);
      if (deed.kind < 2) {
        orders.add(group + "-" + ++number);
        clerk.place(orders.get(orders.size() - 1), group, deed.units);
      } else if (deed.kind < 4 || orders.isEmpty()) {
        clerk.receive(deed.units);
      } else {
        clerk.cancel(orders.remove((int) deed.units % orders.size()));
      }
    }
    return clerk;
  }

  /** Groups that draw on each other's units are served in turn here: shares are another law's. */
  @Property(tries = 100)
  void limitsAreTrueAndWhatWouldHelpHelps(
      @ForAll("rules") ShareRule any,
      @ForAll("limits") Limits limits,
      @ForAll("deeds") List<Deed> deeds) {
    ShareRule share = limits.areApart() ? any : ShareRule.oneAfterTheOther();
    List<String> orders = new ArrayList<>();
    Clerk clerk = clerk(share, limits.guard(0), deeds, orders);
    for (String order : orders) {
      Explanation why = clerk.inventory.explain(OrderLineId.of(order, "1"));
      LineStatus line =
          clerk.inventory.order(OrderId.of(order)).orElseThrow().lines().get(0);
      if (line.backordered().isZero()) {
        assertThat(why.isEmpty()).isTrue();
        continue;
      }
      assertThat(why.reasons().get(0).code()).isEqualTo(clerk.reason(order));
      boolean rationed = clerk.reason(order).equals(Optional.of(Reason.RATIONED));
      assertThat(rationed && why.reasons().stream().noneMatch(Rationed.class::isInstance))
          .isFalse();
      for (var reason : why.reasons()) {
        if (reason instanceof Rationed it) {
          require(it, group(order), limits, granted(clerk, orders, group(order)));
        }
      }
      assertThat(why.remedies()).as("%s", why).isNotEmpty();
      boolean capped = why.remedies().get(0) instanceof Remedy.CapRaised;
      assertThat(why.remedies().get(0).fills()).as("%s", why).isTrue();
      for (Remedy remedy : why.remedies()) {
        if (remedy instanceof Remedy.Arrival it) {
          requireFewest(clerk, share, limits, order, it);
        } else if (remedy instanceof Remedy.CapRaised it && group(order).equals("B")) {
          requireFewest(clerk, share, limits, order, it);
        }
      }
      assertThat(capped && (limits.kind() == 1 || limits.kind() == 2)).isFalse();
    }
  }

  private static String group(String order) {
    return order.substring(0, order.indexOf('-'));
  }

  private static long granted(Clerk clerk, List<String> orders, String group) {
    return orders.stream()
        .filter(order -> group(order).equals(group))
        .mapToLong(clerk::reserved)
        .sum();
  }

  private static void require(Rationed reason, String group, Limits limits, long granted) {
    if (reason.limit() instanceof Limit.Cap cap) {
      assertThat(cap.group()).isEqualTo(group);
      assertThat(cap.granted().units()).isEqualTo(granted);
      assertThat(cap.most().units()).isEqualTo(limits.units().get(GROUPS.indexOf(group)));
      assertThat(cap.from()).isEqualTo(MONDAY);
    } else if (reason.limit() instanceof Limit.KeptFor kept) {
      assertThat(kept.group()).isNotEqualTo(group).isIn("A", "C");
      assertThat(kept.units().units())
          .isPositive()
          .isLessThanOrEqualTo(limits.units().get(GROUPS.indexOf(kept.group())));
    } else if (reason.limit() instanceof Limit.Level level) {
      assertThat(level.units().units()).isEqualTo(limits.units().get(1)).isPositive();
      assertThat(group).isNotEqualTo("A");
    } else {
      throw new AssertionError("every guard here tells its limits: " + reason);
    }
  }

  private static void requireFewest(
      Clerk clerk, ShareRule share, Limits limits, String order, Remedy.Arrival remedy) {
    long units = remedy.units().get(0).quantity().units();
    assertThat(remedy.extent()).isEqualTo(Extent.EXACT);
    assertThat(Twin.of(clerk, share, limits.guard(0), order).isFilledBy(units)).isTrue();
    for (long less = 0; less < units; less++) {
      assertThat(Twin.of(clerk, share, limits.guard(0), order).isFilledBy(less))
          .as("%s fills, not %s", less, remedy)
          .isFalse();
    }
  }

  private static void requireFewest(
      Clerk clerk, ShareRule share, Limits limits, String order, Remedy.CapRaised remedy) {
    long by = remedy.by().units();
    long units =
        remedy.arriving().stream().mapToLong(each -> each.quantity().units()).sum();
    assertThat(Twin.of(clerk, share, limits.guard(by), order).isFilledBy(units)).isTrue();
    assertThat(Twin.of(clerk, share, limits.guard(by - 1), order).isFilledBy(PLENTY))
        .isFalse();
    if (units > 0) {
      assertThat(Twin.of(clerk, share, limits.guard(by), order).isFilledBy(units - 1))
          .isFalse();
    }
  }
}
