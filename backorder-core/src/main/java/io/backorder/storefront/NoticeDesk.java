package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each customer once of each change, when the customer wants to hear of it.
 *
 * <p>{@link #tell} takes a change and keeps one notice of it for each customer that it concerns; told again, it
 * does nothing. {@link #deliver} hands over what is due: with neither quiet hours nor a digest at once, else
 * later, but no change is ever dropped. Where a customer waits for something and has heard nothing for as long as
 * the desk was told, a notice of that is made on the way; if nothing waits any more when it could be handed over,
 * it is not. The desk has no thread and no clock: the host says what happened and when it is, or has a {@code
 * NoticeFeed} say it.
 *
 * <p>It remembers in memory alone. After a restart it is told the changes again, from the ledger, or {@linkplain
 * #recall recalls} those that are settled; the notices that it makes are the same, and so are their {@link
 * Notice.Id}s, by which a listener knows what it has sent. Methods may be called from several threads at once; no notice is in two hands at a time.
 */
public final class NoticeDesk {

  private static final Logger logger = LoggerFactory.getLogger(NoticeDesk.class);

  private static final Duration ALWAYS = Duration.ofDays(36_525);

  private final Object lock = new Object();
  private final NoticeListener listener;
  private final Duration silence;
  private final Map<CustomerId, Mailbox> boxes = new HashMap<>();
  private final Map<CustomerId, NoticePreferences> preferences = new HashMap<>();
  private final Map<String, Integer> undelivered = new HashMap<>();
  private final Timetable due = new Timetable();
  private final Timetable waiting = new Timetable();

  private NoticeDesk(NoticeListener listener, Duration silence) {
    this.listener = listener;
    this.silence = silence;
  }

  /**
   * Returns a desk that lets customers wait in silence.
   *
   * @param listener gets the notices
   * @return the desk
   */
  public static NoticeDesk of(NoticeListener listener) {
    return new NoticeDesk(requireNonNull(listener, "listener"), ALWAYS);
  }

  /**
   * Returns a desk that breaks long silences.
   *
   * @param listener gets the notices
   * @param silence how long a customer may wait without news, above zero and at most 100 years
   * @return the desk
   * @throws InvalidValueException if the time is out of range
   */
  public static NoticeDesk of(NoticeListener listener, Duration silence) {
    if (silence.isZero() || silence.isNegative() || silence.compareTo(ALWAYS) > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "silence must be above zero and at most %s: %s".formatted(ALWAYS, silence),
          Facts.of("field", "silence").and("asked", silence).and("allowed", ALWAYS));
    }
    return new NoticeDesk(requireNonNull(listener, "listener"), silence);
  }

  /**
   * Something that happened, and what it means to whom.
   *
   * @param id the change, what tells it from every other one: the kind and the number of a document, say, since
   *     documents of two kinds may have one number
   * @param at when it happened
   * @param news what each customer should hear, in the order of what happened. News that say the same of units
   *     of one line are added up
   * @param waiting how many units wait afterwards of lines of which there are news of units; what waits of
   *     others is what the news themselves say
   */
  public record Change(
      String id, Instant at, Map<CustomerId, List<News>> news, Map<OrderLineId, Quantity> waiting) {

    /** Copies the news. */
    public Change {
      requireNonNull(id, "id");
      requireNonNull(at, "at");
      waiting = Map.copyOf(requireNonNull(waiting, "waiting"));
      Map<CustomerId, List<News>> copy = new LinkedHashMap<>();
      requireNonNull(news, "news").forEach((customer, list) -> copy.put(customer, merged(list)));
      news = Map.copyOf(copy);
    }

    /**
     * Makes a change of which the news say what waits: what is backordered waits, until it is back in stock,
     * cancelled, or shipped without being back in stock before. Units of the same line that were reserved at
     * once are not known then; where they ship first, the change has to say what waits.
     *
     * @param id the change
     * @param at when it happened
     * @param news what each customer should hear
     */
    public Change(String id, Instant at, Map<CustomerId, List<News>> news) {
      this(id, at, news, Map.of());
    }

    private static List<News> merged(List<News> news) {
      Map<News, News> found = new LinkedHashMap<>();
      for (News each : news) {
        News kind = each instanceof News.OfUnits units ? units.of(Quantity.ZERO) : each;
        found.merge(kind, each, (one, other) -> one.and(other).orElse(one));
      }
      return List.copyOf(found.values());
    }

    /**
     * Returns a change that concerns one customer.
     *
     * @param id the change
     * @param at when it happened
     * @param customer the customer
     * @param news what the customer should hear
     * @return the change
     */
    public static Change of(String id, Instant at, CustomerId customer, News news) {
      requireNonNull(customer, "customer");
      return new Change(id, at, Map.of(customer, List.of(requireNonNull(news, "news"))));
    }
  }

  /**
   * What a delivery came to.
   *
   * @param delivered the notices that the listener took
   * @param failed the notices at which it threw, and which are kept
   */
  public record Delivery(int delivered, int failed) {

    private Delivery plus(Delivery other) {
      return new Delivery(delivered + other.delivered, failed + other.failed);
    }
  }

  /**
   * Sets when a customer wants to hear of things, from now on and of what is not delivered yet.
   *
   * @param customer the customer
   * @param wanted the preferences
   */
  public void prefer(CustomerId customer, NoticePreferences wanted) {
    requireNonNull(wanted, "wanted");
    synchronized (lock) {
      preferences.put(requireNonNull(customer, "customer"), wanted);
      Mailbox box = boxes.get(customer);
      if (box != null) {
        box.prefer(wanted);
        reschedule(customer, box);
      }
    }
  }

  private void reschedule(CustomerId customer, Mailbox box) {
    due.set(customer, box.due());
    waiting.set(customer, box.waitsSince().map(since -> since.plus(silence)));
  }

  /**
   * Takes a change.
   *
   * @param change what happened
   * @return how many notices it makes: one for each customer that it concerns and who was not told of it
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if the name of the change has no character
   *     or more than 200; nothing is taken then
   */
  public int tell(Change change) {
    List<Notice> notices = notices(change);
    synchronized (lock) {
      int made =
          notices.stream().mapToInt(each -> accept(each, change.waiting())).sum();
      if (made > 0) {
        undelivered.merge(change.id(), made, Integer::sum);
      }
      return made;
    }
  }

  private static List<Notice> notices(Change change) {
    return change.news().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each ->
            new Notice(new Notice.Id(change.id(), each.getKey()), change.at(), each.getValue()))
        .toList();
  }

  private int accept(Notice notice, Map<OrderLineId, Quantity> waits) {
    Mailbox box = open(notice.customer());
    int accepted = box.accept(notice, waits);
    reschedule(notice.customer(), box);
    return accepted;
  }

  private Mailbox open(CustomerId customer) {
    return boxes.computeIfAbsent(
        customer,
        key -> new Mailbox(key, preferences.getOrDefault(key, NoticePreferences.atOnce())));
  }

  /**
   * Takes note of a change of which everybody was told before a restart: of who waits since when. It makes no
   * notice, and is told as a new one if it is told.
   *
   * @param change what happened
   * @throws InvalidValueException as {@link #tell}
   */
  public void recall(Change change) {
    List<Notice> notices = notices(change);
    synchronized (lock) {
      notices.forEach(each -> recall(each, change.waiting()));
    }
  }

  private void recall(Notice notice, Map<OrderLineId, Quantity> waits) {
    CustomerId customer = notice.customer();
    Mailbox box = open(customer);
    box.recall(notice, waits);
    reschedule(customer, box);
    if (box.isEmpty()) {
      boxes.remove(customer);
    }
  }

  /**
   * Tells whether somebody has yet to get the notice of a change that was told.
   *
   * @param change the name of the change
   * @return true until the listener has taken the notice of each customer
   */
  public boolean isPending(String change) {
    requireNonNull(change, "change");
    synchronized (lock) {
      return undelivered.containsKey(change);
    }
  }

  /**
   * Hands over what is due.
   *
   * @param now the moment
   * @return how many notices the listener took, and at how many it threw; these are due again
   */
  public Delivery deliver(Instant now) {
    breakSilences(requireNonNull(now, "now"));
    Delivery all = new Delivery(0, 0);
    List<CustomerId> again = new ArrayList<>();
    try {
      Optional<CustomerId> next = next(now);
      while (next.isPresent()) {
        again.add(next.orElseThrow());
        Delivery one = deliver(next.orElseThrow(), now);
        if (one.failed() == 0) {
          again.remove(again.size() - 1);
        }
        all = all.plus(one);
        next = next(now);
      }
    } finally {
      reschedule(again);
    }
    return all;
  }

  private void reschedule(List<CustomerId> customers) {
    synchronized (lock) {
      customers.forEach(customer -> reschedule(customer, box(customer)));
    }
  }

  private Mailbox box(CustomerId customer) {
    return requireNonNull(boxes.get(customer), () -> "mailbox of " + customer);
  }

  private void breakSilences(Instant now) {
    synchronized (lock) {
      Optional<CustomerId> next = waiting.take(now);
      while (next.isPresent()) {
        Mailbox box = box(next.orElseThrow());
        accept(box.reminder(box.waitsSince().orElseThrow(), now, silence), Map.of());
        next = waiting.take(now);
      }
    }
  }

  private Optional<CustomerId> next(Instant now) {
    synchronized (lock) {
      return due.take(now);
    }
  }

  private Delivery deliver(CustomerId customer, Instant now) {
    List<Notice> notices = take(customer, now);
    if (notices.isEmpty()) {
      return new Delivery(0, 0);
    }
    Delivery outcome = new Delivery(0, notices.size());
    try {
      listener.onNotices(customer, notices);
      outcome = new Delivery(notices.size(), 0);
    } catch (RuntimeException e) {
      logger.warn("listener {} failed on {}; they are due again", listener, notices, e);
    } finally {
      layDown(customer, notices, outcome);
    }
    return outcome;
  }

  private List<Notice> take(CustomerId customer, Instant now) {
    synchronized (lock) {
      Mailbox box = box(customer);
      List<Notice> notices = box.take(now);
      if (notices.isEmpty()) {
        due.set(customer, box.dueAfter(now));
      }
      return notices;
    }
  }

  private void layDown(CustomerId customer, List<Notice> notices, Delivery outcome) {
    synchronized (lock) {
      Mailbox box = box(customer);
      if (outcome.failed() > 0) {
        box.failed();
      } else {
        box.sent(notices);
        notices.forEach(each -> settle(each.id().change()));
        reschedule(customer, box);
      }
    }
  }

  private void settle(String change) {
    if (undelivered.merge(change, -1, Integer::sum) <= 0) {
      undelivered.remove(change); // or it was a reminder, which nobody told
    }
  }

  /**
   * Returns when there is something to deliver next, if nothing happens before.
   *
   * @return the moment; empty if nothing is kept and nobody waits
   */
  public Optional<Instant> nextDelivery() {
    synchronized (lock) {
      return Stream.of(due.first(), waiting.first())
          .flatMap(Optional::stream)
          .min(Instant::compareTo);
    }
  }

  /**
   * Returns how many notices are kept for later.
   *
   * @return the notices that are not delivered yet
   */
  public int pending() {
    synchronized (lock) {
      return boxes.values().stream().mapToInt(Mailbox::pending).sum();
    }
  }

  /**
   * Forgets which changes customers were told of, so that memory does not grow for ever. What is not delivered
   * yet is kept, and so is who waits for what.
   *
   * @param before the moment: a change from before it would be taken as a new one
   */
  public void forget(Instant before) {
    requireNonNull(before, "before");
    synchronized (lock) {
      boxes.values().forEach(box -> box.forget(before));
      boxes.values().removeIf(Mailbox::isEmpty);
    }
  }
}
