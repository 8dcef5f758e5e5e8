package io.backorder.explanation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.backorder.allocation.Guard;
import io.backorder.demand.HoldId;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that would fill a short line, had it happened just now.
 *
 * <p>Each was tried out on the line as it stands, by the same steps that a document takes, and taken
 * back. Numbers are the smallest: with one unit less of any of them the line would still be short. Where
 * more units may serve a line worse (lots, lines and orders that are filled whole), the 256 smallest
 * numbers that could do are tried one by one; beyond these, and under a policy of the host's own, a smaller
 * number may do that is not found. Every case is immutable and thread-safe; its text is a clause that
 * follows "it would be filled".
 */
public sealed interface Remedy {

  /**
   * Tells whether nothing of the line would wait any more.
   *
   * @return false for a change that brings a part of it
   */
  default boolean fills() {
    return true;
  }

  /**
   * Any document that touches an item, even one that changes nothing of it, such as the sweep of ended
   * holds or a count of what is there.
   *
   * @param sku the item
   */
  record NextDocument(Sku sku) implements Remedy {

    /** Rejects missing parts. */
    public NextDocument {
      requireNonNull(sku, "sku");
    }

    @Override
    public String toString() {
      return "by the next document on " + sku;
    }
  }

  /**
   * Units arrive, all with one receipt.
   *
   * @param units what arrives where
   * @param extent {@link Extent#EXACT}, or {@link Extent#AT_MOST} where so many wait that it was not
   *     tried out: then the units are enough for everybody who waits, under the policies of the library
   */
  record Arrival(List<StockUnits> units, Extent extent) implements Remedy {

    /** Copies the units. */
    public Arrival {
      units = List.copyOf(units);
      requireNonNull(extent, "extent");
    }

    @Override
    public String toString() {
      return "by " + extent.before(more(units));
    }
  }

  /**
   * Other lines give units up, one after the other: these lines wait instead, or are cancelled.
   *
   * @param lines the lines, with the units that each gives up
   */
  record GivenUp(List<LineUnits> lines) implements Remedy {

    /** Copies the lines. */
    public GivenUp {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return lines.stream()
          .map(each -> "%s units of %s".formatted(each.units(), each.line()))
          .collect(joining(" and ", "by giving it ", ""));
    }
  }

  /**
   * Carts let go of what is held for them, one after the other.
   *
   * @param holds the holds, the one that ends first first
   * @param until the instant at which the last of them ends by itself
   */
  record HoldsReleased(List<HoldId> holds, Instant until) implements Remedy {

    /** Copies the holds. */
    public HoldsReleased {
      holds = List.copyOf(holds);
      requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return "by the release of hold %s, which ends at %s"
          .formatted(holds.stream().map(HoldId::toString).collect(joining(" and hold ")), until);
    }
  }

  /**
   * The order is delivered in part from now on, and the next document touches the item.
   *
   * @param now the units that the line would get at once, at least 1
   * @param rest the units that would still wait
   */
  record InPart(Quantity now, Quantity rest) implements Remedy {

    /** Rejects missing parts. */
    public InPart {
      requireNonNull(now, "now");
      requireNonNull(rest, "rest");
    }

    @Override
    public boolean fills() {
      return rest.isZero();
    }

    @Override
    public String toString() {
      return fills()
          ? "by shipping its order in part"
          : "%s units by shipping its order in part".formatted(now);
    }
  }

  /**
   * Quotas are raised, and units arrive.
   *
   * @param caps the quotas
   * @param by the units by which each is raised
   * @param arriving what arrives where with the next document, none if the next document suffices
   */
  record CapRaised(List<Guard.Limit.Cap> caps, Quantity by, List<StockUnits> arriving)
      implements Remedy {

    /** Copies the lists. */
    public CapRaised {
      caps = List.copyOf(caps);
      requireNonNull(by, "by");
      arriving = List.copyOf(arriving);
    }

    @Override
    public String toString() {
      return caps.stream().map(Guard.Limit.Cap::group).collect(joining(" and ", "by ", ""))
          + " being granted %s units more".formatted(by)
          + and(arriving);
    }
  }

  /**
   * A location serves the line's order, and units arrive.
   *
   * @param location the location, made active and open to the channel
   * @param channel the channel of the order, if it has one
   * @param arriving what arrives where with the next document, none if the next document suffices
   */
  record Opened(LocationId location, Optional<ChannelId> channel, List<StockUnits> arriving)
      implements Remedy {

    /** Copies the list. */
    public Opened {
      requireNonNull(location, "location");
      requireNonNull(channel, "channel");
      arriving = List.copyOf(arriving);
    }

    @Override
    public String toString() {
      return "by location %s being open%s%s"
          .formatted(
              location, channel.map(each -> " to channel " + each).orElse(""), and(arriving));
    }
  }

  private static String and(List<StockUnits> arriving) {
    return arriving.isEmpty() ? "" : " and " + more(arriving);
  }

  private static String more(List<StockUnits> units) {
    return units.stream()
        .map(each -> "%s more %s at %s".formatted(each.quantity(), each.sku(), each.location()))
        .collect(joining(" and "));
  }
}
