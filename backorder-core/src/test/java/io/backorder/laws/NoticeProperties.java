package io.backorder.laws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.NoticeFeed;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.CustomerId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.OrderReady;
import io.backorder.ledger.InventoryEvent.PromiseRevised;
import io.backorder.ledger.LedgerEntry;
import io.backorder.promise.PromiseChange;
import io.backorder.storefront.News;
import io.backorder.storefront.Notice;
import io.backorder.storefront.NoticeDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is posted, customers hear of it: the right ones, once, and of nothing that is not so. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class NoticeProperties {

  private static final int CUSTOMERS = 3;

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Kitchen.Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<AllocationPolicy> policies() {
    return Arbitraries.of(
        AllocationPolicy.firstComeFirstServed(),
        AllocationPolicy.priority(),
        AllocationPolicy.smallestFirst());
  }

  /** A shop of which customers are told. */
  private static final class Street {

    private final Inventory inventory;
    private final Consumer<Kitchen.Move> post;
    private final List<InventoryEvent> events = new ArrayList<>();
    private final List<Notice> got = new ArrayList<>();
    private final Set<OrderId> orders = new TreeSet<>();
    private final NoticeDesk desk;
    private final NoticeFeed feed;

    Street(Inventory inventory, Consumer<Kitchen.Move> post, int threshold) {
      this.inventory = inventory;
      this.post = post;
      inventory.listeners().add(events::add);
      desk = NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(2));
      feed =
          NoticeFeed.builder(inventory, Street::customer).threshold(threshold).tell(desk);
    }

    static Street ofPromises(AllocationPolicy policy, int threshold) {
      PromiseShop shop = new PromiseShop(Stores.next(), policy);
      return new Street(shop.inventory(), shop::post, threshold);
    }

    static Street ofKits(AllocationPolicy policy) {
      Kitchen kitchen = new Kitchen(Stores.next(), policy);
      return new Street(kitchen.inventory(), kitchen::post, 1);
    }

    /** Some orders are nobody's. */
    private static Optional<CustomerId> customer(OrderId order) {
      int number = order.hashCode() & 0xFF;
      return number % 7 == 0
          ? Optional.empty()
          : Optional.of(CustomerId.of("C" + number % CUSTOMERS));
    }

    Map<OrderLineId, LineStatus> lines() {
      Map<OrderLineId, LineStatus> lines = new LinkedHashMap<>();
      for (OrderId order : orders) {
        Order placed = inventory.order(order).orElseThrow();
        placed.lines().forEach(line -> lines.put(line.id(), line));
      }
      return lines;
    }

    /** Posts a document, and returns what it did; empty for one that wrote nothing. */
    Optional<Step> step(Kitchen.Move move) {
      Map<OrderLineId, LineStatus> before = lines();
      long records = inventory.ledger().size();
      events.clear();
      post.accept(move);
      if (inventory.ledger().size() == records) {
        return Optional.empty();
      }
      inventory.ledger().after(records, Integer.MAX_VALUE).stream()
          .filter(each -> each.entry() instanceof LedgerEntry.Ordered)
          .map(each -> (LedgerEntry.Ordered) each.entry())
          .forEach(each -> orders.add(each.claim().line().order()));
      return Optional.of(new Step(before, lines(), List.copyOf(events), records));
    }

    Instant latest() {
      long size = inventory.ledger().size();
      return inventory.ledger().after(size - 1, 1).get(0).recordedAt();
    }

    /** Reads on, and returns what was handed over but for reminders. */
    List<Notice> hear() {
      got.clear();
      feed.due(latest());
      return got.stream().filter(each -> !isReminder(each)).toList();
    }
  }

  private static boolean isReminder(Notice notice) {
    return notice.news().stream().anyMatch(News.StillWaiting.class::isInstance);
  }

  /** What one document did, as everybody can see who reads orders and listens. */
  record Step(
      Map<OrderLineId, LineStatus> before,
      Map<OrderLineId, LineStatus> after,
      List<InventoryEvent> events,
      long position) {

    private long waited(OrderLineId line) {
      LineStatus status = before.get(line);
      return status == null ? 0 : status.backordered().units();
    }

    private LineStatus now(OrderLineId line) {
      return requireNonNull(after.get(line), line::toString);
    }

    private long waits(OrderLineId line) {
      return now(line).backordered().units();
    }

    private long shipped(OrderLineId line) {
      LineStatus status = before.get(line);
      return now(line).shipped().units()
          - (status == null ? 0 : status.shipped().units());
    }

    /** Units that were cancelled or taken off. */
    private long givenUp(OrderLineId line) {
      LineStatus status = before.get(line);
      if (status == null) {
        return 0;
      }
      long cancelled = now(line).cancelled().units() - status.cancelled().units();
      long lowered = status.ordered().units() - now(line).ordered().units();
      return cancelled + Math.max(0, lowered);
    }

    /** What the customer of a line should hear, as text. */
    private List<String> news(OrderLineId line, int threshold) {
      List<String> news = new ArrayList<>();
      long gone = givenUp(line);
      add(news, "Cancelled", gone);
      // waiting units are given up before others
      long moved = waits(line) - Math.max(0, waited(line) - gone);
      add(news, "Backordered", moved);
      add(news, "BackInStock", -moved);
      add(news, "Shipped", shipped(line));
      if (waited(line) > 0 && isSlip(line, threshold)) {
        news.add("Delayed");
      }
      return news;
    }

    private static void add(List<String> news, String kind, long units) {
      if (units > 0) {
        news.add(kind + " " + units);
      }
    }

    private boolean isSlip(OrderLineId line, int threshold) {
      return events.stream()
          .filter(PromiseRevised.class::isInstance)
          .map(PromiseRevised.class::cast)
          .anyMatch(each -> each.line().equals(line)
              && (each.to().isEmpty()
                  || ChronoUnit.DAYS.between(each.from(), each.to().orElseThrow()) >= threshold));
    }
  }

  private static String text(News news) {
    String kind = news.getClass().getSimpleName();
    return news instanceof News.OfUnits units ? kind + " " + units.quantity() : kind;
  }

  private static Optional<OrderLineId> line(News news) {
    if (news instanceof News.OfUnits units) {
      return Optional.of(units.line());
    } else if (news instanceof News.Delayed delayed) {
      return Optional.of(delayed.change().line());
    }
    return news instanceof News.Sooner sooner
        ? Optional.of(sooner.change().line())
        : Optional.empty();
  }

  /** Whether a day that moved by less than the threshold at once may be told now is for a law of its own. */
  private static void requireHeard(Step step, List<Notice> heard, int threshold) {
    Map<OrderLineId, List<String>> told = new HashMap<>();
    for (Notice notice : heard) {
      notice
          .news()
          .forEach(news -> line(news)
              .ifPresent(
                  line -> told.computeIfAbsent(line, key -> new ArrayList<>()).add(text(news))));
    }
    assertThat(step.after().keySet()).as("lines of hosts").containsAll(told.keySet());
    for (OrderLineId line : step.after().keySet()) {
      List<String> expected =
          Street.customer(line.order()).isEmpty() ? List.of() : step.news(line, threshold);
      List<String> found = new ArrayList<>(told.getOrDefault(line, List.of()));
      found.remove("Sooner");
      if (!expected.contains("Delayed") && threshold > 1) {
        found.remove("Delayed");
      }
      assertThat(found).as("%s after %s", line, step.events()).hasSameElementsAs(expected);
      assertThat(found).hasSameSizeAs(expected);
    }
  }

  private static void requireReadiness(Step step, List<Notice> heard) {
    List<OrderId> expected = step.events().stream()
        .filter(OrderReady.class::isInstance)
        .map(event -> ((OrderReady) event).order())
        .filter(order -> Street.customer(order).isPresent())
        .toList();
    List<OrderId> found = heard.stream()
        .flatMap(each -> each.news().stream())
        .filter(News.ReadyToShip.class::isInstance)
        .map(News::order)
        .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void requireEachToldOnce(Street street, List<Kitchen.Move> moves, int threshold) {
    Set<Notice.Id> ids = new HashSet<>();
    for (Kitchen.Move move : moves) {
      Optional<Step> step = street.step(move);
      if (step.isPresent()) {
        List<Notice> heard = street.hear();
        assertThat(heard).extracting(Notice::customer).doesNotHaveDuplicates();
        assertThat(heard)
            .allSatisfy(each -> each.news()
                .forEach(
                    news -> assertThat(Street.customer(news.order())).contains(each.customer())));
        heard.forEach(each -> assertThat(ids.add(each.id())).as("%s", each.id()).isTrue());
        requireHeard(step.orElseThrow(), heard, threshold);
        requireReadiness(step.orElseThrow(), heard);
      }
    }
  }

  @Property(tries = 500, seed = Histories.SEED)
  void eachCustomerHearsOnceOfWhatADocumentDid(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("policies") AllocationPolicy policy,
      @ForAll @IntRange(min = 1, max = 4) int threshold) {
    requireEachToldOnce(Street.ofPromises(policy, threshold), moves, threshold);
  }

  @Property(tries = 400, seed = Histories.SEED)
  void kitsAreToldOfAsKits(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    requireEachToldOnce(Street.ofKits(policy), moves, 1);
  }

  /** The day that a customer was told last is never far from that in the ledger, and each news begins with it. */
  @Property(tries = 500, seed = Histories.SEED)
  void aToldDayIsNearTheOneInTheLedgerAndChangesFromWhatWasTold(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("policies") AllocationPolicy policy,
      @ForAll @IntRange(min = 1, max = 4) int threshold) {
    PromiseShop shop = new PromiseShop(Stores.next(), policy);
    Street street = new Street(shop.inventory(), shop::post, threshold);
    Map<OrderLineId, Optional<LocalDate>> told = new HashMap<>();
    for (Kitchen.Move move : moves) {
      if (street.step(move).isPresent()) {
        street.hear().forEach(notice -> notice.news().forEach(news -> hear(news, told)));
        street.lines().forEach((line, status) -> {
          if (!status.backordered().isZero() && Street.customer(line.order()).isPresent()) {
            requireNear(told.getOrDefault(line, Optional.empty()), shop.heard(line), threshold);
          }
        });
      }
    }
  }

  private static void hear(News news, Map<OrderLineId, Optional<LocalDate>> told) {
    Optional<PromiseChange> change = news instanceof News.Delayed delayed
        ? Optional.of(delayed.change())
        : news instanceof News.Sooner sooner ? Optional.of(sooner.change()) : Optional.empty();
    change.ifPresent(each -> {
      assertThat(each.before().by()).isEqualTo(told.get(each.line()));
      assertThat(each.days().orElse(1) > 0 && each.kind() != PromiseChange.Kind.MADE)
          .isEqualTo(news instanceof News.Delayed);
      told.put(each.line(), each.after().by());
    });
    if (news instanceof News.Backordered waits) {
      told.put(waits.line(), waits.promise().by());
    }
  }

  private static void requireNear(
      Optional<LocalDate> told, Optional<LocalDate> heard, int threshold) {
    assertThat(told.isPresent()).isEqualTo(heard.isPresent());
    if (told.isPresent()) {
      assertThat(Math.abs(ChronoUnit.DAYS.between(told.orElseThrow(), heard.orElseThrow())))
          .isLessThan(threshold);
    }
  }

  @Property(tries = 300, seed = Histories.SEED)
  void readingAgainFromAnywhereTellsNothingTwice(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("policies") AllocationPolicy policy,
      @ForAll @IntRange(max = 100) int percent) {
    Street street = Street.ofPromises(policy, 2);
    moves.forEach(street::step);
    long size = street.inventory.ledger().size();
    if (size == 0) {
      return;
    }
    street.hear();
    List<Notice> all = List.copyOf(street.got);
    assertThat(street.feed.position()).isEqualTo(size);
    long position = size * percent / 100;

    NoticeFeed same = NoticeFeed.builder(street.inventory, Street::customer)
        .threshold(2)
        .after(position)
        .tell(street.desk);
    street.got.clear();
    same.due(street.latest());
    assertThat(street.got).isEmpty();

    List<Notice> anew = new ArrayList<>();
    NoticeFeed fresh = NoticeFeed.builder(street.inventory, Street::customer)
        .threshold(2)
        .after(position)
        .tell(NoticeDesk.of((customer, notices) -> anew.addAll(notices)));
    fresh.due(street.latest());
    assertThat(anew).extracting(Notice::id).doesNotHaveDuplicates();
    assertThat(anew).isSubsetOf(all);
    assertThat(anew).containsAll(behind(street, all, position));
    assertThat(fresh.position()).isEqualTo(size);
  }

  /** The notices of documents that wrote a record behind a position. */
  private static List<Notice> behind(Street street, List<Notice> all, long position) {
    Set<String> documents = new HashSet<>();
    street.inventory.ledger().after(position, Integer.MAX_VALUE).stream()
        .map(each -> each.document().toString())
        .forEach(documents::add);
    return all.stream().filter(each -> documents.contains(each.id().change())).toList();
  }

  /** A feed that is read now and then hears the same as one that is read after each document. */
  @Property(tries = 200, seed = Histories.SEED)
  void itDoesNotMatterWhenTheLedgerIsRead(
      @ForAll("moves") List<Kitchen.Move> moves, @ForAll("policies") AllocationPolicy policy) {
    Street often = Street.ofKits(policy);
    Street once = Street.ofKits(policy);
    List<Notice> heard = new ArrayList<>();
    for (Kitchen.Move move : moves) {
      once.step(move);
      if (often.step(move).isPresent()) {
        heard.addAll(often.hear());
      }
    }
    if (once.inventory.ledger().size() > 0) {
      assertThat(once.hear()).containsExactlyInAnyOrderElementsOf(heard);
    }
  }

  private static Stream<LineStatus> waiting(Street street, CustomerId customer) {
    return street.lines().values().stream()
        .filter(line -> !line.backordered().isZero())
        .filter(line -> Street.customer(line.id().order()).equals(Optional.of(customer)));
  }

  @Property(tries = 400, seed = Histories.SEED)
  void whoWaitsIsRemindedOfThatAndNobodyElse(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("policies") AllocationPolicy policy,
      @ForAll @IntRange(max = 4) int restartAfter) {
    Street street = Street.ofPromises(policy, 3);
    Map<CustomerId, Instant> last = new HashMap<>();
    List<Notice> got = new ArrayList<>();
    NoticeDesk desk = NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(2));
    NoticeFeed feed =
        NoticeFeed.builder(street.inventory, Street::customer).threshold(3).tell(desk);
    int posted = 0;
    for (Kitchen.Move move : moves) {
      if (street.step(move).isPresent()) {
        if (posted++ == restartAfter) {
          desk = NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(2));
          feed = NoticeFeed.builder(street.inventory, Street::customer)
              .threshold(3)
              .after(feed.position())
              .tell(desk);
        }
        got.clear();
        feed.due(street.latest());
        got.forEach(
            each -> last.merge(each.customer(), each.at(), (a, b) -> a.isBefore(b) ? b : a));
        requireReminders(street, got, last);
      }
    }
  }

  private static void requireReminders(
      Street street, List<Notice> got, Map<CustomerId, Instant> last) {
    for (Notice notice : got) {
      if (isReminder(notice)) {
        Map<OrderLineId, Long> reminded = new HashMap<>();
        notice.news().forEach(news -> {
          News.StillWaiting still = (News.StillWaiting) news;
          reminded.put(still.line(), still.quantity().units());
        });
        Map<OrderLineId, Long> waiting = new HashMap<>();
        waiting(street, notice.customer())
            .forEach(line -> waiting.put(line.id(), line.backordered().units()));
        assertThat(reminded).isEqualTo(waiting);
      }
    }
    for (int i = 0; i < CUSTOMERS; i++) {
      CustomerId customer = CustomerId.of("C" + i);
      if (waiting(street, customer).findAny().isPresent()) {
        assertThat(Duration.between(last.get(customer), street.latest()))
            .as("%s", customer)
            .isLessThan(Duration.ofDays(2));
      }
    }
  }
}
