package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.CustomerId;
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
 * later, but nothing is ever dropped. Where a customer waits for something and has heard nothing for as long as
 * the desk was told, a notice of that is made on the way. The desk has no thread and no clock: the host says what
 * happened and when it is.
 *
 * <p>It remembers in memory alone. After a restart the host tells it the changes again, from the ledger; the
 * notices that it makes are the same, and so are their {@link Notice.Id}s, by which a listener knows what it has
 * sent. Methods may be called from several threads at once; no notice is in two hands at a time.
 */
public final class NoticeDesk {

  private static final Logger logger = LoggerFactory.getLogger(NoticeDesk.class);

  private static final Duration ALWAYS = Duration.ofDays(36_525);

  private final Object lock = new Object();
  private final NoticeListener listener;
  private final Duration silence;
  private final Map<CustomerId, Mailbox> boxes = new HashMap<>();
  private final Map<CustomerId, NoticePreferences> preferences = new HashMap<>();
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
   * @param id the change, such as the number of a document: what tells it from every other one
   * @param at when it happened
   * @param news what each customer should hear, in the order of what happened. News that say the same of units
   *     of one line are added up
   */
  public record Change(String id, Instant at, Map<CustomerId, List<News>> news) {

    /** Copies the news. */
    public Change {
      requireNonNull(id, "id");
      requireNonNull(at, "at");
      Map<CustomerId, List<News>> copy = new LinkedHashMap<>();
      requireNonNull(news, "news").forEach((customer, list) -> copy.put(customer, merged(list)));
      news = Map.copyOf(copy);
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
    List<Notice> notices = change.news().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each ->
            new Notice(new Notice.Id(change.id(), each.getKey()), change.at(), each.getValue()))
        .toList();
    synchronized (lock) {
      return notices.stream().mapToInt(this::accept).sum();
    }
  }

  private int accept(Notice notice) {
    CustomerId customer = notice.customer();
    Mailbox box = boxes.computeIfAbsent(
        customer,
        key -> new Mailbox(key, preferences.getOrDefault(key, NoticePreferences.atOnce())));
    int accepted = box.accept(notice);
    reschedule(customer, box);
    return accepted;
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
        accept(box.reminder(box.waitsSince().orElseThrow(), now, silence));
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
        reschedule(customer, box);
      }
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
