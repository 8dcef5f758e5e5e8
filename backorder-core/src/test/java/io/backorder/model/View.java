package io.backorder.model;

import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a reader of the model sees. */
public final class View {

  private final Shop shop;
  private final Books books;
  private final Floor floor;

  View(Shop shop, Books books) {
    this.shop = shop;
    this.books = books;
    this.floor = new Floor(shop, books);
  }

  /** Returns every figure, one text for each thing that the scenario format can check. */
  public List<String> lines(List<String> channels) {
    List<String> lines = new ArrayList<>();
    for (Shop.Item item : shop.items()) {
      addItem(lines, item, channels);
    }
    for (Sale sale : books.sales) {
      lines.add(sale.id + " " + sale.status());
      sale.lines.forEach(line -> lines.add(text(line)));
    }
    return lines;
  }

  private void addItem(List<String> lines, Shop.Item item, List<String> channels) {
    String sku = item.sku();
    for (Shop.Place place : shop.places()) {
      long onHand = floor.onHand(sku, place.id());
      long reserved = floor.reserved(sku, place.id());
      long held = floor.held(sku, place.id());
      lines.add(Floor.at(sku, place.id()) + " onHand=" + onHand + " reserved=" + reserved + " held="
          + held + " free=" + (onHand - reserved - held));
    }
    lines.add(
        "%s waiting=%d toOrder=%s".formatted(sku, floor.waiting(sku), availableToOrder(item)));
    if (item.isTracked()) {
      lines.add(sku + " now=" + availableNow(sku, ""));
      channels.forEach(each -> lines.add(sku + " " + each + "=" + availableNow(sku, each)));
    }
    lines.add(supplies(sku));
    StringBuilder queue = new StringBuilder(sku + " queue");
    floor
        .queue(sku)
        .forEach(spot -> queue.append(" %s:%d".formatted(spot.line().id(), spot.waiting())));
    lines.add(queue.toString());
  }

  /** What will still come, in due order, and where the item stands with it. */
  private String supplies(String sku) {
    long position = floor.onHand(sku) + floor.inbound(sku) - floor.waiting(sku);
    for (Shop.Place place : shop.places()) {
      position -= floor.reserved(sku, place.id());
    }
    StringBuilder text =
        new StringBuilder("%s position=%d inbound=%d".formatted(sku, position, floor.inbound(sku)));
    books.supplies.stream()
        .filter(supply -> supply.sku.equals(sku) && supply.expected() > 0)
        .sorted(Comparator.comparing(supply -> supply.due)) // stable: ties go as announced
        .forEach(supply -> text.append(" %s:%d of %d, %d came"
            .formatted(supply.id, supply.expected(), supply.quantity, supply.received)));
    return text.toString();
  }

  /** What a new order could take from the shelf once those before it have had what they can use. */
  long availableNow(String sku, String channel) {
    Books settled = books.copy();
    Floor after = new Floor(shop, settled);
    new Allocation(after, new Diary()).allocate(List.of(sku));
    return after.reachable(sku, channel);
  }

  private String availableToOrder(Shop.Item item) {
    if (!item.isTracked()) {
      return "-";
    }
    long now = availableNow(item.sku(), "");
    return switch (item.allowance()) {
      case UNLIMITED -> "unlimited";
      case REFUSED -> String.valueOf(now);
      case LIMITED -> String.valueOf(sumOrAll(now, item.limit() - floor.waiting(item.sku())));
      case INBOUND ->
        String.valueOf(sumOrAll(now, floor.inbound(item.sku()) - floor.waiting(item.sku())));
    };
  }

  /** No order can name more than the largest number, so that is all that can be ordered. */
  private static long sumOrAll(long now, long allowance) {
    long more = Math.max(0, allowance);
    return now > Long.MAX_VALUE - more ? Long.MAX_VALUE : now + more;
  }

  private String text(Line line) {
    Map<String, Long> reservedAt = new TreeMap<>();
    for (Claim claim : line.claims) {
      claim.reserved.forEach((location, units) -> reservedAt.merge(location, units, Long::sum));
    }
    return line.id() + " " + line.sku() + " ordered=" + line.ordered() + " reserved="
        + line.reserved() + " waiting=" + line.waiting() + " shipped=" + line.shipped
        + " cancelled=" + line.cancelled + " refused=" + line.refused + " returned="
        + line.returned + " " + reservedAt + " " + reason(line).orElse("-");
  }

  /**
   * The first reason that is true of the units that wait; none, if units that a hold has left lie
   * there and go with the next document.
   */
  private Optional<String> reason(Line line) {
    if (line.waiting() == 0) {
      return Optional.empty();
    }
    String sku = line.sku();
    long there = 0;
    long unheld = 0;
    for (Shop.Place place : shop.places()) {
      if (place.serves(line.sale.terms.channel())) {
        unheld += floor.free(sku, place.id());
        there += floor.free(sku, place.id()) + floor.held(sku, place.id());
      }
    }
    long lots = floor.reachable(sku, line.sale.terms.channel());
    boolean whole = line.isComplete() || shop.policy() == Shop.Policy.COMPLETE_LINES;
    boolean goes = availableNow(sku, line.sale.terms.channel()) < lots;
    if (there == 0 || unheld == 0) {
      return Optional.of(there == 0 ? "NO_STOCK" : "HELD");
    } else if (floor.unbuffered(sku) == 0 || lots == 0) {
      return Optional.of(floor.unbuffered(sku) == 0 ? "BUFFER" : "LOT");
    }
    if (goes || !whole) {
      return Optional.empty();
    } else if (lots < line.waiting()) {
      return Optional.of("WAITS_FOR_LINE");
    }
    return line.sale.isWhole() ? Optional.of("WAITS_FOR_ORDER") : Optional.empty();
  }
}
