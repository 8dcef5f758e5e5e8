package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.storefront.OfferRules;
import io.backorder.storefront.TransitTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers when customers get what they ordered, or would get what they ask for. Each answer is true of one
 * moment between two documents.
 *
 * <p>This type is thread-safe.
 */
public final class PromiseDesk {

  private final ReadingDesk reading;
  private final Rules rules;
  private final TransitTimes transit;

  /**
   * Makes the desk.
   *
   * @param reading the desk that reads what stands now
   * @param rules what decisions go by
   * @param transit how long goods travel
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LOCATION} if they travel from
   *     where there is no location
   */
  public PromiseDesk(ReadingDesk reading, Rules rules, TransitTimes transit) {
    this.reading = requireNonNull(reading, "reading");
    this.rules = requireNonNull(rules, "rules");
    this.transit = requireNonNull(transit, "transit");
    transit.locations().forEach(rules.locations()::rankOf);
  }

  /**
   * Returns what a line is promised, as the supplies of its items stand.
   *
   * @param line the line
   * @return the promise of its open units, those on the shelf included; empty if nothing of it is open
   */
  public Optional<Promise> promise(OrderLineId line) {
    requireNonNull(line, "line");
    List<Sku> skus = reading.read(store -> {
      OrderState order = References.order(store, line.order());
      order.line(line.line());
      return order.skus();
    });
    return reading.locking(skus, (store, orders) -> {
      LineState host = References.order(store, line.order()).line(line.line());
      Promises promises = new Promises(store, rules, orders);
      return shelf(host, orders.now(), promises.together(host).promises().get(host));
    });
  }

  /**
   * What can be said of a quantity of an item before it is ordered.
   *
   * @param situation what is on the shelf, what may wait, and when which units could be shipped
   * @param delivered when which units could be with the customer; where nobody knows how long they travel, the
   *     days of shipping
   */
  public record Quoted(OfferRules.Situation situation, Promise delivered) {

    /** Rejects missing parts. */
    public Quoted {
      requireNonNull(situation, "situation");
      requireNonNull(delivered, "delivered");
    }
  }

  /**
   * Returns what can be said of a quantity of an item before it is ordered.
   *
   * @param sku the item
   * @param wanted the units asked for, at least 1
   * @param order the order by which they would be asked for: its channel, priority, delivery
   * @return what is on the shelf, what may wait, and when which units could be shipped
   */
  public OfferRules.Situation situation(Sku sku, Quantity wanted, OrderTerms order) {
    return ask(sku, wanted, order, null).situation();
  }

  /**
   * Returns what can be said of a quantity of an item before it is ordered from some place.
   *
   * @param sku the item
   * @param wanted the units asked for, at least 1
   * @param order the order by which they would be asked for: its channel, priority, delivery
   * @param zone where the customer lives
   * @return what is on the shelf, what may wait, and when which units could be shipped and delivered
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_ZONE} if times of transit are
   *     known, and none to the zone
   */
  public Quoted quoted(Sku sku, Quantity wanted, OrderTerms order, TransitTimes.Zone zone) {
    transit.requireKnown(zone);
    Journey journey = new Journey(transit, zone, rules.promising().rules().calendar());
    return ask(sku, wanted, order, journey);
  }

  private Quoted ask(Sku sku, Quantity wanted, OrderTerms order, @Nullable Journey journey) {
    requireNonNull(sku, "sku");
    requireNonNull(order, "order");
    Content.requirePositive("quantity of an offer", wanted);
    return reading.locking(reading.withParts(sku), (store, orders) -> {
      Quoting quote = new Quoting(rules, orders.now(), order);
      return new Quotation(rules, store, orders, quote).of(sku, wanted, journey);
    });
  }

  /** What is on the shelf, and what is to come. */
  private Optional<Promise> shelf(LineState line, Instant now, @Nullable Promise coming) {
    if (line.reserved() == 0) {
      return Optional.ofNullable(coming);
    }
    LocalDate day = rules.promising().firstDay(rules.termsOf(line.sku()), now);
    Promise there = Promise.of(Promise.Part.onShelf(Quantity.of(line.reserved()), day));
    return Optional.of(coming == null ? there : there.plus(coming));
  }
}
