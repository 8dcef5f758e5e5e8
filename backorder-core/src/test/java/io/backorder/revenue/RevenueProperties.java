package io.backorder.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.CancelOrder;
import io.backorder.revenue.RevenueEntry.Kind;
import io.backorder.revenue.TestShop.Deed;
import io.backorder.revenue.TestShop.Step;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Deferred revenue, for random histories of a real inventory. */
final class RevenueProperties {

  private static final int TRIES = 300;
  private static final Set<Deed> UNFILLING = EnumSet.of(Deed.ADJUST, Deed.COUNT, Deed.REALLOCATE);
  private static final AtomicInteger HISTORIES = new AtomicInteger();
  private static final Map<Kind, Integer> MET = new ConcurrentHashMap<>();

  /** What happens in a shop, and what its goods cost on which terms. */
  record History(List<PaymentSchedule> schedules, List<Step> steps) {

    TestShop shop() {
      return new TestShop(schedules);
    }
  }

  @Provide
  Arbitrary<History> histories() {
    return Combinators.combine(schedules(0, 0).list().ofSize(3), steps()).as(History::new);
  }

  @Provide
  Arbitrary<History> historiesWithFees() {
    return Combinators.combine(schedules(0, 100).list().ofSize(3), steps()).as(History::new);
  }

  private static Arbitrary<List<Step>> steps() {
    Arbitrary<Deed> deeds = Arbitraries.frequency(
        Tuple.of(4, Deed.PLACE),
        Tuple.of(5, Deed.RECEIVE),
        Tuple.of(4, Deed.SHIP),
        Tuple.of(3, Deed.CANCEL),
        Tuple.of(1, Deed.REFUSE_CONSENT),
        Tuple.of(2, Deed.CHANGE),
        Tuple.of(2, Deed.RETURN),
        Tuple.of(1, Deed.WRITE_OFF),
        Tuple.of(1, Deed.ADJUST),
        Tuple.of(2, Deed.PLACE_KIT),
        Tuple.of(1, Deed.HOLD),
        Tuple.of(1, Deed.COUNT),
        Tuple.of(2, Deed.REALLOCATE),
        Tuple.of(1, Deed.PAY_AHEAD),
        Tuple.of(5, Deed.PAY));
    return Combinators.combine(
            deeds, Arbitraries.integers().between(0, 99), Arbitraries.integers().between(1, 9))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(50)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /** Prices to a hundredth of a cent, in euros and in yen. */
  private static Arbitrary<PaymentSchedule> schedules(int leastKept, int mostKept) {
    Arbitrary<Integer> percents = Arbitraries.integers().between(0, 10_000);
    return Combinators.combine(
            Arbitraries.integers().between(0, 999_999),
            percents.tuple2(),
            Arbitraries.integers().between(leastKept, mostKept),
            Arbitraries.of(TestShop.EUR, TestShop.EUR, TestShop.JPY))
        .as((price, parts, kept, currency) -> new PaymentSchedule(
            UnitPrice.of(BigDecimal.valueOf(price, 4), currency),
            terms(parts.get1(), parts.get2()).keeping(BigDecimal.valueOf(kept))));
  }

  /** The second part is one of what the first leaves. */
  private static PaymentTerms terms(int order, int fill) {
    BigDecimal atOrder = BigDecimal.valueOf(order, 2);
    BigDecimal rest = BigDecimal.valueOf(100).subtract(atOrder);
    return PaymentTerms.percentages(
        atOrder, rest.multiply(BigDecimal.valueOf(fill)).movePointLeft(4));
  }

  private static TestShop played(History history) {
    return played(history, history.shop());
  }

  private static TestShop played(History history, TestShop shop) {
    history.steps().forEach(shop::run);
    HISTORIES.incrementAndGet();
    shop.journal().entries().stream()
        .map(RevenueEntry::kind)
        .distinct()
        .forEach(kind -> MET.merge(kind, 1, Integer::sum));
    return shop;
  }

  /** The generators must have met what the laws are about. */
  @AfterContainer
  static void generatorsWereHonest() {
    if (HISTORIES.get() >= 4 * TRIES) {
      for (Kind kind : Kind.values()) {
        assertThat(MET.getOrDefault(kind, 0) * 100)
            .as("histories with %s, of %s: %s", kind, HISTORIES, MET)
            .isGreaterThanOrEqualTo(5 * HISTORIES.get());
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void deferredRecognisedAndRefundedAddUpToWhatWasPaid(
      @ForAll("historiesWithFees") History history) {
    TestShop shop = played(history, history.shop().withPaymentsAsMade());

    RevenueReport report = shop.journal().report();

    for (LineRevenue line : report.lines()) {
      Money paid = shop.paid().stream()
          .filter(payment -> payment.line().equals(line.line()))
          .map(Payments.Payment::amount)
          .reduce(Money.zero(line.currency()), Money::plus);
      RevenueAccount account = line.account();
      assertThat(account.paid()).isEqualTo(paid);
      assertThat(account.deferred().plus(account.recognised()).plus(account.refunded()))
          .isEqualTo(paid);
      assertThat(account.isBalanced()).isTrue();
    }
    requireSound(shop, report);
    requireAllCounted(shop, report);
  }

  /** What came for lines that are not placed is deferred, so that the sums hold all money. */
  private static void requireAllCounted(TestShop shop, RevenueReport report) {
    assertThat(report.unplaced())
        .allSatisfy(payment -> assertThat(shop.lines()).doesNotContain(payment.line()));
    for (Currency currency : List.of(TestShop.EUR, TestShop.JPY)) {
      Money paid = shop.paid().stream()
          .map(Payments.Payment::amount)
          .filter(amount -> amount.currency().equals(currency))
          .reduce(Money.zero(currency), Money::plus);
      assertThat(report.total(currency).paid()).isEqualTo(paid);
      assertThat(report.total(currency).isBalanced()).isTrue();
      assertThat(report.in(currency).total(currency)).isEqualTo(report.total(currency));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void moneyGoesWithTheUnitsOfTheInventory(@ForAll("historiesWithFees") History history) {
    TestShop shop = played(history);

    requireSound(shop, shop.journal().report());
  }

  private static void requireSound(TestShop shop, RevenueReport report) {
    Reconciliation reconciliation = Reconciliation.of(report, shop.statuses());
    assertThat(reconciliation.differences()).isEmpty();
    assertThat(reconciliation.isSound()).isTrue();
    assertThat(reconciliation.lines()).isEqualTo(shop.lines().size());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whoPaysOnScheduleHasPaidWhatIsDue(@ForAll("histories") History history) {
    TestShop shop = history.shop();
    history.steps().stream().filter(step -> !UNFILLING.contains(step.deed())).forEach(shop::run);

    for (LineRevenue line : shop.journal().report().lines()) {
      assertThat(line.account().net()).isEqualTo(line.schedule().due(line.progress()));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whatIsLostOnTheShelfIsDueOnlyOnce(@ForAll("histories") History history) {
    TestShop shop = played(history);

    for (LineRevenue line : shop.journal().report().lines()) {
      Money due = line.schedule().due(line.progress());
      assertThat(line.account().net()).isGreaterThanOrEqualTo(due);
      assertThat(line.outstanding().signum()).isNotNegative();
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theReportOfAPastInstantIsTheOneMadeThen(@ForAll("historiesWithFees") History history) {
    TestShop shop = history.shop().withPaymentsAsMade();
    List<RevenueJournal> made = new ArrayList<>();
    for (Step step : history.steps()) {
      shop.run(step);
      made.add(shop.journal());
    }
    List<LedgerRecord> records = shop.records();
    for (RevenueJournal then : made) {
      RevenueJournal now = RevenueJournal.of(records, shop, then.report().asOf());
      assertThat(now.report()).isEqualTo(then.report()).hasSameHashCodeAs(then.report());
      assertThat(now.entries()).isEqualTo(then.entries());
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theCurveGoesThroughTheReports(@ForAll("historiesWithFees") History history) {
    TestShop shop = played(history);
    List<Instant> instants = new ArrayList<>();
    for (Instant at = TestShop.OPENS; !at.isAfter(shop.now()); at = at.plusSeconds(180)) {
      instants.add(at);
    }

    for (Currency currency : List.of(TestShop.EUR, TestShop.JPY)) {
      Map<Instant, RevenueAccount> curve = shop.journal().curve(currency, instants);
      assertThat(curve).hasSameSizeAs(instants);
      curve.forEach((at, account) -> assertThat(
              RevenueJournal.of(shop.records(), shop, at).report().total(currency))
          .isEqualTo(account));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void documentsOfOtherItemsMayStandInAnyOrder(
      @ForAll("historiesWithFees") History history, @ForAll Random random) {
    TestShop shop = played(history, history.shop().withPaymentsAsMade());
    Instant asOf =
        TestShop.OPENS.plusSeconds(60L * (1 + random.nextInt(history.steps().size())));
    List<List<LedgerRecord>> documents = documents(shop.records());
    for (int swap = 0; swap < 20 * documents.size(); swap++) {
      int at = random.nextInt(Math.max(1, documents.size() - 1));
      if (at + 1 < documents.size()
          && Collections.disjoint(items(documents.get(at)), items(documents.get(at + 1)))) {
        Collections.swap(documents, at, at + 1);
      }
    }
    List<LedgerRecord> mixed = documents.stream().flatMap(List::stream).toList();

    RevenueJournal inTime = RevenueJournal.of(shop.records(), shop, asOf);
    RevenueJournal outOfTime = RevenueJournal.of(mixed, shop, asOf);

    assertThat(outOfTime.entries()).isEqualTo(inTime.entries());
    assertThat(outOfTime.report().totals()).isEqualTo(inTime.report().totals());
    assertThat(outOfTime.report().lines())
        .containsExactlyInAnyOrderElementsOf(inTime.report().lines());
  }

  private static List<List<LedgerRecord>> documents(List<LedgerRecord> records) {
    List<List<LedgerRecord>> documents = new ArrayList<>();
    for (LedgerRecord record : records) {
      boolean same = !documents.isEmpty()
          && documents.get(documents.size() - 1).get(0).document().equals(record.document());
      if (!same) {
        documents.add(new ArrayList<>());
      }
      documents.get(documents.size() - 1).add(record);
    }
    return documents;
  }

  private static Set<Sku> items(List<LedgerRecord> document) {
    Set<Sku> items = new HashSet<>();
    document.forEach(record -> items.add(record.entry().sku()));
    return items;
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void readingWithoutKeepingTellsTheSame(@ForAll("historiesWithFees") History history) {
    TestShop shop = played(history, history.shop().withPaymentsAsMade());
    List<RevenueEntry> read = new ArrayList<>();
    List<Instant> instants = List.of(TestShop.OPENS.plusSeconds(600), shop.now());
    RevenueCurve curve = RevenueCurve.of(TestShop.EUR, instants);

    RevenueReport report =
        RevenueJournal.read(shop.inventory().ledger(), shop, shop.now(), curve.andThen(read::add));

    assertThat(report).isEqualTo(shop.journal().report());
    assertThat(read).containsExactlyInAnyOrderElementsOf(shop.journal().entries());
    assertThat(curve.points()).isEqualTo(shop.journal().curve(TestShop.EUR, instants));
    for (OrderLineId line : shop.lines()) {
      assertThat(read.stream().filter(entry -> entry.line().equals(line)))
          .containsExactlyElementsOf(shop.journal().entries().stream()
              .filter(entry -> entry.line().equals(line))
              .toList());
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void nothingIsDeferredOnceNothingIsOpen(@ForAll("histories") History history) {
    TestShop shop = played(history);
    for (OrderLineId line : shop.lines()) {
      boolean open = shop.revenue(line).progress().wanted().units()
          > shop.revenue(line).progress().shipped().units();
      if (open) {
        shop.post(CancelOrder.line("end of " + line, line));
      }
    }

    for (LineRevenue line : shop.journal().report().lines()) {
      Quantity shipped = line.progress().shipped();
      assertThat(line.account().deferred().isZero()).isTrue();
      assertThat(line.account().recognised()).isEqualTo(line.schedule().price().of(shipped));
    }
  }
}
