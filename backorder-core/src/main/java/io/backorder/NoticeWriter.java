package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.promise.OrderConfidence;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromiseRange;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Consent;
import io.backorder.storefront.News;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts what a document did to an order into news. */
final class NoticeWriter {

  private final Inventory.Agreed agreed;
  private final Wording wording;

  NoticeWriter(Inventory.Agreed agreed, Wording wording) {
    this.agreed = agreed;
    this.wording = wording;
  }

  /** What a shop tells, beside what the ledger says. */
  record Wording(
      int threshold,
      BiFunction<OrderLineId, Quantity, Optional<BigDecimal>> refunds,
      Function<OrderLineId, Optional<Promise>> promises) {

    /** The same without asking anybody for more than the ledger says. */
    Wording plain() {
      return new Wording(threshold, (line, units) -> Optional.empty(), line -> Optional.empty());
    }
  }

  /** A document that goes on with an order. */
  record Chapter(OrderId order, OrderStory story, Instant at) {}

  /** Goes on with the story of an order, and returns what its customer should hear. */
  List<News> write(Chapter chapter, List<LineEntry> entries) {
    boolean wasReady = chapter.story.isReady();
    List<News> news = new ArrayList<>();
    for (OrderStory.Touched line : chapter.story.go(entries)) {
      news.addAll(news(chapter, line));
    }
    if (!wasReady && chapter.story.isReady()) {
      news.add(new News.ReadyToShip(chapter.order));
    }
    return news;
  }

  private List<News> news(Chapter chapter, OrderStory.Touched touched) {
    LineMoves moves = touched.moves();
    List<News> news = new ArrayList<>(2);
    if (!moves.givenUp().isZero()) {
      news.add(cancelled(chapter, moves));
    }
    moved(chapter, touched).ifPresent(news::add);
    if (!moves.backordered().isZero()) {
      news.add(backordered(touched));
    }
    if (!moves.backInStock().isZero()) {
      news.add(new News.BackInStock(moves.line(), moves.sku(), moves.backInStock()));
    }
    if (!moves.shipped().isZero()) {
      news.add(new News.Shipped(moves.line(), moves.sku(), moves.shipped()));
    }
    return news;
  }

  private News cancelled(Chapter chapter, LineMoves moves) {
    Optional<LocalDate> by = terms(moves.sku()).refundBy(day(chapter.at));
    Optional<BigDecimal> amount = requireNonNull(
        wording.refunds.apply(moves.line(), moves.givenUp()), () -> "refund of " + moves.line());
    return new News.Cancelled(
        moves.line(), moves.sku(), moves.givenUp(), new News.Refund(by, amount));
  }

  private BackorderTerms terms(Sku sku) {
    return requireNonNull(agreed.backorders().apply(sku), () -> "backorder terms of " + sku);
  }

  private LocalDate day(Instant moment) {
    return agreed.calendar().day(moment);
  }

  private News backordered(OrderStory.Touched touched) {
    Promise promise = promise(touched);
    touched.line().told(promise);
    LineMoves moves = touched.moves();
    return new News.Backordered(moves.line(), moves.sku(), moves.backordered(), promise);
  }

  /** What a line is promised now: the whole range where it is known and still about the ledger's day. */
  private Promise promise(OrderStory.Touched touched) {
    Promise byDay = byDay(touched);
    OrderLineId line = touched.moves().line();
    return requireNonNull(wording.promises.apply(line), () -> "promise of " + line)
        .flatMap(NoticeWriter::waiting)
        .filter(each -> each.quantity().equals(byDay.quantity()) && each.by().equals(byDay.by()))
        .orElse(byDay);
  }

  private static Promise byDay(OrderStory.Touched touched) {
    return Promise.of(part(touched.waiting(), touched.line().promised()));
  }

  private static Optional<Promise> waiting(Promise promise) {
    List<Promise.Part> parts = promise.parts().stream()
        .filter(each -> each.reason() != Promise.Reason.ON_SHELF)
        .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Promise(parts));
  }

  private static Promise.Part part(Quantity units, Optional<LocalDate> day) {
    return day.isEmpty()
        ? Promise.Part.unknown(units, Promise.Reason.NO_SUPPLY)
        : new Promise.Part(
            units, Promise.Reason.ANNOUNCED, day.map(PromiseRange::of), OrderConfidence.none());
  }

  /** What the customer hears of another day: nothing, as long as it is near enough to the one that was told. */
  private Optional<News> moved(Chapter chapter, OrderStory.Touched touched) {
    if (touched.waited() == OrderStory.Waited.NOT_YET || !isWorthTelling(touched)) {
      return Optional.empty();
    }
    Sku sku = touched.moves().sku();
    PromiseChange change = since(touched, promise(touched));
    touched.line().told(change.after());
    return News.of(sku, change, choices(chapter, sku, change), answerBy(chapter, sku, change));
  }

  /** The day is measured against the one before, and against the one told: many small steps are a large one. */
  private boolean isWorthTelling(OrderStory.Touched touched) {
    Optional<Promised> step = touched.moves().promised();
    return step.isPresent()
        && (step(touched, step.orElseThrow()).isWorthTelling(wording.threshold)
            || since(touched, byDay(touched)).isWorthTelling(wording.threshold));
  }

  private static PromiseChange step(OrderStory.Touched touched, Promised step) {
    Promise before = Promise.of(part(touched.waiting(), step.from()));
    return new PromiseChange(touched.moves().line(), before, byDay(touched));
  }

  /** The day against the one that the customer was told last. */
  private static PromiseChange since(OrderStory.Touched touched, Promise now) {
    return new PromiseChange(touched.moves().line(), touched.line().lastTold().orElseThrow(), now);
  }

  /** Whoever is asked for consent may cancel, and so may whoever is within the terms; a substitute cancels. */
  private Set<News.Choice> choices(Chapter chapter, Sku sku, PromiseChange change) {
    Set<News.Choice> choices = EnumSet.of(News.Choice.WAIT);
    BackorderTerms terms = terms(sku);
    if (terms.needsConsent(change)
        || terms.mayCancel(day(chapter.story.placedAt()), day(chapter.at))) {
      choices.add(News.Choice.CANCEL);
      ItemTerms item = requireNonNull(agreed.items().apply(sku), () -> "terms of " + sku);
      if (!item.substitutes().isEmpty()) {
        choices.add(News.Choice.SUBSTITUTE);
      }
    }
    return choices;
  }

  private Optional<Instant> answerBy(Chapter chapter, Sku sku, PromiseChange change) {
    BackorderTerms terms = terms(sku);
    return terms.needsConsent(change)
        ? Consent.ask(change.line(), terms, chapter.at).map(Consent::deadline)
        : Optional.empty();
  }
}
