package io.backorder.storefront;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one customer was told, is to be told, and waits for. Guarded by the desk that holds it. */
final class Mailbox {

  private static final String REMINDER = "silence until ";

  private final CustomerId customer;
  private final Map<String, Instant> told = new HashMap<>();
  private final List<Notice> pending = new ArrayList<>();
  private final Map<OrderLineId, Quantity> waiting = new LinkedHashMap<>();

  /** What came of units whose shipping was not told yet, where only news say what waits. */
  private final Map<OrderLineId, Quantity> arrived = new HashMap<>();

  private NoticePreferences preferences;
  private @Nullable Instant lastNews;
  private State state = State.AT_REST;

  private enum State {
    AT_REST,
    IN_HAND
  }

  Mailbox(CustomerId customer, NoticePreferences preferences) {
    this.customer = customer;
    this.preferences = preferences;
  }

  void prefer(NoticePreferences wanted) {
    preferences = wanted;
  }

  /**
   * Takes a notice unless the customer was told of that change; answers how many it took. What waits of
   * lines afterwards holds in either case.
   */
  int accept(Notice notice, Map<OrderLineId, Quantity> standing) {
    boolean known = told.putIfAbsent(notice.id().change(), notice.at()) != null;
    if (known) {
      notice.news().forEach(each -> stand(each, standing));
      return 0;
    }
    pending.add(notice);
    recall(notice, standing);
    return 1;
  }

  /** Takes note of what the customer has heard already. */
  void recall(Notice notice, Map<OrderLineId, Quantity> standing) {
    for (News each : notice.news()) {
      if (!stand(each, standing) && each instanceof News.OfUnits units) {
        move(units);
      }
    }
    if (lastNews == null || lastNews.isBefore(notice.at())) {
      lastNews = notice.at();
    }
  }

  private boolean stand(News news, Map<OrderLineId, Quantity> standing) {
    Quantity units = news instanceof News.OfUnits about ? standing.get(about.line()) : null;
    if (units != null && news instanceof News.OfUnits about) {
      set(waiting, about.line(), units);
    }
    return units != null;
  }

  private static void set(Map<OrderLineId, Quantity> units, OrderLineId line, Quantity number) {
    if (number.isZero()) {
      units.remove(line);
    } else {
      units.put(line, number);
    }
  }

  /** Units that were waited for came, or were cancelled, before others did. */
  private void move(News.OfUnits news) {
    OrderLineId line = news.line();
    Quantity waits = waiting.getOrDefault(line, Quantity.ZERO);
    Quantity came = arrived.getOrDefault(line, Quantity.ZERO);
    if (news instanceof News.Backordered) {
      set(waiting, line, waits.plus(news.quantity()));
    } else if (news instanceof News.BackInStock) {
      set(waiting, line, waits.minusOrZero(news.quantity()));
      set(arrived, line, came.plus(news.quantity()));
    } else if (news instanceof News.Cancelled) {
      set(waiting, line, waits.minusOrZero(news.quantity()));
      set(arrived, line, came.minusOrZero(news.quantity().minusOrZero(waits)));
    } else if (news instanceof News.Shipped) {
      set(waiting, line, waits.minusOrZero(news.quantity().minusOrZero(came)));
      set(arrived, line, came.minusOrZero(news.quantity()));
    }
  }

  /** Returns when something may be handed over next; empty if there is nothing, or it is in somebody's hand. */
  Optional<Instant> due() {
    return state == State.IN_HAND
        ? Optional.empty()
        : pending.stream().map(each -> preferences.release(each.at())).min(Instant::compareTo);
  }

  /** Returns when something may be handed over after a moment at which nothing may. */
  Optional<Instant> dueAfter(Instant now) {
    return due().map(at -> at.isAfter(now) ? at : preferences.release(now.plusNanos(1)));
  }

  /** Returns when the customer last heard anything, if anything of the customer's waits. */
  Optional<Instant> waitsSince() {
    return waiting.isEmpty() ? Optional.empty() : Optional.ofNullable(lastNews);
  }

  /** Returns what breaks a silence, for the last time at which it should have been broken. */
  Notice reminder(Instant since, Instant now, Duration silence) {
    long times = Duration.between(since, now).dividedBy(silence);
    Instant at = since.plus(silence.multipliedBy(times));
    List<News> news = new ArrayList<>();
    waiting.forEach((line, units) -> news.add(new News.StillWaiting(line, units, since)));
    return new Notice(new Notice.Id(REMINDER + at, customer), at, news);
  }

  /** Takes what may be handed over at a moment into the caller's hand. */
  List<Notice> take(Instant now) {
    dropStale();
    List<Notice> ready = preferences.isQuiet(now)
        ? List.of()
        : pending.stream()
            .filter(each -> !preferences.release(each.at()).isAfter(now))
            .toList();
    if (!ready.isEmpty()) {
      state = State.IN_HAND;
    }
    return ready;
  }

  /** Nobody is reminded of waiting for what came or was cancelled meanwhile. */
  private void dropStale() {
    List<Notice> current =
        pending.stream().flatMap(each -> current(each).stream()).toList();
    pending.clear();
    pending.addAll(current);
  }

  private Optional<Notice> current(Notice notice) {
    if (!notice.id().change().startsWith(REMINDER)) {
      return Optional.of(notice);
    }
    List<News> news =
        notice.news().stream().flatMap(each -> current(each).stream()).toList();
    return news.isEmpty()
        ? Optional.empty()
        : Optional.of(new Notice(notice.id(), notice.at(), news));
  }

  private Optional<News> current(News news) {
    return news instanceof News.StillWaiting told
        ? Optional.ofNullable(waiting.get(told.line()))
            .map(units -> new News.StillWaiting(told.line(), units, told.since()))
        : Optional.of(news);
  }

  /** Lays what was taken aside for good. */
  void sent(List<Notice> notices) {
    pending.removeAll(notices);
    state = State.AT_REST;
  }

  /** Lays what was taken back. */
  void failed() {
    state = State.AT_REST;
  }

  /** Forgets which changes from before a moment the customer was told of, but for those still to be sent. */
  void forget(Instant before) {
    told.values().removeIf(at -> at.isBefore(before));
    pending.forEach(each -> told.put(each.id().change(), each.at()));
  }

  int pending() {
    return pending.size();
  }

  boolean isEmpty() {
    return told.isEmpty() && pending.isEmpty() && waiting.isEmpty() && arrived.isEmpty();
  }
}
