package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.picking.BinId;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pick list on its way through the lights.
 *
 * <p>Each open line of the list is a task. A bin shows one task at a time, in the order of the list; bins
 * show theirs side by side. The first answer to a task counts. An answer that comes twice counts once; one
 * that says something else is noted, and the first stands. A task without an answer is shown again after a
 * while, under the same number, so that a device whose answer was lost gives it again; one that never
 * answers is left to a person, whose word is an answer like any other.
 *
 * <p>Orders change while lamps are on. {@link #revise} turns off what is asked for no more, and has the rest
 * shown anew. What the picker has taken by then is an answer all the same: it counts as it was shown, and
 * what is more than is asked for now is {@link #surplus}.
 *
 * <p>The tour says what was taken; the host tells its {@code PickFloor}. This type keeps state in memory and
 * is thread-safe; the device is called while the tour's lock is held, and must not wait for an answer.
 */
public final class LightTour {

  private final String list;
  private final PickDevice device;
  private final Patience patience;
  private final Map<String, Light> lights = new LinkedHashMap<>();

  private LightTour(PickList list, PickDevice device, Patience patience) {
    this.list = list.id();
    this.device = requireNonNull(device, "device");
    this.patience = requireNonNull(patience, "patience");
    for (PickLine line : list.lines()) {
      if (!line.open().isZero()) {
        String number = list.id() + ":" + line.line();
        lights.put(
            number, new Light(new LightTask(number, line.bin().id(), line.line(), line.open())));
      }
    }
  }

  /** One task, how often it was shown, and what was said of it. */
  private static final class Light {

    /** All that was asked for under the task's number, one after the other, each less than before. */
    final List<Quantity> asked = new ArrayList<>();

    LightTask task;

    /** What is asked for now: none if the task was called off. */
    Quantity wanted;

    int shows;

    @Nullable
    Instant shownAt;

    @Nullable
    LightAnswer answer;

    boolean contradicted;

    Light(LightTask task) {
      this.task = task;
      this.wanted = task.quantity();
      asked.add(wanted);
    }

    boolean isOpen() {
      return answer == null && !wanted.isZero();
    }

    boolean isLeft(Patience patience, Instant now) {
      return isOpen()
          && shows >= patience.shows()
          && shownAt != null
          && !now.isBefore(shownAt.plus(patience.delay()));
    }

    /** Asks for fewer units from now on. */
    void lower(Quantity units) {
      wanted = units;
      shownAt = null;
      shows = 0;
      if (!units.isZero()) {
        asked.add(units);
        task = new LightTask(task.number(), task.bin(), task.line(), units);
      }
    }

    /** Whether an answer is of this task as it was shown, now or before. */
    boolean admits(LightAnswer said) {
      return said instanceof LightAnswer.Confirmed
          ? asked.contains(said.taken())
          : said.taken().compareTo(asked.get(0)) < 0;
    }

    Quantity taken() {
      return answer == null ? Quantity.ZERO : answer.taken();
    }
  }

  /**
   * Makes the tour of a list; nothing is shown before {@link #tick}.
   *
   * @param list the list; its open units are the tasks
   * @param device the lamps
   * @param patience how long a light waits for an answer
   * @return the tour
   */
  public static LightTour of(PickList list, PickDevice device, Patience patience) {
    return new LightTour(list, device, patience);
  }

  /**
   * Shows what is to be shown now: at each bin the first task without an answer, again if its time is
   * over. The host calls this to begin, after each answer, and now and then.
   *
   * @param now the time
   */
  public synchronized void tick(Instant now) {
    requireNonNull(now, "now");
    Set<BinId> busy = new HashSet<>();
    for (Light light : lights.values()) {
      if (light.isLeft(patience, now)) {
        device.lightOff(light.task); // a person takes over, and the bin is free for the next
      } else if (light.isOpen() && busy.add(light.task.bin())) {
        show(light, now);
      }
    }
  }

  private void show(Light light, Instant now) {
    Instant shownAt = light.shownAt;
    if (shownAt == null || !now.isBefore(shownAt.plus(patience.delay()))) {
      light.shownAt = now;
      light.shows++;
      device.lightOn(light.task);
    }
  }

  /**
   * Takes over what the list of this tour asks for now. A lamp that shows more goes off; what is still
   * asked for is shown anew by {@link #tick}. The host calls this after the floor was told that units were
   * given up, such as with {@code floor.lists()} after each event. Tasks that were answered stay as they are.
   *
   * @param lists the lists that are being picked; if that of this tour is not among them, nothing is asked
   *     for any more
   */
  public synchronized void revise(List<PickList> lists) {
    Map<OrderLineId, Quantity> open = new HashMap<>();
    lists.stream()
        .filter(each -> each.id().equals(list))
        .flatMap(each -> each.lines().stream())
        .forEach(line -> open.put(line.line(), line.open()));
    for (Light light : lights.values()) {
      Quantity now = open.getOrDefault(light.task.line(), Quantity.ZERO);
      if (light.isOpen() && now.compareTo(light.wanted) < 0) {
        device.lightOff(light.task);
        light.lower(now);
      }
    }
  }

  /**
   * Takes what a device, or a person in its place, says of a task.
   *
   * @param answer the answer
   * @return what became of it; if it counts, {@link #taken} and {@link #missing} have changed
   */
  public synchronized Reception answer(LightAnswer answer) {
    Light light = lights.get(answer.task());
    if (light == null || !light.admits(answer)) {
      return Reception.UNKNOWN;
    }
    if (light.answer == null) {
      light.answer = answer;
      device.lightOff(light.task);
      return Reception.ACCEPTED;
    }
    boolean same = light.answer.equals(answer);
    light.contradicted |= !same;
    return same ? Reception.REPEATED : Reception.CONTRADICTED;
  }

  /**
   * Returns a task, as it is now; one that was called off is told as it was shown last.
   *
   * @param number its number
   * @return the task
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if this tour has none of that number
   */
  public synchronized LightTask task(String number) {
    return light(number).task;
  }

  private Light light(String number) {
    Light light = lights.get(requireNonNull(number, "number"));
    if (light == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LINE,
          "tour has no task %s".formatted(number),
          Facts.of("task", number));
    }
    return light;
  }

  /**
   * Returns the units that were taken for a task.
   *
   * @param number the task's number
   * @return the units, none before an answer
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if this tour has no such task
   */
  public synchronized Quantity taken(String number) {
    return light(number).taken();
  }

  /**
   * Returns the units that were not there for a task.
   *
   * @param number the task's number
   * @return the units, none before an answer
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if this tour has no such task
   */
  public synchronized Quantity missing(String number) {
    Light light = light(number);
    return light.answer == null ? Quantity.ZERO : light.wanted.minusOrZero(light.taken());
  }

  /**
   * Returns the units that were taken for a task and are asked for no more: they go back to the shelf.
   *
   * @param number the task's number
   * @return the units, none before an answer
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if this tour has no such task
   */
  public synchronized Quantity surplus(String number) {
    Light light = light(number);
    return light.taken().minusOrZero(light.wanted);
  }

  /**
   * Returns the tasks without an answer that are asked for.
   *
   * @return the tasks, in the order of the list; empty when the tour is done
   */
  public synchronized List<LightTask> open() {
    return lights.values().stream()
        .filter(Light::isOpen)
        .map(light -> light.task)
        .toList();
  }

  /**
   * Returns the tasks that were shown as often as patience allows and have no answer: a person goes there
   * with paper. An answer that comes late still counts, if nobody was quicker.
   *
   * @param now the time
   * @return the tasks, in the order of the list
   */
  public synchronized List<LightTask> unanswered(Instant now) {
    return lights.values().stream()
        .filter(light -> light.isLeft(patience, now))
        .map(light -> light.task)
        .toList();
  }

  /**
   * Returns the tasks of which a device said two different things.
   *
   * @return the tasks, in the order of the list
   */
  public synchronized List<LightTask> contradicted() {
    return lights.values().stream()
        .filter(light -> light.contradicted)
        .map(light -> light.task)
        .toList();
  }

  /**
   * Returns a list after what this tour took and found missing. What is more than the list asks for is left
   * out.
   *
   * @param list the list of the tour, without what the tour took
   * @return the list with it
   */
  public synchronized PickList applied(PickList list) {
    PickList now = list;
    for (Light light : lights.values()) {
      LightAnswer answer = light.answer;
      Quantity open = open(now, light.task.line());
      if (answer != null && !open.isZero()) {
        Quantity taken = answer.taken().min(open);
        now = answer instanceof LightAnswer.PickedShort
            ? now.shortPick(light.task.line(), taken)
            : now.confirm(light.task.line(), taken);
      }
    }
    return now;
  }

  private static Quantity open(PickList list, OrderLineId line) {
    return list.lines().stream()
        .filter(each -> each.line().equals(line))
        .map(PickLine::open)
        .findFirst()
        .orElse(Quantity.ZERO);
  }
}
