package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.picking.BinId;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import java.time.Instant;
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
 * <p>The tour says what was taken; the host tells its {@code PickFloor}. This type keeps state in memory and
 * is thread-safe; the device is called while the tour's lock is held, and must not wait for an answer.
 */
public final class LightTour {

  private final PickDevice device;
  private final Patience patience;
  private final Map<String, Light> lights = new LinkedHashMap<>();

  private LightTour(PickList list, PickDevice device, Patience patience) {
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

    final LightTask task;
    int shows;

    @Nullable
    Instant shownAt;

    @Nullable
    LightAnswer answer;

    boolean contradicted;

    Light(LightTask task) {
      this.task = task;
    }

    boolean isOpen() {
      return answer == null;
    }

    boolean isLeft(Patience patience, Instant now) {
      return isOpen()
          && shows >= patience.shows()
          && shownAt != null
          && !now.isBefore(shownAt.plus(patience.delay()));
    }

    /** Whether an answer is of this task as it was shown. */
    boolean admits(LightAnswer said) {
      int against = said.taken().compareTo(task.quantity());
      return said instanceof LightAnswer.Confirmed ? against == 0 : against < 0;
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
   * Returns a task.
   *
   * @param number its number
   * @return the task
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if this tour has none of that number
   */
  public LightTask task(String number) {
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
    return light.isOpen() ? Quantity.ZERO : light.task.quantity().minus(light.taken());
  }

  /**
   * Returns the tasks without an answer.
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
   * Returns a list after what this tour took and found missing.
   *
   * @param list the list of the tour, as it was when the tour began
   * @return the list as it is now
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the list has fewer open units than the
   *     tour took
   */
  public synchronized PickList applied(PickList list) {
    PickList now = list;
    for (Light light : lights.values()) {
      if (light.answer instanceof LightAnswer.PickedShort few) {
        now = now.shortPick(light.task.line(), few.taken());
      } else if (light.answer != null) {
        now = now.confirm(light.task.line(), light.taken());
      }
    }
    return now;
  }
}
