package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import io.backorder.storefront.OfferRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Answers when customers get what they ordered, or would get what they ask for. Each answer is true of one
 * moment between two documents.
 *
 * <p>This type is thread-safe.
 */
public final class PromiseDesk {

  private final ReadingDesk reading;
  private final Rules rules;

  /**
   * Makes the desk.
   *
   * @param reading the desk that reads what stands now
   * @param rules what decisions go by
   */
  public PromiseDesk(ReadingDesk reading, Rules rules) {
    this.reading = requireNonNull(reading, "reading");
    this.rules = requireNonNull(rules, "rules");
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
   * @param id the order
   * @return the promise of the open units of all its lines; empty if nothing of it is open
   */
  public Optional<Promise> promise(OrderId id) {
    requireNonNull(id, "id");
    List<Sku> skus = reading.read(store -> References.order(store, id).skus());
    return reading.locking(skus, (store, orders) -> {
      Promises promises = Promises.asked(store, rules, orders);
      return References.order(store, id).lines().stream()
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
          first, reading.available(store, orders, new ReadingDesk.Asked(sku, channel)));
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
   * Returns what can be said of a quantity of an item before it is ordered.
   *
   * @param sku the item
   * @param wanted the units asked for, at least 1
   * @param order the order by which they would be asked for: its channel, priority, delivery
   * @return what is on the shelf, what may wait, and when which units could be had
   */
  public OfferRules.Situation situation(Sku sku, Quantity wanted, OrderTerms order) {
    requireNonNull(sku, "sku");
    requireNonNull(order, "order");
    Content.requirePositive("quantity of an offer", wanted);
    return reading.locking(reading.withParts(sku), (store, orders) -> {
      Quoting quote = new Quoting(rules, orders.now(), order);
      Quantity shelf = isAlwaysThere(sku)
          ? wanted
          : reading.available(store, orders, new ReadingDesk.Asked(sku, order.channel()));
      boolean takesPart = quote.takesPart(sku, wanted, shelf);
      Quantity lacking = takesPart ? wanted.minusOrZero(shelf) : wanted;
      return new OfferRules.Situation(
          wanted,
          takesPart ? shelf : Quantity.ZERO,
          mayWait(store.item(sku), orders),
          promise(store, quote, new Lacking(sku, wanted.minus(lacking), lacking)));
    });
  }

  private boolean isAlwaysThere(Sku sku) {
    ItemTerms terms = rules.termsOf(sku);
    return terms.components().isEmpty()
        ? !terms.isTracked()
        : BillOfMaterials.of(sku, rules).unitsPerKit().isEmpty();
  }

  private Quantity mayWait(ItemState item, WholeOrders orders) {
    BackorderAllowance allowance = FreeUnits.of(item, rules, orders.now()).allowance();
    return allowance == BackorderAllowance.unlimited()
        ? Quantity.of(Long.MAX_VALUE)
        : allowance.limit().minusOrZero(Quantity.of(item.waiting()));
  }

  /** Units of an item that are on the shelf, and those that are not. */
  private record Lacking(Sku sku, Quantity there, Quantity lacking) {}

  private Promise promise(StockStore store, Quoting quote, Lacking units) {
    List<Promise.Part> parts = new ArrayList<>(2);
    if (!units.there.isZero()) {
      parts.add(quote.onShelf(units.sku, units.there));
    }
    if (!units.lacking.isZero()) {
      parts.addAll(coming(store, quote, units).parts());
    }
    return new Promise(parts);
  }

  private Promise coming(StockStore store, Quoting quote, Lacking units) {
    Map<Sku, Quantity> parts = BillOfMaterials.of(units.sku, rules).unitsPerKit();
    if (parts.isEmpty()) {
      return quote.waiting(store.item(units.sku), units.lacking);
    }
    List<Promise> promises = new ArrayList<>();
    parts.forEach((part, each) -> promises.add(
        quote.waiting(store.item(part), BillOfMaterials.times(each, units.lacking, part))));
    LocalDate first = rules.promising().firstDay(rules.termsOf(units.sku), quote.now());
    return Rules.Promising.kits(units.lacking.units(), promises).notBefore(first);
  }
}
