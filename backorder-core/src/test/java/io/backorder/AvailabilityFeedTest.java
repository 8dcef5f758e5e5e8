package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.AvailabilityListener.Listing;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What channels are told that they may list. */
final class AvailabilityFeedTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final ChannelId MARKET = ChannelId.of("market");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Inventory inventory = Inventory.inMemory()
      .clock(() -> now)
      .locations(Location.of("MAIN").serving(WEB), Location.of("EAST"))
      .terms(this::terms)
      .build();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Quantity> listed = new HashMap<>();
  private int documents;
  private boolean areTermsBroken;

  private ItemTerms terms(Sku sku) {
    if (areTermsBroken) {
      throw new IllegalStateException("no terms");
    }
    return sku.equals(PAIR)
        ? ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2)))
        : ItemTerms.standard();
  }

  private AvailabilityFeed feed() {
    return AvailabilityFeed.of(inventory, List.of(WEB, MARKET), Runnable::run, this::hear);
  }

  private void hear(Listing listing) {
    heard.add(listing.toString());
    Quantity before = listed.put(listing.sku() + "/" + listing.channel(), listing.quantity());
    assertThat(listing.quantity()).as("what was told before").isNotEqualTo(before);
  }

  private Document receipt(LocationId location, long units) {
    documents++;
    return ReceiveStock.of("R" + documents, LAMP, location, Quantity.of(units));
  }

  private Document order(ChannelId channel, long units) {
    documents++;
    OrderLine line = OrderLine.of("1", LAMP, Quantity.of(units));
    return PlaceOrder.of(OrderId.of("O" + documents), line)
        .with(OrderTerms.standard().through(channel));
  }

  @Test
  void publish_goodsForWhoWaits_areListedNowhere() {
    inventory.post(order(WEB, 4));
    feed();

    inventory.post(receipt(MAIN, 5));
    inventory.post(receipt(EAST, 2));

    assertThat(heard)
        .containsExactly(
            "web may list 1 of LAMP",
            "market may list 0 of LAMP",
            "web may list 3 of LAMP",
            "market may list 2 of LAMP");
  }

  @Test
  void publish_nothingChanged_isNotTold() {
    inventory.post(receipt(EAST, 3));
    AvailabilityFeed feed = feed();
    feed.publish(List.of(LAMP));
    heard.clear();

    feed.publish(List.of(LAMP));
    inventory.post(receipt(MAIN, 1));

    assertThat(heard).containsExactly("web may list 4 of LAMP");
  }

  @Test
  void publish_documentsPostedTogether_areToldOnce() {
    feed();

    inventory.postAll(List.of(receipt(EAST, 3), order(WEB, 1), order(MARKET, 1)));

    assertThat(heard).containsExactly("web may list 1 of LAMP", "market may list 1 of LAMP");
  }

  @Test
  void publish_changesWhileTheExecutorIsBusy_areToldOnce() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    AvailabilityFeed.of(inventory, List.of(WEB), tasks::add, this::hear);

    inventory.post(receipt(EAST, 3));
    inventory.post(order(WEB, 1));
    inventory.post(order(WEB, 1));
    assertThat(tasks).hasSize(1);
    tasks.remove().run();

    assertThat(heard).containsExactly("web may list 1 of LAMP");
  }

  @Test
  void publish_holds_areTakenOffAndComeBackWithTheSweep() {
    inventory.post(receipt(EAST, 3));
    feed();
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, Quantity.of(2)))));
    now = now.plus(Duration.ofHours(2));
    inventory.post(new ExpireHolds());

    assertThat(heard)
        .containsExactly(
            "web may list 1 of LAMP",
            "market may list 1 of LAMP",
            "web may list 3 of LAMP",
            "market may list 3 of LAMP");
  }

  @Test
  void publish_componentOfAKit_tellsOfTheKit() {
    feed().withKits(List.of(PAIR));

    inventory.post(receipt(EAST, 5));

    assertThat(heard)
        .containsExactly(
            "web may list 5 of LAMP",
            "market may list 5 of LAMP",
            "web may list 2 of PAIR",
            "market may list 2 of PAIR");
  }

  @Test
  void publish_listenerThatFails_isToldBehindTheNextChange() {
    List<Listing> got = new ArrayList<>();
    AvailabilityFeed feed = AvailabilityFeed.of(inventory, List.of(WEB), Runnable::run, listing -> {
      if (documents == 1) {
        throw new IllegalStateException("no connection");
      }
      got.add(listing);
    });

    inventory.post(receipt(EAST, 5));
    assertThat(feed.failures()).isEqualTo(1);
    documents++;
    feed.publish();

    assertThat(got).map(Listing::quantity).containsExactly(Quantity.of(5));
  }

  @Test
  void publish_termsThatFail_areAskedAgainBehindTheNextChange() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    AvailabilityFeed feed = AvailabilityFeed.of(inventory, List.of(WEB), tasks::add, this::hear)
        .withKits(List.of(PAIR));
    feed.publish(List.of(LAMP));
    areTermsBroken = true;
    tasks.remove().run();
    assertThat(feed.failures()).isEqualTo(1);

    areTermsBroken = false;
    inventory.post(receipt(EAST, 4));
    tasks.remove().run();

    assertThat(heard).containsExactly("web may list 4 of LAMP", "web may list 2 of PAIR");
  }

  @Test
  void publish_executorThatRefuses_isAskedAgain() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    AvailabilityFeed feed = AvailabilityFeed.of(
        inventory,
        List.of(WEB),
        task -> {
          if (documents == 1) {
            throw new IllegalStateException("full");
          }
          tasks.add(task);
        },
        this::hear);

    inventory.post(receipt(EAST, 5));
    inventory.post(receipt(EAST, 1));
    tasks.remove().run();

    assertThat(feed.failures()).isEqualTo(1);
    assertThat(heard).containsExactly("web may list 6 of LAMP");
  }

  @Property(tries = 200)
  void whatWasToldLastIsWhatIsThere(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 999) Integer> moves) {
    AvailabilityFeed feed = feed().withKits(List.of(PAIR));
    feed.publish(List.of(LAMP, PAIR));

    for (int move : moves) {
      ChannelId channel = move % 3 == 0 ? MARKET : WEB;
      LocationId location = move % 5 == 0 ? MAIN : EAST;
      inventory.post(
          move % 2 == 0 ? receipt(location, 1 + move % 7) : order(channel, 1 + move % 9));
      requireListed();
    }
  }

  private void requireListed() {
    for (Sku sku : List.of(LAMP, PAIR)) {
      for (ChannelId channel : List.of(WEB, MARKET)) {
        assertThat(listed.get(sku + "/" + channel)).isEqualTo(inventory.availableNow(sku, channel));
      }
    }
  }

  @Test
  void publish_fromManyThreads_endsWithWhatIsThere() throws InterruptedException {
    feed().publish(List.of(LAMP));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 400; i++) {
      int number = i;
      threads.execute(() -> inventory.post(
          number % 3 == 0
              ? PlaceOrder.of(OrderId.of("T" + number), OrderLine.of("1", LAMP, Quantity.of(2)))
              : ReceiveStock.of("T" + number, LAMP, EAST, Quantity.of(1))));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

    assertThat(listed.get("LAMP/market")).isEqualTo(inventory.availableNow(LAMP, MARKET));
  }
}
