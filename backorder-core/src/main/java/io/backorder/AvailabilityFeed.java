package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.AvailabilityListener.Listing;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells marketplaces and shop windows what they may list, so that none of them sells what somebody
 * already waits for.
 *
 * <p>After each commit the items of the document are read anew, and a listener is told of each channel
 * whose number has changed since it was last told. Changes are coalesced: however many documents are
 * posted while the listener is busy, each item is read once behind them. The last that is told of an
 * item and channel is what they have when nothing more is posted. Time alone tells nothing: what a hold
 * that is over has left is told when holds are swept.
 *
 * <p>Reading and telling happen on an executor, one item after the other, with no lock held. {@code
 * Runnable::run} does it at once on the thread that posted, for an inventory in memory or one that owns
 * its transactions. Where transactions are joined, the executor opens one around each task. What the
 * listener or the executor throws is logged and counted, and the item is told again behind the next
 * change, or by {@link #publish()}.
 *
 * <p>This type is thread-safe.
 */
public final class AvailabilityFeed {

  private static final Logger logger = LoggerFactory.getLogger(AvailabilityListener.class);

  private final Inventory inventory;
  private final List<ChannelId> channels;
  private final Executor executor;
  private final AvailabilityListener listener;
  private final AtomicLong failures = new AtomicLong();
  private final Object guard = new Object();
  private final Set<Sku> kits = new CopyOnWriteArraySet<>();
  private final Set<Sku> changed = new LinkedHashSet<>();
  private boolean running;
  private final Map<Shelf, Quantity> told = new LinkedHashMap<>(); // of whoever is running

  private AvailabilityFeed(
      Inventory inventory,
      Collection<ChannelId> channels,
      Executor executor,
      AvailabilityListener listener) {
    this.inventory = requireNonNull(inventory, "inventory");
    this.channels = List.copyOf(channels);
    this.executor = requireNonNull(executor, "executor");
    this.listener = requireNonNull(listener, "listener");
  }

  private record Shelf(Sku sku, ChannelId channel) {}

  /**
   * Starts a feed. What happened before is not told until an item changes or is {@linkplain
   * #publish(Collection) published}.
   *
   * @param inventory the inventory
   * @param channels the channels whose numbers are told
   * @param executor reads and tells
   * @param listener is told
   * @return the feed
   */
  public static AvailabilityFeed of(
      Inventory inventory,
      Collection<ChannelId> channels,
      Executor executor,
      AvailabilityListener listener) {
    AvailabilityFeed feed = new AvailabilityFeed(inventory, channels, executor, listener);
    inventory.listeners().watch(feed::publish);
    return feed;
  }

  /**
   * Has kits told whenever one of their components changes. The library cannot know which kits an item
   * belongs to.
   *
   * @param skus the kits
   * @return this feed
   */
  public AvailabilityFeed withKits(Collection<Sku> skus) {
    kits.addAll(skus);
    return this;
  }

  /**
   * Has items read, and told where their numbers have changed: all that are listed, when a feed begins.
   *
   * @param skus the items
   */
  public void publish(Collection<Sku> skus) {
    synchronized (guard) {
      changed.addAll(skus);
    }
    publish();
  }

  /** Has items told of which telling failed before. */
  public void publish() {
    synchronized (guard) {
      if (running || changed.isEmpty()) {
        return; // whoever is running sees what has changed meanwhile
      }
      running = true;
    }
    try {
      executor.execute(this::run);
    } catch (RuntimeException e) {
      stop(List.of(), e);
    }
  }

  private void run() {
    for (Set<Sku> items = next(); !items.isEmpty(); items = next()) {
      try {
        items.addAll(kitsOf(items));
        for (Iterator<Sku> untold = items.iterator(); untold.hasNext(); untold.remove()) {
          tell(untold.next());
        }
      } catch (RuntimeException | Error e) {
        stop(items, e);
        return;
      }
    }
  }

  /** What has changed; nothing ends the run. */
  private Set<Sku> next() {
    synchronized (guard) {
      Set<Sku> items = new LinkedHashSet<>(changed);
      changed.clear();
      running = !items.isEmpty();
      return items;
    }
  }

  private List<Sku> kitsOf(Set<Sku> items) {
    return kits.stream().filter(kit -> inventory.hasComponent(kit, items)).toList();
  }

  private void tell(Sku sku) {
    long version = inventory.version(sku);
    for (ChannelId channel : channels) {
      Quantity now = inventory.availableNow(sku, channel);
      Shelf shelf = new Shelf(sku, channel);
      if (!now.equals(told.get(shelf))) {
        listener.onChange(new Listing(sku, channel, now, version));
        told.put(shelf, now);
      }
    }
  }

  private void stop(Collection<Sku> untold, Throwable problem) {
    failures.incrementAndGet();
    logger.warn(
        "availability was not told to {}; it is told behind the next change", listener, problem);
    synchronized (guard) {
      changed.addAll(untold);
      running = false;
    }
  }

  /**
   * Returns how often reading or telling has failed.
   *
   * @return the number, zero or more
   */
  public long failures() {
    return failures.get();
  }

  @Override
  public String toString() {
    return "availability of " + channels + " for " + listener;
  }
}
