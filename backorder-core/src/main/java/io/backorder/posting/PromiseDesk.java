package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import io.backorder.storefront.OfferRules;
import io.backorder.storefront.TransitTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
    return asking(
        line,
        (host, locked) ->
            promise(host, Promises.asked(locked.store, rules, locked.orders), locked.orders));
  }

  /** The unit of work in which a line is read. */
  private record Locked(StockStore store, WholeOrders orders) {}

  private <T> T asking(OrderLineId line, BiFunction<LineState, Locked, T> question) {
    requireNonNull(line, "line");
    List<Sku> skus = reading.read(store -> {
      OrderState order = References.order(store, line.order());
      order.line(line.line());
      return order.skus();
    });
    return reading.locking(skus, (store, orders) -> {
      LineState host = References.order(store, line.order()).line(line.line());
      return question.apply(host, new Locked(store, orders));
    });
  }

  /** What is on the shelf, and what is to come. */
  private Optional<Promise> promise(LineState host, Promises promises, WholeOrders orders) {
    Optional<Promise> coming =
        Optional.ofNullable(promises.together(host).promises().get(host));
    return PlanSurvey.onShelf(host, rules, orders)
        .map(part -> Promise.of(part))
        .map(there -> coming.map(there::plus).orElse(there))
        .or(() -> coming);
  }

  /**
   * Returns what an order is promised, as the supplies of its items stand.
   *
   * @param order the order
   * @return the promise of the open units of all its lines; empty if nothing of it is open
   */
  public Optional<Promise> promise(OrderId order) {
    requireNonNull(order, "order");
    List<Sku> skus = reading.read(store -> References.order(store, order).skus());
    return reading.locking(skus, (store, orders) -> {
      Promises promises = Promises.asked(store, rules, orders);
      return References.order(store, order).lines().stream()
          .filter(line -> !line.isPart())
          .flatMap(line -> promise(line, promises, orders).stream())
          .reduce(Promise::plus);
    });
  }

  /**
   * Returns the promises of all lines that wait for some items, and on which supplies they rest.
   *
   * @param skus the items, those of kits with their parts
   * @return the plan of one moment between two documents
   */
  public PromisePlan plan(Collection<Sku> skus) {
    List<Sku> distinct = requireNonNull(skus, "skus").stream().distinct().toList();
    List<Sku> items = BillOfMaterials.skusWithParts(distinct, rules);
    List<Sku> stocked =
        items.stream().filter(sku -> rules.termsOf(sku).components().isEmpty()).toList();
    return reading.locking(
        items, (store, orders) -> new PlanSurvey(store, rules, orders).of(stocked));
  }

  /**
   * Returns what of an item can be promised by which day.
   *
   * @param sku the item
   * @param channel through which it is asked for; empty for no channel
   * @return the profile of one moment between two documents
   */
  public AtpProfile profile(Sku sku, Optional<ChannelId> channel) {
    requireNonNull(sku, "sku");
    requireNonNull(channel, "channel");
    return reading.locking(reading.withParts(sku), (store, orders) -> {
      LocalDate first = rules.promising().firstDay(rules.termsOf(sku), orders.now());
      if (isAlwaysThere(sku)) {
        return AtpProfile.of(first, Quantity.of(Long.MAX_VALUE));
      }
      AtpProfile coming = new ProfileSurvey(store, rules, orders.now(), channel).coming(sku);
      return coming.withSupply(
          first, new Newcomers(rules, store, orders).available(sku, terms(channel)));
    });
  }

  /**
   * Returns for which day the waiting units of a line were last promised, as it was told.
   *
   * @param line the line
   * @return the day; empty if none of its units waits, or if nobody could say
   */
  public Optional<LocalDate> promised(OrderLineId line) {
    return asking(line, (host, locked) -> host.waiting() == 0 ? Optional.empty() : host.promised());
  }

  /**
   * Returns items whose promises time alone may have changed: a line has a day, and a supply was due before
   * now, or before the day on which what comes now is handled.
   *
   * @param now the ledger's time
   * @param beyond the item behind which to begin; empty for the first
   * @param most the most items to return, at least 1
   * @return the items, in an order of the store
   */
  public List<Sku> awaited(Instant now, Optional<Sku> beyond, int most) {
    Instant reached = rules.promising().reached(requireNonNull(now, "now"));
    requireNonNull(beyond, "beyond");
    return reading.read(store -> store.awaited(reached, beyond, most));
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

  private static OrderTerms terms(Optional<ChannelId> channel) {
    OrderTerms terms = OrderTerms.standard();
    return channel.map(terms::through).orElse(terms);
  }

  private boolean isAlwaysThere(Sku sku) {
    ItemTerms terms = rules.termsOf(sku);
    return terms.components().isEmpty()
        ? !terms.isTracked()
        : BillOfMaterials.of(sku, rules).unitsPerKit().isEmpty();
  }
}
