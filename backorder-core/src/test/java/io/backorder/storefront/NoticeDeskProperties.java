package io.backorder.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.NoticeDesk.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is told, repeated, delayed or refused, each customer hears once of each change. */
final class NoticeDeskProperties {

  private static final Instant START = Instant.parse("2026-03-27T15:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final int CUSTOMERS = 3;

  /** One step: a change told, perhaps for the second time, or a delivery; then some time passes. */
  record Step(int kind, int change, int customer, int minutes) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, CUSTOMERS - 1),
            Arbitraries.integers().between(0, 300))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<NoticePreferences> preferences() {
    NoticePreferences atOnce = NoticePreferences.atOnce();
    return Arbitraries.of(
        atOnce,
        atOnce.quietBetween(LocalTime.of(21, 0), LocalTime.of(7, 30), LONDON),
        atOnce.quietBetween(LocalTime.of(0, 30), LocalTime.of(1, 30), LONDON),
        atOnce.dailyAt(LocalTime.of(18, 0), LONDON),
        atOnce.dailyAt(LocalTime.of(1, 30), LONDON),
        atOnce
            .dailyAt(LocalTime.of(23, 0), LONDON)
            .quietBetween(LocalTime.of(22, 0), LocalTime.of(8, 0), LONDON));
  }

  private static CustomerId customer(int number) {
    return CustomerId.of("C" + number);
  }

  private static OrderLineId line(int number) {
    return OrderLineId.of("O" + number, "1");
  }

  /** The change of a number is always the same: one customer waits, or gets, and another hears of it too. */
  private static Change change(int number, Instant at) {
    News waits = new News.BackInStock(line(number), LAMP, Quantity.of(1 + number));
    return new Change(
        "D" + number,
        at,
        Map.of(
            customer(number % CUSTOMERS), List.of(waits, waits),
            customer((number + 1) % CUSTOMERS),
                List.of(new News.ReadyToShip(line(number).order()))));
  }

  /** What a listener got, and whether it was quiet then. */
  private static final class Post implements NoticeListener {

    private final Map<CustomerId, NoticePreferences> preferences = new HashMap<>();
    private final List<Notice> got = new ArrayList<>();
    private Instant now = START;
    private int calls;
    private int failEach = Integer.MAX_VALUE;

    @Override
    public void onNotices(CustomerId customer, List<Notice> notices) {
      if (++calls % failEach == 0) {
        throw new IllegalStateException("no connection");
      }
      assertThat(preferences.getOrDefault(customer, NoticePreferences.atOnce()).isQuiet(now))
          .isFalse();
      notices.forEach(each -> {
        assertThat(each.customer()).isEqualTo(customer);
        assertThat(each.at()).isBeforeOrEqualTo(now);
      });
      got.addAll(notices);
    }
  }

  private static Set<Notice.Id> run(NoticeDesk desk, Post post, List<Step> steps) {
    Set<Notice.Id> expected = new HashSet<>();
    Map<Integer, Instant> first = new HashMap<>();
    for (Step each : steps) {
      if (each.kind() == 0) {
        desk.deliver(post.now);
      } else {
        Change change =
            change(each.change(), first.computeIfAbsent(each.change(), key -> post.now));
        int before = expected.size();
        change
            .news()
            .keySet()
            .forEach(customer -> expected.add(new Notice.Id(change.id(), customer)));
        assertThat(desk.tell(change)).isEqualTo(expected.size() - before);
      }
      post.now = post.now.plus(Duration.ofMinutes(each.minutes()));
    }
    return expected;
  }

  private static void deliverAll(NoticeDesk desk, Post post) {
    for (int i = 0; i < 200 && desk.pending() > 0; i++) {
      Instant next = desk.nextDelivery().orElseThrow();
      post.now = next.isAfter(post.now) ? next : post.now;
      desk.deliver(post.now);
    }
    assertThat(desk.pending()).isZero();
  }

  @Property
  void eachCustomerHearsOnceOfEachChangeAndNothingIsLost(
      @ForAll("steps") List<Step> steps,
      @ForAll("preferences") NoticePreferences one,
      @ForAll("preferences") NoticePreferences other,
      @ForAll @IntRange(min = 2, max = 4) int failEach) {
    Post post = new Post();
    post.failEach = failEach;
    NoticeDesk desk = NoticeDesk.of(post);
    post.preferences.put(customer(0), one);
    post.preferences.put(customer(1), other);
    post.preferences.forEach(desk::prefer);
    Set<Notice.Id> expected = run(desk, post, steps);
    deliverAll(desk, post);

    assertThat(post.got.stream().map(Notice::id)).doesNotHaveDuplicates();
    assertThat(post.got.stream().map(Notice::id)).hasSameElementsAs(expected);
    assertThat(desk.nextDelivery()).isEmpty();
  }

  @Property
  void tellingEverythingAgainTellsNothing(
      @ForAll("steps") List<Step> steps, @ForAll("preferences") NoticePreferences one) {
    Post post = new Post();
    NoticeDesk desk = NoticeDesk.of(post);
    post.preferences.put(customer(0), one);
    desk.prefer(customer(0), one);
    run(desk, post, steps);
    deliverAll(desk, post);
    int got = post.got.size();
    for (Step each : steps) {
      if (each.kind() > 0) {
        assertThat(desk.tell(change(each.change(), START))).isZero();
      }
    }
    deliverAll(desk, post);

    assertThat(post.got).hasSize(got);
  }

  /** A desk that starts anew and is told all again makes the same notices with the same names. */
  @Property
  void aDeskThatStartsAnewMakesTheSameNotices(@ForAll("steps") List<Step> steps) {
    Post one = new Post();
    NoticeDesk first = NoticeDesk.of(one);
    run(first, one, steps);
    deliverAll(first, one);
    Post other = new Post();
    NoticeDesk second = NoticeDesk.of(other);
    run(second, other, steps.stream().filter(each -> each.kind() > 0).toList());
    deliverAll(second, other);

    assertThat(other.got.stream().map(Notice::id))
        .hasSameElementsAs(one.got.stream().map(Notice::id).toList());
  }

  @Property
  void aCustomerHearsOfChangesInTheirOrder(
      @ForAll("steps") List<Step> steps, @ForAll("preferences") NoticePreferences all) {
    Post post = new Post();
    NoticeDesk desk = NoticeDesk.of(post);
    for (int i = 0; i < CUSTOMERS; i++) {
      post.preferences.put(customer(i), all);
      desk.prefer(customer(i), all);
    }
    run(desk, post, steps);
    deliverAll(desk, post);
    for (int i = 0; i < CUSTOMERS; i++) {
      CustomerId customer = customer(i);
      List<Instant> moments = post.got.stream()
          .filter(each -> each.customer().equals(customer))
          .map(Notice::at)
          .toList();
      assertThat(moments).isSorted();
    }
  }

  @Property
  void releaseIsNeverEarlierNorQuietAndIsItsOwnRelease(
      @ForAll("preferences") NoticePreferences preferences,
      @ForAll @IntRange(max = 60 * 24 * 400) int minutes) {
    Instant moment = START.plus(Duration.ofMinutes(minutes));
    Instant release = preferences.release(moment);

    assertThat(release).isAfterOrEqualTo(moment);
    assertThat(release).isBefore(moment.plus(Duration.ofHours(49)));
    assertThat(preferences.isQuiet(release)).isFalse();
    assertThat(preferences.release(moment.plusSeconds(600))).isAfterOrEqualTo(release);
  }

  /** Whoever waits hears at least once in the time agreed, as long as somebody delivers. */
  @Property
  void nobodyWaitsInSilence(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 9) int days) {
    Duration silence = Duration.ofDays(days);
    Post post = new Post();
    NoticeDesk desk = NoticeDesk.of(post, silence);
    CustomerId customer = customer(9);
    desk.tell(Change.of(
        "D99",
        START,
        customer,
        new News.Backordered(line(99), LAMP, Quantity.of(2), Waits.unknown(2))));
    run(desk, post, steps);
    for (int i = 0; i < 20; i++) {
      post.now = post.now.plus(Duration.ofHours(13));
      desk.deliver(post.now);
      Instant last = post.got.stream()
          .filter(each -> each.customer().equals(customer))
          .map(Notice::at)
          .max(Instant::compareTo)
          .orElseThrow();
      assertThat(Duration.between(last, post.now)).isLessThan(silence);
    }
    desk.tell(Change.of(
        "D100", post.now, customer, new News.BackInStock(line(99), LAMP, Quantity.of(2))));
    desk.deliver(post.now);
    assertThat(desk.nextDelivery()).isEmpty();
    assertThat(post.got.stream().map(Notice::id)).doesNotHaveDuplicates();
  }
}
