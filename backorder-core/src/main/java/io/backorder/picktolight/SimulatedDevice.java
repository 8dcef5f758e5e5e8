package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.picking.BinId;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lamps, buttons, and somebody who presses them, without hardware: to try a floor out, and to test a host
 * against what hardware does.
 *
 * <p>Messages to the lamps and answers from the buttons may be lost, come twice or come late, and lamps may
 * be dead. What the picker does is done once: nothing is taken twice for a task, and answers tell what was
 * taken. Time passes by {@link #pick} alone. The same seed and the same calls give the same day; the draws
 * are those of {@link Random}, whose algorithm is fixed.
 *
 * <p>This type keeps state in memory and is thread-safe.
 */
public final class SimulatedDevice implements PickDevice {

  /** A late message comes after one to this many walks. */
  private static final int LATEST = 3;

  private final Random random;
  private final Faults faults;
  private final Map<BinId, Quantity> stock;
  private final Set<BinId> dead = new TreeSet<>();
  private final Map<String, LightAnswer> pressed = new HashMap<>();
  private final Map<String, Quantity> carried = new LinkedHashMap<>();
  private final Map<BinId, LightTask> lit = new TreeMap<>();
  private final List<Message> toLamps = new ArrayList<>();
  private final List<Message> toHost = new ArrayList<>();
  private final List<LightAnswer> answers = new ArrayList<>();
  private long walks;

  private SimulatedDevice(Faults faults, Map<BinId, Quantity> stock, long seed) {
    this.faults = requireNonNull(faults, "faults");
    this.stock = new TreeMap<>(stock);
    this.random = new Random(seed);
    for (BinId bin : this.stock.keySet()) {
      if (happens(faults.dead)) {
        dead.add(bin);
      }
    }
  }

  /**
   * What goes wrong, in percent.
   *
   * @param lost messages that never arrive, either way
   * @param twice messages that arrive twice, either way
   * @param late messages that arrive after one to three walks, behind those that were sent later
   * @param dead lamps that never light
   */
  public record Faults(int lost, int twice, int late, int dead) {

    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(0, 0, 0, 0);

    /**
     * Rejects what is no percentage.
     *
     * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is not from 0 to 100
     */
    public Faults {
      requirePercent("lost", lost);
      requirePercent("twice", twice);
      requirePercent("late", late);
      requirePercent("dead", dead);
    }

    private static void requirePercent(String name, int percent) {
      if (percent < 0 || percent > 100) {
        throw Numbers.refused(name, "be from 0 to 100", percent);
      }
    }
  }

  /** What arrives after so many walks. */
  private record Message(long due, Runnable arrival) {}

  /**
   * Returns a device with all lamps off.
   *
   * @param faults what goes wrong
   * @param stock the units that lie in each bin; others are empty
   * @param seed what the draws begin with
   * @return the device
   */
  public static SimulatedDevice of(Faults faults, Map<BinId, Quantity> stock, long seed) {
    return new SimulatedDevice(faults, stock, seed);
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  @Override
  public synchronized void lightOn(LightTask task) {
    requireNonNull(task, "task");
    send(toLamps, () -> show(task));
  }

  @Override
  public synchronized void lightOff(LightTask task) {
    requireNonNull(task, "task");
    send(toLamps, () -> end(task));
  }

  private void send(List<Message> way, Runnable arrival) {
    int copies = (happens(faults.lost) ? 0 : 1) + (happens(faults.twice) ? 1 : 0);
    for (int i = 0; i < copies; i++) {
      if (happens(faults.late)) {
        way.add(new Message(walks + 1 + random.nextInt(LATEST), arrival));
      } else {
        arrival.run();
      }
    }
  }

  private void show(LightTask task) {
    LightAnswer before = pressed.get(task.number());
    if (before != null) {
      say(before);
    } else if (!dead.contains(task.bin())) {
      lit.put(task.bin(), task);
    }
  }

  private void end(LightTask task) {
    LightTask shown = lit.get(task.bin());
    if (shown != null && shown.number().equals(task.number())) {
      lit.remove(task.bin());
    }
  }

  private void say(LightAnswer answer) {
    send(toHost, () -> answers.add(answer));
  }

  /**
   * Has somebody walk past all bins, take what the lamps say and press the buttons. Messages that were late
   * arrive before.
   */
  public synchronized void pick() {
    walks++;
    arrive(toLamps);
    List.copyOf(lit.values()).forEach(this::press);
    arrive(toHost);
  }

  /**
   * Has somebody walk past one bin, as {@link #pick()} does past all.
   *
   * @param bin the bin
   */
  public synchronized void pick(BinId bin) {
    requireNonNull(bin, "bin");
    walks++;
    arrive(toLamps);
    shown(bin).ifPresent(this::press);
    arrive(toHost);
  }

  /**
   * Puts units into a bin.
   *
   * @param bin the bin
   * @param units the units
   */
  public synchronized void refill(BinId bin, Quantity units) {
    stock.merge(requireNonNull(bin, "bin"), requireNonNull(units, "units"), Quantity::plus);
  }

  private void press(LightTask task) {
    lit.remove(task.bin());
    say(take(task));
  }

  private void arrive(List<Message> way) {
    List<Runnable> arrived = new ArrayList<>();
    for (Iterator<Message> each = way.iterator(); each.hasNext(); ) {
      Message message = each.next();
      if (message.due <= walks) {
        each.remove();
        arrived.add(message.arrival);
      }
    }
    arrived.forEach(Runnable::run);
  }

  private LightAnswer take(LightTask task) {
    Quantity there = stock.getOrDefault(task.bin(), Quantity.ZERO);
    Quantity taken = task.quantity().min(there);
    stock.put(task.bin(), there.minus(taken));
    carried.merge(task.number(), taken, Quantity::plus);
    LightAnswer answer = taken.equals(task.quantity())
        ? new LightAnswer.Confirmed(task.number(), taken)
        : new LightAnswer.PickedShort(task.number(), taken);
    pressed.put(task.number(), answer);
    return answer;
  }

  /**
   * Has somebody with paper take what a lamp does not show, or look up what was taken already. The lamp goes
   * off.
   *
   * @param task the task
   * @return the answer, which is not sent: the host is told by whoever carries the paper
   */
  public synchronized LightAnswer byHand(LightTask task) {
    LightAnswer before = pressed.get(task.number());
    end(task);
    return before == null ? take(task) : before;
  }

  /**
   * Returns the answers that have come since the last call.
   *
   * @return the answers, in the order in which they came
   */
  public synchronized List<LightAnswer> answers() {
    List<LightAnswer> come = List.copyOf(answers);
    answers.clear();
    return come;
  }

  /**
   * Returns what a lamp shows.
   *
   * @param bin the bin at which it is
   * @return the task, or empty if the lamp is off
   */
  public synchronized Optional<LightTask> shown(BinId bin) {
    return Optional.ofNullable(lit.get(requireNonNull(bin, "bin")));
  }

  /**
   * Returns what was carried off, whatever of it the host was told.
   *
   * @return the units, by the number of the task
   */
  public synchronized Map<String, Quantity> carried() {
    return Map.copyOf(carried);
  }
}
