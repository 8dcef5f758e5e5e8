package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import io.backorder.storefront.News;
import io.backorder.storefront.NoticeDesk;
import io.backorder.storefront.NoticeDesk.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tells customers what the ledger of an inventory says: one notice for each customer and document.
 *
 * <p>{@link #due} is the one call: it reads what is new in the ledger, tells a {@link NoticeDesk}, and has the desk
 * hand over what is due, reminders of long silences among it. A customer hears what came of a document in the end:
 * units that were lost and found again in one document are no news. A kit is told of as a kit. A day that moved
 * is told against the one that was told before, and only if it moved far enough.
 *
 * <p>The host stores {@link #position} after each call and begins there after a restart. Then the ledger is read
 * from its start once, to learn who waits since when, and what happened after the position is told. So a notice
 * may be handed over twice, a reminder too, with the same {@link io.backorder.storefront.Notice.Id}; none is ever
 * left out.
 * In memory it keeps a few numbers for each order of which something is open.
 *
 * <p>It has no thread and no clock. Where transactions are joined, the host opens one around each call. This type
 * is thread-safe; the functions of the host are called by one thread at a time.
 */
public final class NoticeFeed {

  private static final int PAGE = 1024;

  private final Inventory inventory;
  private final NoticeDesk desk;
  private final Function<OrderId, Optional<CustomerId>> customers;
  private final NoticeWriter aloud;
  private final NoticeWriter silent;
  private final Map<OrderId, OrderStory> stories = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private long told;
  private long read;

  private NoticeFeed(Builder builder, NoticeDesk desk) {
    this.inventory = builder.inventory;
    this.desk = desk;
    this.customers = builder.customers;
    this.told = builder.told;
    NoticeWriter.Wording wording =
        new NoticeWriter.Wording(builder.threshold, builder.refunds, builder.promises);
    this.aloud = new NoticeWriter(inventory.agreed(), wording);
    this.silent = new NoticeWriter(inventory.agreed(), wording.plain());
  }

  /** A change of which somebody may have yet to hear, and the position before it. */
  private record Open(String change, long before) {}

  /**
   * Returns a builder of a feed.
   *
   * @param inventory the inventory whose ledger is read
   * @param customers says who is to hear of an order; empty if nobody is
   * @return the builder, of a feed that begins with the first document and tells of each day that moves
   */
  public static Builder builder(
      Inventory inventory, Function<OrderId, Optional<CustomerId>> customers) {
    return new Builder(
        requireNonNull(inventory, "inventory"), requireNonNull(customers, "customers"));
  }

  /**
   * Tells what is new, and has the desk hand over what is due.
   *
   * @param now the moment
   * @return what was handed over
   * @throws InvalidValueException with {@code HISTORY_TRUNCATED} if the ledger ends before the position at which
   *     the feed began
   */
  public NoticeDesk.Delivery due(Instant now) {
    requireNonNull(now, "now");
    readOn();
    return desk.deliver(now);
  }

  private synchronized void readOn() {
    long end = inventory.ledger().size();
    requireReached(end);
    DocumentEntries.Reader documents = new DocumentEntries.Reader(this::tell);
    boolean whole = false;
    try {
      for (long next = read; next < end; ) {
        List<LedgerRecord> page = inventory.ledger().after(next, (int) Math.min(PAGE, end - next));
        page.forEach(documents::add);
        next = page.get(page.size() - 1).position();
      }
      documents.end();
      whole = true;
    } finally {
      if (!whole) {
        beginAnew();
      }
    }
  }

  private void requireReached(long end) {
    if (end < told) {
      throw new InvalidValueException(
          ErrorCode.HISTORY_TRUNCATED,
          "ledger must have at least the %d records that were told: %d".formatted(told, end),
          Facts.of("asked", told).and("allowed", end));
    }
  }

  /** Something failed in the middle of an order: the next call reads the stories again, and tells on. */
  private void beginAnew() {
    stories.clear();
    told = Math.max(told, read);
    read = 0;
  }

  private void tell(DocumentEntries document) {
    boolean isNew = document.lastPosition() > told;
    Change change = change(document, isNew ? aloud : silent);
    if (!isNew) {
      desk.recall(change);
    } else if (!change.news().isEmpty()) {
      desk.tell(change);
      open.add(new Open(change.id(), read));
    }
    read = document.lastPosition();
  }

  private Change change(DocumentEntries document, NoticeWriter writer) {
    Map<CustomerId, List<News>> news = new LinkedHashMap<>();
    Map<OrderLineId, Quantity> waiting = new HashMap<>();
    document.byOrder().forEach((order, entries) -> {
      Optional<OrderStory> known = story(order, entries, document.at());
      if (known.isPresent()) {
        OrderStory story = known.orElseThrow();
        List<News> its =
            writer.write(new NoticeWriter.Chapter(order, story, document.at()), entries);
        address(order, its).ifPresent(to -> add(news, to, its));
        waiting.putAll(waiting(story, its));
        if (story.isClosed()) {
          stories.remove(order);
        }
      }
    });
    return new Change(document.change(), document.at(), news, waiting);
  }

  private Optional<CustomerId> address(OrderId order, List<News> news) {
    return news.isEmpty() ? Optional.empty() : addressee(order);
  }

  private static void add(Map<CustomerId, List<News>> news, CustomerId to, List<News> its) {
    news.computeIfAbsent(to, key -> new ArrayList<>()).addAll(its);
  }

  private static Map<OrderLineId, Quantity> waiting(OrderStory story, List<News> news) {
    Map<OrderLineId, Quantity> waiting = new HashMap<>();
    for (News each : news) {
      if (each instanceof News.OfUnits units) {
        long waits = story.line(units.line().line()).waiting();
        waiting.put(units.line(), Quantity.of(waits));
      }
    }
    return waiting;
  }

  /** The story of an order; what comes back of one that is closed is no news. */
  private Optional<OrderStory> story(OrderId order, List<LineEntry> entries, Instant at) {
    return entries.get(0) instanceof LedgerEntry.Ordered
        ? Optional.of(stories.computeIfAbsent(order, key -> new OrderStory(at)))
        : Optional.ofNullable(stories.get(order));
  }

  private Optional<CustomerId> addressee(OrderId order) {
    return requireNonNull(customers.apply(order), () -> "customer of " + order);
  }

  /**
   * Tells the customer of an order that the carrier delivered a parcel, and asks how it went. It is told when the
   * next call of {@link #due} says so; told again, it is nothing new. The ledger knows nothing of it: after a
   * restart the host tells again what its listener has not sent.
   *
   * @param order the order
   * @param shipment the number of the shipment, as it was posted
   * @param at when the parcel was delivered
   * @return how many notices that makes: one, or none if nobody is to hear of the order or somebody has
   * @throws UnknownReferenceException with {@code UNKNOWN_ORDER} if there is no such order, with {@code
   *     NOT_SHIPPED} if the shipment is not one of its
   */
  public int delivered(OrderId order, String shipment, Instant at) {
    DocumentId parcel = new DocumentId(DocumentKind.SHIP, requireNonNull(shipment, "shipment"));
    requireNonNull(at, "at");
    Parcel found = new Parcel(order, parcel, silent);
    DocumentEntries.Reader documents = new DocumentEntries.Reader(found::read);
    inventory.ledger().of(order).forEach(documents::add);
    documents.end();
    News news = found.delivered(inventory.agreed().calendar().day(at));
    return addressee(order)
        .map(to -> desk.tell(Change.of("delivered " + shipment, at, to, news)))
        .orElse(0);
  }

  /**
   * Returns where to begin after a restart: everything up to there was handed over.
   *
   * @return the position in the ledger, from 0
   */
  public synchronized long position() {
    while (!open.isEmpty() && !desk.isPending(open.element().change())) {
      open.remove();
    }
    return open.isEmpty() ? Math.max(told, read) : open.element().before();
  }

  /** Puts a feed together. A builder is good for one thread. */
  public static final class Builder {

    private final Inventory inventory;
    private final Function<OrderId, Optional<CustomerId>> customers;
    private long told;
    private int threshold = 1;
    private BiFunction<OrderLineId, Quantity, Optional<BigDecimal>> refunds =
        (line, units) -> Optional.empty();
    private Function<OrderLineId, Optional<Promise>> promises = line -> Optional.empty();

    private Builder(Inventory inventory, Function<OrderId, Optional<CustomerId>> customers) {
      this.inventory = inventory;
      this.customers = customers;
    }

    /**
     * Sets where in the ledger telling begins.
     *
     * @param position the {@linkplain NoticeFeed#position position} that was stored, or the size of the ledger
     *     for a shop that begins to tell now; 0 or more
     * @return this builder
     * @throws InvalidValueException if the position is negative
     */
    public Builder after(long position) {
      told = atLeast("position", position, 0);
      return this;
    }

    private static long atLeast(String name, long number, long least) {
      if (number < least) {
        throw new InvalidValueException(
            ErrorCode.INVALID_NUMBER,
            "%s must be at least %d: %d".formatted(name, least, number),
            Facts.of("field", name).and("asked", number).and("allowed", least));
      }
      return number;
    }

    /**
     * Sets how far a day has to move to be told, at once or bit by bit since a day was told. A day that is found
     * or lost is always told.
     *
     * @param days the days, 1 or more
     * @return this builder
     * @throws InvalidValueException if the number is less than 1
     */
    public Builder threshold(int days) {
      threshold = (int) atLeast("threshold in days", days, 1);
      return this;
    }

    /**
     * Sets what is paid back for cancelled units.
     *
     * @param amounts gives the amount for so many units of a line, in the currency in which the order was paid;
     *     empty where the shop does not say
     * @return this builder
     */
    public Builder refunds(BiFunction<OrderLineId, Quantity, Optional<BigDecimal>> amounts) {
      refunds = requireNonNull(amounts, "amounts");
      return this;
    }

    /**
     * Has ranges told where there are some, with their confidence, rather than the days by which the ledger has
     * units promised. The inventory is asked for the promise of each line that is told of, which reads the queue
     * up to it; where the promise has changed since, the day is told alone.
     *
     * @return this builder
     */
    public Builder withRanges() {
      promises = line -> inventory.order(line.order()).flatMap(order -> inventory.promise(line));
      return this;
    }

    /**
     * Returns the feed.
     *
     * @param desk keeps the notices and hands them over
     * @return the feed
     */
    public NoticeFeed tell(NoticeDesk desk) {
      return new NoticeFeed(this, requireNonNull(desk, "desk"));
    }
  }
}
