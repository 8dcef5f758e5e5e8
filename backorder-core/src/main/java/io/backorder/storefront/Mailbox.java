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

  private final CustomerId customer;
  private final Map<String, Instant> told = new HashMap<>();
  private final List<Notice> pending = new ArrayList<>();
  private final Map<OrderLineId, Quantity> waiting = new LinkedHashMap<>();
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

  /** Takes a notice unless the customer was told of that change; answers how many it took. */
  int accept(Notice notice) {
    if (told.putIfAbsent(notice.id().change(), notice.at()) != null) {
      return 0;
    }
    pending.add(notice);
    notice.news().forEach(this::note);
    if (lastNews == null || lastNews.isBefore(notice.at())) {
      lastNews = notice.at();
    }
    return 1;
  }

  private void note(News news) {
    if (news instanceof News.Backordered more) {
      waiting.merge(more.line(), more.quantity(), Quantity::plus);
    } else if (news instanceof News.BackInStock || news instanceof News.Cancelled) {
      less((News.OfUnits) news);
    }
  }

  private void less(News.OfUnits news) {
    waiting.computeIfPresent(news.line(), (line, units) -> units.minusOrZero(news.quantity()));
    waiting.values().removeIf(Quantity::isZero);
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
    return new Notice(new Notice.Id("silence until " + at, customer), at, news);
  }

  /** Takes what may be handed over at a moment into the caller's hand. */
  List<Notice> take(Instant now) {
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
    return told.isEmpty() && pending.isEmpty() && waiting.isEmpty();
  }
}
