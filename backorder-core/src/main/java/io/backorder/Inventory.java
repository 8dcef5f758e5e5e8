package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Reason;
import io.backorder.allocation.Sourcing;
import io.backorder.allocation.WaitingLine;
import io.backorder.buying.RefusedDemand;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.explanation.Explanation;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.PromiseRevision;
import io.backorder.posting.Answer;
import io.backorder.posting.Document;
import io.backorder.posting.Expected;
import io.backorder.posting.LedgerClock;
import io.backorder.posting.Limits;
import io.backorder.posting.Outcome;
import io.backorder.posting.PostingDesk;
import io.backorder.posting.PromiseDesk;
import io.backorder.posting.ReadingDesk;
import io.backorder.posting.Reallocate;
import io.backorder.posting.ReallocationDesk;
import io.backorder.posting.Rules;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.Verification;
import io.backorder.reallocation.Reallocation;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.Locations;
import io.backorder.store.MemoryUnitOfWork;
import io.backorder.store.Retention;
import io.backorder.store.UnitOfWork;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Consent;
import io.backorder.storefront.Offer;
import io.backorder.storefront.SubstituteChoice;
import io.backorder.storefront.TransitTimes;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a shop, what is promised of it, and who waits for the rest.
 *
 * <p>This type is thread-safe. Every posting is linearizable: the items of a document change together
 * or not at all, and whoever reads sees the state between two documents.
 */
public final class Inventory {

  private final UnitOfWork unitOfWork;
  private final PostingDesk posting;
  private final ReadingDesk reading;
  private final PromiseDesk promises;
  private final Quotes quotes;
  private final ReallocationDesk reallocation;
  private final Listeners listeners;
  private final LedgerClock clock;
  private final Supplier<? extends Collection<Consent>> consents;
  private final Agreed agreed;
  private final Refusals refusals;

  private Inventory(UnitOfWork unitOfWork, Rules rules, Builder builder) {
    this.unitOfWork = unitOfWork;
    this.listeners = new Listeners(rules.limits().listenerDocuments());
    this.clock = builder.clock;
    this.consents = builder.consents;
    builder.listeners.forEach(listeners::add);
    this.posting = new PostingDesk(unitOfWork, rules, builder.clock, listeners);
    this.reading = new ReadingDesk(posting, unitOfWork, rules, builder.clock);
    this.refusals = new Refusals(builder.refusals, builder.clock, reading);
    this.promises = new PromiseDesk(reading, rules, builder.transit);
    this.quotes = new Quotes(promises, rules, builder.clock, builder.validity);
    this.reallocation = new ReallocationDesk(posting, rules, builder.clock);
    this.agreed = new Agreed(
        rules.terms().items(),
        rules.terms().backorders(),
        rules.allocation().promising().rules().calendar());
  }

  /** What is agreed of items, and the days on which it holds. */
  record Agreed(
      Function<Sku, ItemTerms> items,
      Function<Sku, BackorderTerms> backorders,
      WorkingCalendar calendar) {}

  Agreed agreed() {
    return agreed;
  }

  /**
   * Returns a builder of an inventory that lives in memory: nothing of it outlives the process.
   *
   * @return the builder, with one location {@code MAIN}, standard terms for every item, the system's
   *     clock, and first come first served
   */
  public static Builder inMemory() {
    return new Builder(MemoryUnitOfWork::new);
  }

  /**
   * Returns a builder of an inventory that is kept by a unit of work, as on a database.
   *
   * @param unitOfWork runs each document whole or not at all
   * @return the builder, with the same defaults as in memory
   */
  public static Builder on(UnitOfWork unitOfWork) {
    return new Builder(requireNonNull(unitOfWork, "unitOfWork")::at);
  }

  /**
   * Posts a document.
   *
   * @param document the document
   * @return what it did; for a document that was posted before, what it did the first time
   * @throws io.backorder.refusal.InventoryException if it is refused; nothing has changed then
   */
  public Outcome post(Document document) {
    listeners.requireEnd();
    return refusals.hearing(document, () -> posting.post(document));
  }

  /**
   * Posts a document, if items still stand at the versions at which somebody read them. A document that
   * was posted before answers the first outcome whatever is expected.
   *
   * @param document the document
   * @param expected the versions
   * @return what it did; for a document that was posted before, what it did the first time
   * @throws io.backorder.refusal.RefusedDocumentException with {@code STALE_VERSION} if something has
   *     happened to one of the items since
   */
  public Outcome post(Document document, Expected expected) {
    listeners.requireEnd();
    return refusals.hearing(document, () -> posting.post(document, expected));
  }

  /**
   * Returns the version of an item, which grows with everything that happens to it.
   *
   * @param sku the item
   * @return the version, zero for an item that was never seen
   */
  public long version(Sku sku) {
    return reading.version(sku);
  }

  /**
   * Posts documents in order, as far as the store can in one transaction and with few statements: an
   * import, a nightly feed. Each is judged as if it were posted alone behind those before it; one that
   * is refused leaves no trace and does not sink the others.
   *
   * @param documents the documents
   * @return how each was answered, in order
   */
  public List<Answer> postAll(List<? extends Document> documents) {
    listeners.requireEnd();
    List<Document> copied = List.copyOf(requireNonNull(documents, "documents"));
    return refusals.hearing(posting.postAll(copied));
  }

  /**
   * Returns the units of an item.
   *
   * @param sku the item
   * @return its levels; all zero for an item that was never seen
   */
  public ItemLevels item(Sku sku) {
    return reading.item(sku);
  }

  /**
   * Returns what one kit is made of, kits inside it taken apart.
   *
   * @param sku the item
   * @return the units of each item on the shelf in one kit, by name; empty for an item that is no kit
   */
  public Map<Sku, Quantity> parts(Sku sku) {
    return reading.parts(sku);
  }

  /**
   * Returns what a new order of a channel would get from the shelf.
   *
   * @param sku the item
   * @param channel the channel
   * @return the units available now at the locations that serve the channel
   */
  public Quantity availableNow(Sku sku, ChannelId channel) {
    return reading.availableNow(sku, channel);
  }

  /** Tells whether one of some items is part of a kit. */
  boolean hasComponent(Sku kit, Set<Sku> items) {
    return reading.components(kit).stream().anyMatch(items::contains);
  }

  /**
   * Returns what a line is promised: its units on the shelf for now, those that wait for the days of the
   * supplies to which they are pegged, earliest first in the order in which lines are served. Nothing is
   * changed.
   *
   * @param line the line
   * @return the promise of the line's open units; empty if nothing of it is open
   * @throws io.backorder.refusal.UnknownReferenceException if there is no such order or line
   */
  public Optional<Promise> promise(OrderLineId line) {
    return promises.promise(line);
  }

  /**
   * Returns what an order is promised: the open units of all its lines by day. Its {@linkplain Promise#range
   * range} is that of the last unit, as sure as all the supplies together on which a line rests, each counted
   * once. Nothing is changed.
   *
   * @param order the order
   * @return the promise, which speaks of the units of all items; empty if nothing of the order is open
   * @throws io.backorder.refusal.UnknownReferenceException if there is no such order
   */
  public Optional<Promise> promise(OrderId order) {
    return promises.promise(order);
  }

  /**
   * Returns the promises of all lines that wait for some items, as of one moment: what would become of them
   * {@linkplain PromisePlan#whatIf if a supply slipped or came short}, on which supply each unit leans, and who
   * leans on a supply. The whole queue of each item is read, with the items of complete orders and kits in it,
   * and all of them are locked meanwhile. Nothing is changed, neither now nor by asking the plan.
   *
   * @param skus the items, those of kits with their parts
   * @return the plan, in which each waiting line has the promise that {@link #promise(OrderLineId)} gives
   */
  public PromisePlan promisePlan(Collection<Sku> skus) {
    return promises.plan(skus);
  }

  /**
   * Returns what of an item can be promised by which day to an order without a channel: what is available now
   * and what is to come, less what the buffer lacks and what those who wait lean on. Of a kit it is the whole
   * kits that come of parts that nobody leans on. What is promised for today counts as available today. The
   * queue is read as far as supplies reach; nothing is changed.
   *
   * @param sku the item
   * @return its profile; that of an item of which stock is not tracked has all units that there can be
   */
  public AtpProfile profile(Sku sku) {
    return promises.profile(sku, Optional.empty());
  }

  /**
   * Returns what of an item can be promised by which day to an order of a channel, as {@link #profile(Sku)} does
   * to one without: what lies and what comes where the channel is not served is left out.
   *
   * @param sku the item
   * @param channel the channel
   * @return its profile
   */
  public AtpProfile profile(Sku sku, ChannelId channel) {
    requireNonNull(channel, "channel");
    return promises.profile(sku, Optional.of(channel));
  }

  /**
   * Returns for which day the waiting units of a line were last promised, which is what listeners were told.
   * Until the next document or {@link #maintain() maintenance}, {@link #promise} may know better.
   *
   * @param line the line
   * @return the day; empty if none of its units waits, or if nobody could say
   * @throws io.backorder.refusal.UnknownReferenceException if there is no such order or line
   */
  public Optional<LocalDate> promised(OrderLineId line) {
    return promises.promised(line);
  }

  /**
   * Returns every day that a line was promised for, each with the one before and with why it changed. It is
   * read off the ledger, and kept as long as that.
   *
   * @param line the line
   * @return the changes, oldest first; none if the line was never placed or never had a day
   */
  public List<PromiseRevision> promiseHistory(OrderLineId line) {
    requireNonNull(line, "line");
    return PromiseRevision.history(ledger().of(line.order()), line);
  }

  /**
   * Returns what a shop can say of a quantity of an item before it is ordered: in stock, backordered with
   * its days, a pre-order, or out of stock. Nothing is changed, and no unit is kept; a hold does that.
   *
   * @param sku the item
   * @param quantity the units asked for, at least 1
   * @param order the order by which they would be asked for: its channel, priority and delivery
   * @return the offer, with the moment from which on it should be asked for again
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if the quantity is zero
   */
  public Offer.Quote offer(Sku sku, Quantity quantity, OrderTerms order) {
    return quotes.offer(sku, quantity, order);
  }

  /**
   * Returns what a shop can say to a customer who lives in some place. The days are those of delivery: of
   * shipping, and as many working days later as goods {@linkplain Builder#transit travel} from the location on
   * whose shelf the units lie or at which their supply arrives. Units that travel from where no time to the zone
   * is known, and those of items whose stock is not kept, have the day of shipping. Whether the wait is short
   * enough is said of shipping, as for an order.
   *
   * @param sku the item
   * @param quantity the units asked for, at least 1
   * @param order the order by which they would be asked for: its channel, priority and delivery
   * @param zone where the customer lives
   * @return the offer, with the moment from which on it should be asked for again
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if the quantity is zero
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_ZONE} if times of transit are
   *     known, and none to the zone
   */
  public Offer.Quote offer(Sku sku, Quantity quantity, OrderTerms order, TransitTimes.Zone zone) {
    return quotes.offer(sku, quantity, order, zone);
  }

  /**
   * Returns what a shop can say to a customer of a channel who lives in some place, if the order is a standard
   * one.
   *
   * @param sku the item
   * @param quantity the units asked for, at least 1
   * @param channel the channel
   * @param zone where the customer lives
   * @return the offer with its days of delivery, as {@link #offer(Sku, Quantity, OrderTerms, TransitTimes.Zone)}
   *     gives it
   */
  public Offer.Quote offer(Sku sku, Quantity quantity, ChannelId channel, TransitTimes.Zone zone) {
    return offer(sku, quantity, OrderTerms.standard().through(channel), zone);
  }

  /**
   * Returns what the shop agrees to when an item is backordered, as documents are held to it: {@link
   * io.backorder.storefront.StoreWords#policy} makes the text of the page from it.
   *
   * @param sku the item
   * @return the terms that were {@linkplain Builder#quoting set}; no more units may wait than the {@linkplain
   *     Builder#terms terms of the item} allow
   */
  public BackorderTerms backorderTerms(Sku sku) {
    return quotes.terms(sku);
  }

  /**
   * Returns the items that the terms name to be offered instead, each with when so many units of it could
   * be had. They are offered, never taken by themselves; {@link SubstituteChoice} ranks and filters them.
   *
   * @param sku the item
   * @param quantity the units asked for, at least 1
   * @param order the order by which they would be asked for
   * @return the items that could be ordered, in the order in which the terms name them
   */
  public List<SubstituteChoice> substitutes(Sku sku, Quantity quantity, OrderTerms order) {
    return quotes.substitutes(sku, quantity, order);
  }

  /**
   * Returns the supplies that will still bring something of an item.
   *
   * @param sku the item
   * @return how each stands, in due order; those that are due together as they were announced
   */
  public List<SupplyStatus> supplies(Sku sku) {
    return reading.supplies(sku);
  }

  /**
   * Returns one supply, whether or not more will come of it.
   *
   * @param id the supply
   * @return how it stands, or empty if it was never announced
   */
  public Optional<SupplyStatus> supply(SupplyId id) {
    return reading.supply(id);
  }

  /**
   * Returns an order.
   *
   * @param id the order
   * @return the order, or empty if it was never placed or is archived
   */
  public Optional<Order> order(OrderId id) {
    return reading.order(id);
  }

  /**
   * Returns who waits for an item, first in line first.
   *
   * @param sku the item
   * @param limit the most lines to return, at least 1
   * @return the lines; a raised line stands once for each of its places
   */
  public List<WaitingLine> waiting(Sku sku, int limit) {
    return reading.waiting(sku, limit);
  }

  /**
   * Returns why a line is still short.
   *
   * @param line the line
   * @return the first reason that is true of its waiting units; empty if none of its units wait, if
   *     units that a hold has left go to who waits with the next document, or if only the policy
   *     knows why it left them waiting
   * @throws io.backorder.refusal.UnknownReferenceException if there is no such order or line
   */
  public Optional<Reason> reason(OrderLineId line) {
    return reading.reason(line);
  }

  /**
   * Explains why a line is still short: reasons with their numbers, the first of which is the one that
   * {@link #reason} has the code of, and the smallest changes that would fill it. Each change was tried
   * out on the line as it stands, by the steps that a posted document takes; nothing is changed.
   *
   * <p>However many wait, only some claims are read: those just before the line up to 100, and up to 256
   * for each change that is tried. Where that does not suffice the answer says so, see {@link
   * io.backorder.explanation.Extent}.
   *
   * @param line the line
   * @return the explanation; empty if the line got all that was asked for
   * @throws io.backorder.refusal.UnknownReferenceException if there is no such order or line
   */
  public Explanation explain(OrderLineId line) {
    return reading.explain(line);
  }

  /**
   * Returns what a run of re-promising works on: everybody who has units of some items or waits for
   * them, and what is free. The whole queue of each item is read, and all items are locked meanwhile.
   *
   * @param skus the items, at least one; those of an order that is delivered complete belong together
   * @return the items as they stand between two documents, with their versions
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if there is no item
   */
  public ReallocationSnapshot snapshot(Collection<Sku> skus) {
    return reallocation.snapshot(skus);
  }

  /**
   * Shares out anew what lines have of some items and what is free, and changes nothing: {@link
   * Reallocation#run} on a fresh snapshot.
   *
   * @param skus the items, at least one; those of an order that is delivered complete belong together
   * @param rules the strategy of each line, what is left alone, and how unsteady the run may be
   * @return the plan, which can be committed as long as nothing happens to the items
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_ORDER} or {@code
   *     UNKNOWN_LINE} if the rules name what was never placed, or what concerns none of the items
   * @throws io.backorder.refusal.RefusedDocumentException with {@code ALREADY_CLOSED} if they name what
   *     is not open any more
   */
  public ReallocationPlan simulate(Collection<Sku> skus, ReallocationRules rules) {
    return reallocation.simulate(skus, rules);
  }

  /**
   * Commits a plan of re-promising: lines lose and gain exactly the units that it says. This posts {@link
   * Reallocate}.
   *
   * @param number the document's number; the same plan again answers the first outcome
   * @param plan the plan
   * @return what it did: the fills are what lines gained
   * @throws io.backorder.refusal.RefusedDocumentException with {@code STALE_PLAN} if something has
   *     happened to one of the items since the plan was made
   */
  public Outcome commit(String number, ReallocationPlan plan) {
    return post(Reallocate.of(number, plan));
  }

  /**
   * Does what time asks for, and nothing else does: sweeps the holds whose time is over; applies to the
   * questions whose deadline has passed the customer's answer, or what the shop chose for want of one; and
   * reviews the promises of the items of which a supply is late, item by item, so that who was promised
   * something of it is told. Where a question is decided by cancelling, what still waits of the line is
   * cancelled; what has come meanwhile stays. The host keeps the questions and calls this when it likes, as
   * often as it likes: a question that was applied is not applied again, and a promise that was revised is
   * not revised again.
   *
   * @param questions the questions that are not decided yet, one of each line; those still open are left
   * @return what was done
   * @throws io.backorder.refusal.UnknownReferenceException if a question names what was never placed; nothing
   *     is done then
   */
  public Maintenance maintain(Collection<Consent> questions) {
    return new Upkeep(this, promises, clock)
        .run(List.copyOf(requireNonNull(questions, "questions")));
  }

  /**
   * Does what time asks for, as {@link #maintain(Collection)} does, with the questions that the host's
   * {@linkplain Builder#consents source} names.
   *
   * @return what was done
   * @throws io.backorder.refusal.UnknownReferenceException if a question names what was never placed; nothing
   *     is done then
   */
  public Maintenance maintain() {
    return maintain(consents.get());
  }

  /**
   * Returns what happened.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return reading.ledger();
  }

  /**
   * Recomputes every chain value and every balance from the ledger, item by item, each as it stands
   * between two documents. That the end of the ledger was cut off, or all of it written anew, cannot be
   * seen so: that takes a checkpoint.
   *
   * @return the first difference, or that there is none
   */
  public Verification verify() {
    return reading.verify();
  }

  /**
   * Verifies the inventory as {@link #verify()} does, once it is shown that the ledger still begins with
   * the history of a checkpoint.
   *
   * @param checkpoint a checkpoint of {@code ledger().checkpoint()}, which was stored elsewhere
   * @return the first difference, or that there is none
   * @throws io.backorder.refusal.InvalidValueException with {@code HISTORY_TRUNCATED} if the ledger is
   *     shorter, with {@code CHECKPOINT_MISMATCH} if it begins with another history
   */
  public Verification verify(Checkpoint checkpoint) {
    return reading.verify(checkpoint);
  }

  /**
   * Writes everything: remembered documents, records and the values by which they can be verified. The
   * same history gives the same bytes. What is posted meanwhile is in it or not. A sweep of ended holds
   * that freed nothing is not in it, so that the next sweep after an import tells of them again.
   *
   * @param out where to write; it is flushed and stays open
   * @throws IOException if it cannot be written
   */
  public void export(OutputStream out) throws IOException {
    unitOfWork.export(requireNonNull(out, "out"));
  }

  /**
   * Forgets what is older than a window: the content of documents, whose repeat is then refused with
   * {@code ID_EXPIRED} and never run again, and orders that were closed and not touched since, which
   * can then neither be read nor named. Ledger, chain values, balances and checkpoints stay what they
   * are. The host calls this when it likes; it may be called while others post. Choose a window longer
   * than the longest hold, whose lines are read off its document when an export is imported.
   *
   * @param retention the window
   * @return how much was archived by this call
   */
  public Retention.Archived archive(Retention retention) {
    return posting.archive(retention);
  }

  /**
   * Returns who is told what happened.
   *
   * @return the listeners
   */
  public Listeners listeners() {
    return listeners;
  }

  /** Puts an inventory together. A builder is good for one inventory and one thread. */
  public static final class Builder {

    private final List<InventoryListener> listeners = new ArrayList<>();
    private List<Location> locations = List.of(Location.of("MAIN"));
    private Function<Sku, ItemTerms> terms = sku -> ItemTerms.standard();
    private AllocationPolicy policy = AllocationPolicy.firstComeFirstServed();
    private Sourcing sourcing = Sourcing.rank();
    private Rules.Promising promising = new Rules.Promising(
        PromiseRules.of(WorkingCalendar.everyDay("UTC")), supplier -> SupplierScorecard.empty());
    private Function<Sku, BackorderTerms> agreed = sku -> BackorderTerms.standard();
    private Duration validity = Duration.ofMinutes(15);
    private TransitTimes transit = TransitTimes.none();
    private Limits limits = Limits.STANDARD;
    private LedgerClock clock = new LedgerClock(InstantSource.system());
    private Supplier<? extends Collection<Consent>> consents = List::of;
    private @Nullable Consumer<? super RefusedDemand> refusals;
    private List<LedgerRecord> history = List.of();
    private @Nullable InputStream export;

    private final Function<Locations, UnitOfWork> store;

    private Builder(Function<Locations, UnitOfWork> store) {
      this.store = store;
    }

    /**
     * Sets the clock.
     *
     * @param source tells the time
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      clock = new LedgerClock(source);
      return this;
    }

    /**
     * Sets the locations.
     *
     * @param byRank the locations, best first, with distinct names, at least one
     * @return this builder
     */
    public Builder locations(Location... byRank) {
      locations = List.of(requireNonNull(byRank, "locations"));
      return this;
    }

    /**
     * Sets how items may be sold.
     *
     * @param byItem gives the terms of an item
     * @return this builder
     */
    public Builder terms(Function<Sku, ItemTerms> byItem) {
      terms = requireNonNull(byItem, "terms");
      return this;
    }

    /**
     * Sets who gets scarce units.
     *
     * @param rule the policy
     * @return this builder
     */
    public Builder policy(AllocationPolicy rule) {
      policy = requireNonNull(rule, "policy");
      return this;
    }

    /**
     * Sets from which locations units are taken.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder sourcing(Sourcing rule) {
      sourcing = requireNonNull(rule, "sourcing");
      return this;
    }

    /**
     * Sets how supplies become days that can be promised: calendar and zone, handling, and how a supplier's
     * record counts.
     *
     * @param rules the rules
     * @param records gives what is known of a supplier, the empty card where nothing is
     * @return this builder
     */
    public Builder promising(PromiseRules rules, Function<SupplierId, SupplierScorecard> records) {
      promising = new Rules.Promising(rules, records);
      return this;
    }

    /**
     * Sets what the shop agrees to when an item has to wait, and for how long an offer holds. Offers and
     * documents are held to the same terms: a unit that would wait longer than is sold is out of stock and is
     * not taken; of how many units may wait, these and the {@linkplain #terms terms of the item} say the
     * stricter; a customer cancels in time or not at all.
     *
     * @param byItem gives the terms of an item; it is asked while a document is decided, must be quick, must
     *     not use the inventory, and must answer the same until the host changes the terms
     * @param lasting for how long an offer holds, more than zero
     * @return this builder
     */
    public Builder quoting(Function<Sku, BackorderTerms> byItem, Duration lasting) {
      agreed = requireNonNull(byItem, "byItem");
      validity = Quotes.requireValidity(requireNonNull(lasting, "lasting"));
      return this;
    }

    /**
     * Sets how long goods travel, so that an offer can tell the day of delivery.
     *
     * @param times the times from the locations to the zones in which customers live
     * @return this builder
     */
    public Builder transit(TransitTimes times) {
      transit = requireNonNull(times, "times");
      return this;
    }

    /**
     * Sets where {@link Inventory#maintain()} finds the questions that customers were asked when a promise
     * slipped. Without it, there are none.
     *
     * @param source gives the questions that are not decided yet, one of each line, as the host keeps them;
     *     it is asked once for each maintenance, by the thread that calls it, while nothing is locked
     * @return this builder
     */
    public Builder consents(Supplier<? extends Collection<Consent>> source) {
      consents = requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets the most that is taken.
     *
     * @param most the limits
     * @return this builder
     */
    public Builder limits(Limits most) {
      limits = requireNonNull(most, "limits");
      return this;
    }

    /**
     * Adds a listener behind the others.
     *
     * @param listener the listener
     * @return this builder
     */
    public Builder listener(InventoryListener listener) {
      listeners.add(requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Sets who keeps what customers asked for in vain: each item of an order, or of a raised line, that was
     * refused for want of goods. It leaves no trace in the ledger, and a buyer wants to know.
     *
     * <p>The host's keeper is called on the thread that posted, with no lock of this library held, before the
     * refusal is thrown; what it throws is added to it as suppressed. Where the host owns the transaction, it
     * is open still: what is stored in it goes with it when it is rolled back. Other documents are not
     * told of: a hold, its confirmation, and a substitute.
     *
     * @param keeper keeps the demand, such as in a table of the host's
     * @return this builder
     */
    public Builder refusals(Consumer<? super RefusedDemand> keeper) {
      refusals = requireNonNull(keeper, "keeper");
      return this;
    }

    /**
     * Has the inventory begin with what another ledger tells. Policies, clocks and listeners are not
     * asked: every entry is applied as it was decided. Documents that wrote no record are not known
     * then; an export has them.
     *
     * @param records the records of a whole ledger, or those behind an export that is {@linkplain
     *     #importing imported} as well, in the order of their positions
     * @return this builder
     */
    public Builder replaying(List<LedgerRecord> records) {
      history = List.copyOf(requireNonNull(records, "records"));
      return this;
    }

    /**
     * Has the inventory begin with what another one {@linkplain Inventory#export exported}. The export
     * is read, and every value in it verified, when the inventory is built.
     *
     * @param in the export, which is read to its end and stays open
     * @return this builder
     */
    public Builder importing(InputStream in) {
      export = requireNonNull(in, "in");
      return this;
    }

    /**
     * Returns the inventory.
     *
     * @return the inventory
     * @throws io.backorder.refusal.InvalidValueException with {@code IMPORT_INVALID} if what is imported
     *     is damaged or no export, with {@code UNKNOWN_EVENT} if it has a kind of entry or a version
     *     that this library does not know
     * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LOCATION} if goods travel
     *     from where there is no location
     * @throws UncheckedIOException if it cannot be read
     */
    public Inventory build() {
      Locations places = Locations.of(locations);
      Rules.Terms selling = new Rules.Terms(terms, agreed);
      Rules rules =
          new Rules(places, selling, new Rules.Allocation(policy, sourcing, promising), limits);
      UnitOfWork unitOfWork = store.apply(places);
      takeOver(unitOfWork);
      if (!history.isEmpty()) {
        unitOfWork.replay(history);
        clock.resumeFrom(history.get(history.size() - 1).recordedAt());
      }
      unitOfWork.latest().ifPresent(clock::resumeFrom); // it never runs back
      return new Inventory(unitOfWork, rules, this);
    }

    private void takeOver(UnitOfWork unitOfWork) {
      if (export != null) {
        try {
          unitOfWork.importing(export);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read the export", e);
        }
      }
    }
  }
}
