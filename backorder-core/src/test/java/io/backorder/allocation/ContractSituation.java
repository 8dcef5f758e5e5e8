package io.backorder.allocation;

import static java.util.Comparator.comparing;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Who waits for one item and what is free of it, as the contracts of this package generate it.
 *
 * <p>A situation says in plain numbers what the shelf that it hands out must come to by itself. This
 * type is immutable and thread-safe; shelves and backlogs are made anew for each allocation.
 *
 * @param lines the lines, first in line first
 * @param locations where units lie
 * @param withheld the buffer and the lot
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public record ContractSituation(List<Line> lines, List<Place> locations, Withheld withheld) {

  private static final Sku ITEM = Sku.of("ITEM");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final ChannelId SHOP = ChannelId.of("shop");

  /** Copies the lists. */
  public ContractSituation {
    lines = List.copyOf(lines);
    locations = List.copyOf(locations);
  }

  /**
   * A location and the units that lie free there.
   *
   * @param location the location
   * @param free the units, none at an inactive location
   */
  public record Place(Location location, long free) {}

  /**
   * What is not given away as it comes.
   *
   * @param buffer the units that stay, over all locations
   * @param lot the units in whose multiples the item is reserved
   */
  public record Withheld(Quantity buffer, Quantity lot) {}

  /**
   * A line that waits.
   *
   * @param ordered what was ordered, and its place
   * @param waiting the units that wait
   * @param granted the units that it has got before
   */
  public record Line(Ordered ordered, Quantity waiting, Quantity granted) implements WaitingLine {

    @Override
    public OrderLineId id() {
      return ordered.id;
    }

    @Override
    public Sku sku() {
      return ITEM;
    }

    @Override
    public PlaceInLine place() {
      return ordered.place;
    }

    @Override
    public OrderTerms terms() {
      return ordered.joining.terms();
    }

    @Override
    public Optional<LocalDate> due() {
      return ordered.joining.line().due();
    }
  }

  /**
   * What was ordered, and its place.
   *
   * @param id the line
   * @param joining the units as they joined the queue
   * @param place their place
   */
  public record Ordered(OrderLineId id, JoiningUnits joining, PlaceInLine place) {}

  /** A backlog that counts how often a line is read. It is good for one thread. */
  public static final class CountedBacklog implements Backlog {

    private final List<Line> lines;
    private long reads;

    private CountedBacklog(List<Line> lines) {
      this.lines = lines;
    }

    @Override
    public Sku sku() {
      return ITEM;
    }

    @Override
    public Iterator<WaitingLine> iterator() {
      Iterator<Line> each = lines.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public WaitingLine next() {
          reads++;
          return each.next();
        }
      };
    }

    /**
     * Returns how often a line was read.
     *
     * @return the number of reads, over all iterators
     */
    public long reads() {
      return reads;
    }
  }

  /**
   * Returns situations whose lines stand in a sequence.
   *
   * @param sequence the sequence
   * @return the situations
   */
  public static Arbitrary<ContractSituation> inSequence(Sequence sequence) {
    Arbitrary<List<Place>> places = Combinators.combine(kinds(), free(), free(), free())
        .as((where, one, two, three) -> placed(where, new long[] {one, two, three}));
    Arbitrary<Withheld> withheld = Combinators.combine(
            Arbitraries.frequency(Tuple.of(3, 0L), Tuple.of(1, 2L), Tuple.of(1, 50L)),
            Arbitraries.frequency(Tuple.of(3, 1L), Tuple.of(1, 3L), Tuple.of(1, 4L)))
        .as((buffer, lot) -> new Withheld(Quantity.of(buffer), Quantity.of(lot)));
    Arbitrary<List<JoiningUnits>> joining = joiningUnits().list().ofMaxSize(12);
    Arbitrary<List<Long>> got = Arbitraries.longs().between(0, 6).list().ofSize(12);
    return Combinators.combine(joining, got, places, withheld)
        .as((units, granted, locations, rest) ->
            new ContractSituation(queue(sequence, units, granted), locations, rest))
        .withoutEdgeCases(); // there are thousands, and the generators mix in their own
  }

  /**
   * Returns units of all kinds that join a queue.
   *
   * @return the units
   */
  public static Arbitrary<JoiningUnits> joiningUnits() {
    Arbitrary<OrderTerms> terms = Combinators.combine(
            Arbitraries.of(Priority.class),
            Arbitraries.of(DeliveryRule.class),
            Arbitraries.of(WEB, SHOP).optional(0.5))
        .as((priority, delivery, channel) -> {
          OrderTerms plain = OrderTerms.standard().withPriority(priority).withDelivery(delivery);
          return channel.map(plain::through).orElse(plain);
        });
    Arbitrary<Long> units = Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.longs().between(1, 24)),
        Tuple.of(1, Arbitraries.longs().between(1, 1L << 40)));
    Arbitrary<Optional<LocalDate>> due = Arbitraries.longs()
        .between(-3, 3)
        .map(days -> LocalDate.EPOCH.plusDays(days))
        .optional();
    return Combinators.combine(Arbitraries.integers().between(0, 999), units, due, terms)
        .as((order, quantity, day, its) -> {
          OrderLine line = OrderLine.of("1", ITEM, Quantity.of(quantity));
          OrderLine dated = day.map(line::dueBy).orElse(line);
          return new JoiningUnits(OrderId.of("O" + order), dated, its, NOON);
        })
        .withoutEdgeCases();
  }

  private static Arbitrary<List<Location>> kinds() {
    Arbitrary<Location> kind = Arbitraries.of(
        Location.of("L"),
        Location.of("L").serving(WEB),
        Location.of("L").serving(WEB, SHOP),
        Location.of("L").inactive());
    return kind.list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Long> free() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(0L)),
        Tuple.of(8, Arbitraries.longs().between(1, 40)),
        Tuple.of(1, Arbitraries.longs().between(1, 1L << 40)));
  }

  private static List<Place> placed(List<Location> kinds, long[] free) {
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> {
          Location kind = kinds.get(i);
          Location named = Location.of("L" + i).serving(kind.channels().toArray(ChannelId[]::new));
          return kind.isActive() ? new Place(named, free[i]) : new Place(named.inactive(), 0);
        })
        .toList();
  }

  private static List<Line> queue(
      Sequence sequence, List<JoiningUnits> joining, List<Long> granted) {
    return IntStream.range(0, joining.size())
        .mapToObj(i -> {
          JoiningUnits units = joining.get(i);
          PlaceInLine place = sequence.place(units, i + 1L);
          OrderLineId id = OrderLineId.of("O" + i, "1");
          return new Line(
              new Ordered(id, units, place), units.line().quantity(), Quantity.of(granted.get(i)));
        })
        .sorted(comparing(Line::place))
        .toList();
  }

  /**
   * Returns the situation of a queue of lines of one unit, and one location.
   *
   * @param waiting how many lines wait
   * @param free how many units are free
   * @param sequence the sequence of the lines
   * @return the situation
   */
  public static ContractSituation ofSingles(int waiting, int free, Sequence sequence) {
    JoiningUnits one = new JoiningUnits(
        OrderId.of("O"), OrderLine.of("1", ITEM, Quantity.of(1)), OrderTerms.standard(), NOON);
    List<JoiningUnits> joining = Stream.generate(() -> one).limit(waiting).toList();
    List<Long> granted = Stream.generate(() -> 0L).limit(waiting).toList();
    return new ContractSituation(
        queue(sequence, joining, granted),
        List.of(new Place(Location.of("L0"), free)),
        new Withheld(Quantity.ZERO, Quantity.of(1)));
  }

  /**
   * Returns a backlog of the lines.
   *
   * @return a backlog that nobody has read
   */
  public CountedBacklog backlog() {
    return new CountedBacklog(lines);
  }

  /**
   * Returns a shelf of what is free.
   *
   * @return a shelf that nobody has touched
   */
  public Shelf shelf() {
    List<Location> byRank = locations.stream().map(Place::location).toList();
    long[] free = locations.stream().mapToLong(Place::free).toArray();
    return Shelf.of(byRank, free).withholding(withheld.buffer).inLotsOf(withheld.lot);
  }

  /**
   * Asks a policy.
   *
   * @param policy the policy
   * @return its plan
   */
  public AllocationPlan allocate(AllocationPolicy policy) {
    return policy.allocate(backlog(), shelf());
  }

  /**
   * Returns the units of one lot.
   *
   * @return the lot
   */
  public Quantity lot() {
    return withheld.lot;
  }

  /**
   * Returns the locations that may serve a line.
   *
   * @param line the line
   * @return the names of active locations that are kept for nobody, or for the line's channel
   */
  public List<LocationId> serving(WaitingLine line) {
    Optional<ChannelId> channel = line.terms().channel();
    return locations.stream()
        .map(Place::location)
        .filter(Location::isActive)
        .filter(each -> each.channels().isEmpty()
            || channel.isEmpty()
            || each.channels().contains(channel.orElseThrow()))
        .map(Location::id)
        .toList();
  }

  /**
   * Returns the units free at a location.
   *
   * @param location the location
   * @return the units, zero where there is no such location
   */
  public long freeAt(LocationId location) {
    return locations.stream()
        .filter(each -> each.location.id().equals(location))
        .mapToLong(Place::free)
        .sum();
  }

  /**
   * Returns the units that the buffer leaves.
   *
   * @return the units, over all locations, never below zero
   */
  public long beyondBuffer() {
    long sum = locations.stream().mapToLong(Place::free).sum();
    return Math.max(0, sum - withheld.buffer.units());
  }
}
