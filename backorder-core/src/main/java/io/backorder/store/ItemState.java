package io.backorder.store;

import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.StockAccounts;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one item: units at locations, units held for carts, what supplies will bring, and
 * the queue of who waits.
 *
 * <p>This type is confined to whoever locked the item.
 */
public final class ItemState implements StockAccounts {

  private static final String LYING_AND_COMING = "units on hand and inbound";

  private final Sku sku;
  private final Locations where;
  private final @Nullable LocationState[] byRank;
  private final List<ChannelQueue> queues = new ArrayList<>(1);
  private final Map<Holding, HeldUnits> held = new LinkedHashMap<>(0);
  private final List<Holding> emptied = new ArrayList<>(0);
  private Map<Tally, Long> tallies = Map.of();
  private Instant earliestEnd = Instant.MAX;
  private @Nullable Inbound inbound; // most items of a large shop have no supply
  private long onHand;
  private long waiting;
  private long arrivals;
  private int claimsQueued;
  private int linesPromised;
  private int linesPromisedInStep;

  /**
   * Makes the state of an item that was never seen.
   *
   * @param sku the item
   * @param where the locations of the inventory
   */
  public ItemState(Sku sku, Locations where) {
    this.sku = sku;
    this.where = where;
    this.byRank = new LocationState[where.count()];
  }

  /**
   * Returns the item.
   *
   * @return the item
   */
  public Sku sku() {
    return sku;
  }

  /**
   * Returns the units of the item at a location.
   *
   * @param location the location
   * @return its state
   */
  public LocationState at(LocationId location) {
    return at(where.rankOf(location));
  }

  /**
   * Returns the units of the item at a location.
   *
   * @param rank the location's index in rank order
   * @return its state
   */
  public LocationState at(int rank) {
    LocationState state = byRank[rank];
    if (state == null) {
      state = new LocationState(where.at(rank));
      byRank[rank] = state;
    }
    return state;
  }

  /**
   * Returns the units of the item at the locations where any was seen.
   *
   * @return the states, in rank order
   */
  public List<LocationState> shelves() {
    List<LocationState> shelves = new ArrayList<>(byRank.length);
    for (LocationState state : byRank) {
      if (state != null) {
        shelves.add(state);
      }
    }
    return shelves;
  }

  /**
   * Returns the units that lie at a location and belong to nobody.
   *
   * @param rank the location's index in rank order
   * @param now the ledger's time; a hold counts until the instant of its end
   * @return the number of units, zero or more
   */
  public long free(int rank, Instant now) {
    LocationState state = byRank[rank];
    return state == null ? 0 : state.onHand() - state.reserved() - live(state, now);
  }

  private long live(LocationState state, Instant now) {
    if (now.isBefore(earliestEnd)) {
      return state.held();
    }
    long units = 0;
    for (HeldUnits each : held.values()) {
      if (each.location.equals(state.location().id()) && now.isBefore(each.cart.until())) {
        units += each.units;
      }
    }
    return units;
  }

  /**
   * Returns the units at every location.
   *
   * @param now the ledger's time
   * @return the levels, in rank order
   */
  public List<StockLevel> levels(Instant now) {
    List<StockLevel> levels = new ArrayList<>(byRank.length);
    for (int rank = 0; rank < byRank.length; rank++) {
      LocationState state = at(rank);
      levels.add(state.level(live(state, now)));
    }
    return levels;
  }

  /**
   * Returns the units that wait.
   *
   * @return the number of units, zero or more
   */
  public long waiting() {
    return waiting;
  }

  /**
   * Returns the number of claims in the queue.
   *
   * @return the number, zero or more
   */
  public int claimsQueued() {
    return claimsQueued;
  }

  /**
   * Returns the claims in the queue, grouped by channel.
   *
   * @return the queues that are not empty
   */
  public List<ChannelQueue> queues() {
    return queues;
  }

  /**
   * Returns the number of the next arrival at the queue, which is taken once units join with it.
   *
   * @return the number
   */
  public long nextArrival() {
    return arrivals + 1;
  }

  /**
   * Returns the number of the last arrival at the queue.
   *
   * @return the number, zero if nothing ever joined
   */
  public long arrivals() {
    return arrivals;
  }

  /** Takes note of an arrival. */
  void arrived(long arrival) {
    arrivals = Math.max(arrivals, arrival);
  }

  /** Takes the last arrival back. */
  void takeBack(long arrival) {
    arrivals = arrival - 1;
  }

  /**
   * Returns the units that are held.
   *
   * @return the units of each cart line at each location, oldest hold first
   */
  public List<HeldUnits> held() {
    return held.values().stream().filter(each -> each.units > 0).toList();
  }

  /**
   * Returns the units whose hold is over.
   *
   * @param now the ledger's time
   * @return the units of each cart line at each location, oldest hold first
   */
  public List<HeldUnits> ended(Instant now) {
    if (now.isBefore(earliestEnd)) {
      return List.of();
    }
    return held.values().stream()
        .filter(each -> each.units > 0 && !now.isBefore(each.cart.until()))
        .toList();
  }

  /**
   * Forgets holds of which nothing is left. Until a document is done they keep their place among the
   * others, so that taking it back leaves the oldest hold the oldest. It is called before a document
   * changes the item.
   */
  public void forgetEmptyHolds() {
    for (Holding holding : emptied) {
      HeldUnits units = held.get(holding);
      if (units != null && units.units == 0) {
        held.remove(holding);
      }
    }
    emptied.clear();
  }

  /**
   * Returns the units that are held for one cart line.
   *
   * @param cart the cart's line
   * @return its units at each location
   */
  public List<HeldUnits> heldFor(CartLine cart) {
    List<HeldUnits> found = new ArrayList<>(1);
    for (int rank = 0; rank < byRank.length; rank++) {
      HeldUnits units = held.get(new Holding(cart, where.at(rank).id()));
      if (units != null && units.units > 0) {
        found.add(units);
      }
    }
    return found;
  }

  @Override
  public void onHand(LocationId location, long units) {
    requireRoom(lying(), units);
    at(location).moveOnHand(units);
    onHand += units;
  }

  /** What lies here and what is to come fit into one number, so that the inventory position does. */
  private void requireRoom(String what, long units) {
    if (units > 0 && units > Long.MAX_VALUE - onHand - inbound()) {
      throw overflow(what, onHand + inbound(), units);
    }
  }

  private String lying() {
    return inbound() == 0 ? "units on hand" : LYING_AND_COMING;
  }

  /**
   * Returns the units that supplies will still bring. They are not on hand, and nothing of them is
   * available now.
   *
   * @return the number of units, zero or more
   */
  public long inbound() {
    return inbound == null ? 0 : inbound.units();
  }

  /**
   * Returns the supplies that will still bring something.
   *
   * @return a view of the supplies in due order, those that are due together in the order in which they
   *     were announced; it can be read at any index
   */
  public List<SupplyStatus> supplies() {
    return inbound == null ? List.of() : inbound.expected();
  }

  /**
   * Returns one supply of this item, whether or not more will come of it.
   *
   * @param id the supply, which the document names
   * @return how it stands, or empty if it was never announced, or brings another item
   */
  public Optional<SupplyStatus> supply(SupplyId id) {
    return inbound == null ? Optional.empty() : inbound.find(id);
  }

  /**
   * Returns the supplies that are known here: all in memory, and on a database those that will still
   * bring something or are named by a document.
   *
   * @return a view of the supplies, in any order
   */
  public Collection<SupplyStatus> knownSupplies() {
    return inbound == null ? List.of() : inbound.known();
  }

  /**
   * Returns how many supplies were announced.
   *
   * @return the number, zero or more
   */
  public long announcements() {
    return inbound == null ? 0 : inbound.announcements();
  }

  private Inbound supplied() {
    Inbound known = inbound;
    if (known == null) {
      known = new Inbound();
      inbound = known;
    }
    return known;
  }

  @Override
  public void announced(Supply supply, long sign) {
    if (sign < 0) {
      supplied().takeBack(supply.id());
    } else {
      requireRoom(LYING_AND_COMING, supply.quantity().units());
      supplied().announce(supply);
    }
  }

  @Override
  public void rescheduled(SupplyId supply, Supply.Schedule schedule) {
    SupplyStatus before = supplied().require(supply);
    replace(before, before.rescheduled(schedule));
  }

  @Override
  public void closed(SupplyId supply, long sign) {
    SupplyStatus before = supplied().require(supply);
    replace(
        before,
        before.withProgress(sign > 0 ? SupplyStatus.Progress.CLOSED : SupplyStatus.Progress.OPEN));
  }

  private void replace(SupplyStatus before, SupplyStatus after) {
    long more = after.expected().units() - before.expected().units();
    requireRoom(LYING_AND_COMING, more);
    supplied().put(after);
  }

  @Override
  public void received(SupplyId supply, LocationId location, long units) {
    SupplyStatus before = supplied().require(supply);
    SupplyStatus after = before.withReceived(received(before, units));
    long unexpected = units + after.expected().units() - before.expected().units();
    requireRoom(lying(), unexpected);
    at(location).moveOnHand(units);
    onHand += units;
    supplied().put(after);
  }

  private static Quantity received(SupplyStatus before, long units) {
    return units < 0
        ? before.received().minus(Quantity.of(-units))
        : before.received().plus(Quantity.of(units));
  }

  @Override
  public void held(CartLine cart, LocationId location, long units) {
    if (location.equals(LocationId.NOWHERE)) {
      return;
    }
    Holding holding = new Holding(cart, location);
    HeldUnits state = held.computeIfAbsent(holding, key -> new HeldUnits(cart, location));
    state.units += units;
    at(location).moveHeld(units);
    if (state.units == 0) {
      emptied.add(holding);
    }
    noteEnd(cart, units);
  }

  private void noteEnd(CartLine cart, long units) {
    if (units > 0) {
      earliestEnd = cart.until().isBefore(earliestEnd) ? cart.until() : earliestEnd;
    } else if (cart.until().equals(earliestEnd)) {
      earliestEnd = held.values().stream()
          .filter(each -> each.units > 0)
          .map(each -> each.cart.until())
          .min(Instant::compareTo)
          .orElse(Instant.MAX);
    }
  }

  @Override
  public void tallied(Tally tally, long units) {
    tallies = tallies.isEmpty() ? new LinkedHashMap<>() : tallies;
    if (tallies.merge(tally, units, Math::addExact) == 0) {
      tallies.remove(tally);
    }
  }

  /**
   * Returns the units granted to groups less those given back, where they are counted.
   *
   * @return a view of the numbers, none of them zero
   */
  public Map<Tally, Long> tallies() {
    return Collections.unmodifiableMap(tallies);
  }

  /**
   * Returns the lines that wait and have a day for which they are promised.
   *
   * @return the number, zero or more
   */
  public int linesPromised() {
    return linesPromised;
  }

  /**
   * Tells whether every claim of the queue is here, so that sums over it can be asked for.
   *
   * @return false if a database keeps claims that were not read
   */
  public boolean isRead() {
    return queues.stream().allMatch(queue -> queue.unread == null);
  }

  /**
   * Returns the units ahead of a claim that may come bit by bit, whatever their channel.
   *
   * @param claim a claim for this item, of which the queue {@linkplain #isRead is read}
   * @return the number of units, found in time that grows with the logarithm of the queue
   */
  public long unitsAhead(ClaimState claim) {
    long units = 0;
    for (ChannelQueue queue : queues) {
      units += queue.claims.unitsBefore(claim);
    }
    return units;
  }

  /**
   * Returns the units that may come bit by bit and stand before a place, whatever their channel.
   *
   * @param place a place in the line for this item, of which the queue {@linkplain #isRead is read}
   * @return the number of units, found in time that grows with the logarithm of the queue
   */
  public long unitsAhead(PlaceInLine place) {
    long units = 0;
    for (ChannelQueue queue : queues) {
      units += queue.claims.unitsBefore(place);
    }
    return units;
  }

  /**
   * Returns the units ahead of a place, if all of them may come bit by bit, whether or not they were read.
   * It is asked while nothing of the item changes.
   *
   * @param place a place in the line for this item
   * @return the number of units, which a database adds up; empty if others stand there
   */
  public OptionalLong unitsOfOneKindAhead(PlaceInLine place) {
    long units = 0;
    for (ChannelQueue queue : queues) {
      OptionalLong its = queue.unitsOfOneKindAhead(place);
      if (its.isEmpty()) {
        return its;
      }
      units += its.orElseThrow();
    }
    return OptionalLong.of(units);
  }

  /**
   * Returns the units that may come bit by bit up to a claim, with its own.
   *
   * @param claim a claim for this item, of which the queue {@linkplain #isRead is read}
   * @return the number of units
   */
  public long unitsTo(ClaimState claim) {
    return unitsAhead(claim) + claim.bitByBit();
  }

  void movePromised(int lines) {
    linesPromised += lines;
  }

  /**
   * Returns those of the lines with a day that do not come bit by bit, of a queue that {@linkplain #isRead is
   * read}.
   *
   * @return the number, zero or more
   */
  public int linesPromisedInStep() {
    return linesPromisedInStep;
  }

  void movePromisedInStep(int lines) {
    linesPromisedInStep += lines;
  }

  void moveWaiting(long units) {
    long after = waiting + units;
    if (((waiting ^ after) & (units ^ after)) < 0) {
      throw overflow("backordered units", waiting, units);
    }
    waiting = after;
  }

  private InvalidValueException overflow(String what, long before, long units) {
    return new InvalidValueException(
        ErrorCode.QUANTITY_OVERFLOW,
        "%s of %s must be at most %d: %d + %d".formatted(what, sku, Long.MAX_VALUE, before, units),
        Facts.of("sku", sku).and("asked", units).and("allowed", Long.MAX_VALUE - before));
  }

  ChannelQueue queueOf(OrderTerms terms) {
    return queueOf(terms.channel());
  }

  private ChannelQueue queueOf(Optional<ChannelId> channel) {
    for (ChannelQueue queue : queues) {
      if (queue.channel.equals(channel)) {
        return queue;
      }
    }
    ChannelQueue queue = new ChannelQueue(channel);
    queues.add(queue);
    return queue;
  }

  @Override
  public String toString() {
    return "%s: %d on hand, %d waiting".formatted(sku, onHand, waiting);
  }

  private record Holding(CartLine cart, LocationId location) {}

  /** Units held for one cart line at one location. */
  public static final class HeldUnits {

    private final CartLine cart;
    private final LocationId location;
    private long units;

    HeldUnits(CartLine cart, LocationId location) {
      this.cart = cart;
      this.location = location;
    }

    /**
     * Returns the cart's line.
     *
     * @return the line
     */
    public CartLine cart() {
      return cart;
    }

    /**
     * Returns where the units lie.
     *
     * @return the location
     */
    public LocationId location() {
      return location;
    }

    /**
     * Returns how many units are held.
     *
     * @return the number of units, at least 1
     */
    public long units() {
      return units;
    }
  }

  /** Takes over what a database keeps of the item. */
  void restore(long lastArrival, long unitsWaiting) {
    arrivals = lastArrival;
    waiting = unitsWaiting;
  }

  /** Takes over how many supplies were announced. */
  void restore(long announcements) {
    if (announcements > 0) {
      supplied().restore(announcements);
    }
  }

  /** Takes over how a supply stands. */
  void restore(SupplyStatus supply) {
    supplied().put(supply);
  }

  /** Takes over what a database keeps of one location. */
  void restore(LocationId location, long lying, long reserved, long held) {
    at(location).restore(lying, reserved, held);
    onHand += lying;
  }

  /** Takes over units held for a cart; they are among those of the location. */
  void restore(CartLine cart, LocationId location, long units) {
    HeldUnits state = new HeldUnits(cart, location);
    state.units = units;
    held.put(new Holding(cart, location), state);
    noteEnd(cart, units);
  }

  /** Takes over how many claims are in a queue, which are read when somebody asks. */
  void restore(Optional<ChannelId> channel, int claims, UnreadQueue unread) {
    ChannelQueue queue = queueOf(channel);
    queue.size = claims;
    queue.unread = unread;
    claimsQueued += claims;
  }

  /** The claims in the queue whose orders came through one channel. */
  public final class ChannelQueue {

    private final Optional<ChannelId> channel;
    private final ClaimQueue claims = new ClaimQueue();
    private final ClaimQueue inStep = new ClaimQueue();
    private @Nullable UnreadQueue unread;
    private int size;

    ChannelQueue(Optional<ChannelId> channel) {
      this.channel = channel;
    }

    /**
     * Returns the channel.
     *
     * @return the channel, or empty for orders without one
     */
    public Optional<ChannelId> channel() {
      return channel;
    }

    /**
     * Returns the claims, first in line first.
     *
     * @return the claims, read lazily; the item must not change meanwhile
     */
    public Iterable<ClaimState> claims() {
      UnreadQueue rest = unread;
      return rest == null ? claims : () -> ReadingOn.forward(claims, rest);
    }

    /**
     * Returns the number of claims.
     *
     * @return the number, zero or more
     */
    public int size() {
      return size;
    }

    /**
     * Tells whether nobody is in the queue.
     *
     * @return true if there is no claim
     */
    public boolean isEmpty() {
      return size == 0;
    }

    /**
     * Returns the claims that do not come bit by bit, first in line first.
     *
     * @return the claims that were read; the item must not change meanwhile
     */
    public Iterable<ClaimState> inStep() {
      return inStep;
    }

    /**
     * Finds where units of the item stand that may come bit by bit.
     *
     * @param units a number of such units, counted over all channels from the head of the line
     * @return the first claim of this channel at or behind which the next such unit stands; empty if there is
     *     none. It is found in time that grows with the logarithm of the queue
     */
    public Optional<ClaimState> beyond(long units) {
      return claims.first(each -> unitsTo(each) > units);
    }

    /**
     * Returns the claim behind a place.
     *
     * @param claim a claim, or null for none
     * @return the next claim of this channel, the first one behind none; empty at the end
     */
    public Optional<ClaimState> behind(@Nullable ClaimState claim) {
      return claims.behind(claim);
    }

    /**
     * Returns the claim before a place.
     *
     * @param claim a claim, or null for none
     * @return the claim of this channel that stands before it, the last one before none; empty at the head
     */
    public Optional<ClaimState> before(@Nullable ClaimState claim) {
      return claims.before(claim);
    }

    private OptionalLong unitsOfOneKindAhead(PlaceInLine place) {
      UnreadQueue rest = unread;
      if (rest != null) {
        return rest.unitsAhead(place);
      }
      boolean isAlone = inStep.isEmpty() || inStep.iterator().next().place().compareTo(place) > 0;
      return isAlone ? OptionalLong.of(claims.unitsBefore(place)) : OptionalLong.empty();
    }

    /** Takes note of units that joined a claim or left it, and of a claim that came or went with them. */
    void moved(ClaimState claim, long units) {
      if (claim.queued() == units) {
        restore(claim);
        count(1);
        return;
      }
      claims.moved(claim, units);
      if (claim.queued() == 0) {
        remove(claim);
        count(-1);
      }
    }

    private void count(int more) {
      size += more;
      claimsQueued += more;
    }

    private void remove(ClaimState claim) {
      claims.remove(claim);
      if (!claim.line().isBitByBit()) {
        inStep.remove(claim);
      }
    }

    /** Takes in a claim, which may be counted already. */
    void restore(ClaimState claim) {
      claims.add(claim);
      if (!claim.line().isBitByBit()) {
        inStep.add(claim);
      }
    }
  }
}
