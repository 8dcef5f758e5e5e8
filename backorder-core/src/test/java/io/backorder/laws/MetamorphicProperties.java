package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.model.Paper;
import io.backorder.model.Shop;
import io.backorder.stock.ItemLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * What two histories have in common. A policy that fills whole lines and passes over those that it
 * cannot fill keeps none of the laws about splitting receipts: its counterexamples stand here.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class MetamorphicProperties {

  /**
   * Policies under which what a line has got depends on the sum of all receipts alone: those that serve
   * in turn, and those that share by the whole need and by what was got before (X14).
   */
  @Provide
  Arbitrary<Shop.Policy> bySums() {
    return Arbitraries.of(Shop.Policy.values())
        .filter(policy -> policy != Shop.Policy.COMPLETE_LINES);
  }

  @Provide
  Arbitrary<Shop.Policy> any() {
    return Arbitraries.of(Shop.Policy.values());
  }

  @Provide
  Arbitrary<List<Long>> needs() {
    return Shops.needs();
  }

  /** Orders with the given needs, of mixed urgency and due days. */
  private static Kernel waiting(Shop.Policy policy, List<Long> needs) {
    Kernel kernel = new Kernel(Shops.of(policy));
    for (int i = 0; i < needs.size(); i++) {
      Paper.Terms terms = new Paper.Terms(i % 4, "", "", Paper.Terms.STANDARD.rules());
      Paper.Ask ask = new Paper.Ask("1", "A", needs.get(i), i * 7 % 3);
      kernel.post(new Paper.Place("O" + i, List.of(ask), terms));
    }
    return kernel;
  }

  /** What each order has got after the receipts. */
  private static List<Long> grants(Shop.Policy policy, List<Long> needs, long... receipts) {
    Kernel kernel = waiting(policy, needs);
    for (int i = 0; i < receipts.length; i++) {
      if (receipts[i] > 0) {
        kernel.post(Shops.receipt("R" + i, receipts[i]));
      }
    }
    return grants(kernel, needs.size());
  }

  private static List<Long> grants(Kernel kernel, int orders) {
    List<Long> grants = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      grants.add(kernel.line("O" + i).reserved().units());
    }
    return grants;
  }

  /** X1. */
  @Property
  void twoReceiptsGiveWhatTheirSumGives(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 0, max = 20) long a,
      @ForAll @LongRange(min = 0, max = 20) long b) {
    assertThat(grants(policy, needs, a, b)).isEqualTo(grants(policy, needs, a + b));
  }

  /** X2. */
  @Property
  void theOrderOfTwoReceiptsDoesNotMatter(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 0, max = 20) long a,
      @ForAll @LongRange(min = 0, max = 20) long b) {
    assertThat(grants(policy, needs, a, b)).isEqualTo(grants(policy, needs, b, a));
  }

  /** X3. */
  @Property
  void unitByUnitGivesWhatOneReceiptGives(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @IntRange(min = 0, max = 30) int units) {
    long[] single = new long[units];
    Arrays.fill(single, 1);
    assertThat(grants(policy, needs, single)).isEqualTo(grants(policy, needs, units));
  }

  /** X1 and X3 are false of complete lines: needs 2, 1 and receipts 1, 1. */
  @Example
  void completeLinesGetOtherwiseUnitByUnit() {
    List<Long> needs = List.of(2L, 1L);
    assertThat(grants(Shop.Policy.COMPLETE_LINES, needs, 1, 1)).containsExactly(0L, 1L);
    assertThat(grants(Shop.Policy.COMPLETE_LINES, needs, 2)).containsExactly(2L, 0L);
  }

  /** X2 is false of complete lines: needs 3, 2 and receipts 1, 2. */
  @Example
  void completeLinesGetOtherwiseInAnotherOrder() {
    List<Long> needs = List.of(3L, 2L);
    assertThat(grants(Shop.Policy.COMPLETE_LINES, needs, 1, 2)).containsExactly(3L, 0L);
    assertThat(grants(Shop.Policy.COMPLETE_LINES, needs, 2, 1)).containsExactly(0L, 2L);
  }

  /** X4. */
  @Property
  void oneMoreUnitHurtsNobody(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 30) long units) {
    List<Long> fewer = grants(policy, needs, units);
    List<Long> more = grants(policy, needs, units + 1);
    for (int i = 0; i < needs.size(); i++) {
      assertThat(more.get(i)).isGreaterThanOrEqualTo(fewer.get(i));
    }
  }

  /** X5. */
  @Property
  void allThatCanBeGivenIsGiven(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 60) long units) {
    long given = grants(policy, needs, units).stream().mapToLong(each -> each).sum();
    assertThat(given)
        .isEqualTo(Math.min(units, needs.stream().mapToLong(each -> each).sum()));
  }

  /** X9: under every policy that ranks a newcomer last. */
  @Property
  void aNewLastLineRaisesNobodysShare(
      @ForAll("byArrival") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 9) long need,
      @ForAll @LongRange(min = 1, max = 60) long units) {
    List<Long> longer = new ArrayList<>(needs);
    longer.add(need);
    List<Long> with = grants(policy, longer, units);
    List<Long> without = grants(policy, needs, units);
    for (int i = 0; i < needs.size(); i++) {
      assertThat(with.get(i)).isLessThanOrEqualTo(without.get(i));
    }
  }

  @Provide
  Arbitrary<Shop.Policy> byArrival() {
    return Arbitraries.of(
        Shop.Policy.FIFO,
        Shop.Policy.COMPLETE_LINES,
        Shop.Policy.FAIR_SHARE,
        Shop.Policy.EQUAL_LOSSES,
        Shop.Policy.PROPORTIONAL);
  }

  /** X10: by first come first served, and for complete lines, a new last line changes nothing. */
  @Property
  void aNewLastLineChangesNobodysShareWhereLinesAreServedInTurn(
      @ForAll @IntRange(min = 0, max = 1) int which,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 9) long need,
      @ForAll @LongRange(min = 1, max = 60) long units) {
    Shop.Policy policy = which == 0 ? Shop.Policy.FIFO : Shop.Policy.COMPLETE_LINES;
    List<Long> longer = new ArrayList<>(needs);
    longer.add(need);
    List<Long> with = grants(policy, longer, units);
    assertThat(with.subList(0, needs.size())).isEqualTo(grants(policy, needs, units));
  }

  /** X10 is false of shares, and of the smallest first. */
  @Example
  void aNewLastLineLowersTheSharesOfOthers() {
    for (Shop.Policy policy : List.of(Shop.Policy.FAIR_SHARE, Shop.Policy.PROPORTIONAL)) {
      assertThat(grants(policy, List.of(4L, 4L), 4)).containsExactly(2L, 2L);
      assertThat(grants(policy, List.of(4L, 4L, 4L), 4)).containsExactly(2L, 1L, 1L);
    }
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(2L, 2L), 2)).containsExactly(1L, 1L);
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(2L, 2L, 4L), 2))
        .containsExactly(0L, 0L, 2L);
    assertThat(grants(Shop.Policy.SMALLEST_FIRST, List.of(3L), 2)).containsExactly(2L);
    assertThat(grants(Shop.Policy.SMALLEST_FIRST, List.of(3L, 1L), 2)).containsExactly(1L, 1L);
  }

  /** X7: scaled needs and supply give scaled grants where lines are served in turn. */
  @Property
  void scalingScalesWhatEverybodyGetsWhereLinesAreServedInTurn(
      @ForAll("served") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 30) long units,
      @ForAll @LongRange(min = 2, max = 9) long by) {
    List<Long> scaled = needs.stream().map(need -> need * by).toList();
    assertThat(grants(policy, scaled, units * by))
        .isEqualTo(grants(policy, needs, units).stream().map(got -> got * by).toList());
  }

  @Provide
  Arbitrary<Shop.Policy> served() {
    return Arbitraries.of(Shop.Policy.values()).filter(policy -> !policy.isSharing());
  }

  /** X7 is false of shares: the odd unit is shared as well. */
  @Example
  void scalingSharesTheOddUnit() {
    assertThat(grants(Shop.Policy.FAIR_SHARE, List.of(2L, 2L), 1)).containsExactly(1L, 0L);
    assertThat(grants(Shop.Policy.FAIR_SHARE, List.of(4L, 4L), 2)).containsExactly(1L, 1L);
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(2L, 2L), 1)).containsExactly(1L, 0L);
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(4L, 4L), 2)).containsExactly(1L, 1L);
    assertThat(grants(Shop.Policy.PROPORTIONAL, List.of(2L, 2L), 1)).containsExactly(1L, 0L);
    assertThat(grants(Shop.Policy.PROPORTIONAL, List.of(4L, 4L), 2)).containsExactly(1L, 1L);
  }

  /** X8: two neighbours get together what one line of both needs gets. */
  @Property
  void splittingALineInTwoNeighboursKeepsItsTotal(
      @ForAll("needs") List<Long> needs,
      @ForAll @IntRange(min = 0, max = 5) int which,
      @ForAll @LongRange(min = 1, max = 9) long part,
      @ForAll @LongRange(min = 1, max = 60) long units) {
    int split = which % needs.size();
    List<Long> parted = new ArrayList<>(needs);
    parted.add(split + 1, part);
    List<Long> joined = new ArrayList<>(needs);
    joined.set(split, needs.get(split) + part);
    List<Long> apart = grants(Shop.Policy.FIFO, parted, units);
    assertThat(apart.get(split) + apart.get(split + 1))
        .isEqualTo(grants(Shop.Policy.FIFO, joined, units).get(split));
  }

  /** X8 is false of whole lines, of the smallest first, and of shares. */
  @Example
  void splittingALineChangesItsTotalUnderOtherPolicies() {
    assertThat(grants(Shop.Policy.COMPLETE_LINES, List.of(2L), 1)).containsExactly(0L);
    assertThat(grants(Shop.Policy.COMPLETE_LINES, List.of(1L, 1L), 1)).containsExactly(1L, 0L);
    assertThat(grants(Shop.Policy.SMALLEST_FIRST, List.of(2L, 1L), 1)).containsExactly(0L, 1L);
    assertThat(grants(Shop.Policy.SMALLEST_FIRST, List.of(1L, 1L, 1L), 1))
        .containsExactly(1L, 0L, 0L);
    assertThat(grants(Shop.Policy.FAIR_SHARE, List.of(2L, 2L), 2)).containsExactly(1L, 1L);
    assertThat(grants(Shop.Policy.FAIR_SHARE, List.of(1L, 1L, 2L), 2)).containsExactly(1L, 1L, 0L);
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(4L, 2L), 2)).containsExactly(2L, 0L);
    assertThat(grants(Shop.Policy.EQUAL_LOSSES, List.of(2L, 2L, 2L), 2))
        .containsExactly(1L, 1L, 0L);
    assertThat(grants(Shop.Policy.PROPORTIONAL, List.of(2L, 3L), 1)).containsExactly(0L, 1L);
    assertThat(grants(Shop.Policy.PROPORTIONAL, List.of(2L, 2L, 1L), 1))
        .containsExactly(1L, 0L, 0L);
  }

  /** X12 and F6: equal needs get equally much, but for a unit that goes to the earlier line. */
  @Property
  void equalNeedsGetTheSameButForOneUnit(
      @ForAll("sharing") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 60) long units) {
    List<Long> grants = grants(policy, needs, units);
    for (int i = 0; i < needs.size(); i++) {
      for (int j = i + 1; j < needs.size(); j++) {
        if (needs.get(i).equals(needs.get(j))) {
          assertThat(grants.get(i) - grants.get(j)).isBetween(0L, 1L);
        }
      }
    }
  }

  @Provide
  Arbitrary<Shop.Policy> sharing() {
    return Arbitraries.of(Shop.Policy.values()).filter(Shop.Policy::isSharing);
  }

  /** X12 is false where lines are served in turn. */
  @Example
  void equalNeedsAreServedOneAfterTheOtherInTurn() {
    for (Shop.Policy policy : List.of(Shop.Policy.FIFO, Shop.Policy.SMALLEST_FIRST)) {
      assertThat(grants(policy, List.of(3L, 3L), 3)).containsExactly(3L, 0L);
    }
    assertThat(grants(Shop.Policy.COMPLETE_LINES, List.of(3L, 3L), 3)).containsExactly(3L, 0L);
  }

  /** X11. */
  @Property
  void receivingAndCancellingCommute(
      @ForAll("bySums") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 60) long units,
      @ForAll @IntRange(min = 0, max = 5) int which) {
    int cancelled = which % needs.size();
    Kernel one = waiting(policy, needs);
    one.post(Shops.receipt("R", units));
    one.post(new Paper.CancelAll("X", "O" + cancelled));
    Kernel other = waiting(policy, needs);
    other.post(new Paper.CancelAll("X", "O" + cancelled));
    other.post(Shops.receipt("R", units));
    assertThat(grants(one, needs.size())).isEqualTo(grants(other, needs.size()));
  }

  /** X17. */
  @Property
  void whatWasReceivedAndWrittenOffLeavesEveryBalance(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long units) {
    Kernel kernel = new Kernel(Shops.PLAIN);
    ItemLevels before = kernel.inventory.item(kernel.skus().get(0));
    kernel.post(Shops.receipt("R", units));
    kernel.post(new Paper.Adjust("J", new Paper.Units("A", "MAIN", -units), "gone"));
    assertThat(kernel.inventory.item(kernel.skus().get(0))).isEqualTo(before);
  }

  /** X18. */
  @Property
  void anOrderThatCameAndWentBeforeAnySupplyChangesNothingForOthers(
      @ForAll("any") Shop.Policy policy,
      @ForAll("needs") List<Long> needs,
      @ForAll @LongRange(min = 1, max = 60) long units,
      @ForAll @LongRange(min = 1, max = 9) long need) {
    Kernel with = new Kernel(Shops.of(policy));
    with.post(Shops.order("GONE", need));
    Kernel without = new Kernel(Shops.of(policy));
    for (int i = 0; i < needs.size(); i++) {
      with.post(Shops.order("O" + i, needs.get(i)));
      without.post(Shops.order("O" + i, needs.get(i)));
    }
    with.post(new Paper.CancelAll("X", "GONE"));
    with.post(Shops.receipt("R", units));
    without.post(Shops.receipt("R", units));
    assertThat(grants(with, needs.size())).isEqualTo(grants(without, needs.size()));
    assertThat(with.queue()).isEqualTo(without.queue());
  }

  /** X19. */
  @Property
  void placedOnAFullShelfOrFilledByALaterReceiptIsTheSame(
      @ForAll @LongRange(min = 1, max = 9) long need,
      @ForAll @LongRange(min = 0, max = 9) long more) {
    Kernel first = new Kernel(Shops.PLAIN);
    first.post(Shops.receipt("R", need + more));
    first.post(Shops.order("O0", need));
    Kernel later = new Kernel(Shops.PLAIN);
    later.post(Shops.order("O0", need));
    later.post(Shops.receipt("R", need + more));
    assertThat(first.line("O0")).isEqualTo(later.line("O0"));
    assertThat(first.inventory.item(first.skus().get(0)))
        .isEqualTo(later.inventory.item(later.skus().get(0)));
  }

  /** X13: with one cancellation anywhere between, and by first come first served. */
  @Property
  void receiptsAmongOrdersGiveWhatReceiptsAfterThemGive(
      @ForAll("needs") List<Long> needs, @ForAll @IntRange(min = 0, max = 719) int shuffle) {
    List<Long> receipts = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L));
    Collections.shuffle(receipts, new Random(shuffle));
    Kernel among = new Kernel(Shops.PLAIN);
    Kernel after = new Kernel(Shops.PLAIN);
    for (int i = 0; i < needs.size(); i++) {
      among.post(Shops.order("O" + i, needs.get(i)));
      among.post(Shops.receipt("R" + i, receipts.get(i)));
      after.post(Shops.order("O" + i, needs.get(i)));
    }
    for (int i = 0; i < needs.size(); i++) {
      after.post(Shops.receipt("R" + i, receipts.get(i)));
    }
    assertThat(grants(among, needs.size())).isEqualTo(grants(after, needs.size()));
  }
}
