package io.backorder.picktolight;

import io.backorder.picking.BinId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Lamps, buttons, and somebody who presses them. Messages to the lamps and answers from the buttons may be
 * lost or come twice; a lamp may be dead. What the picker does is done once.
 */
final class SimulatedDevice implements PickDevice {

  private final Random random;
  private final Faults faults;
  private final Map<BinId, Long> stock;
  private final Set<BinId> dead = new HashSet<>();
  private final Map<String, LightAnswer> pressed = new HashMap<>();
  private final Map<BinId, LightTask> lit = new HashMap<>();
  private final List<LightAnswer> answers = new ArrayList<>();

  /** Tasks that were shown at a bin while another was. */
  int clashes;

  /** Units that were carried off, by task. */
  final Map<String, Quantity> carried = new HashMap<>();

  /**
   * What goes wrong, in percent.
   *
   * @param lost messages that never arrive, either way
   * @param twice answers that are given again
   * @param dead lamps that never light
   */
  record Faults(int lost, int twice, int dead) {

    static final Faults NONE = new Faults(0, 0, 0);
  }

  SimulatedDevice(Faults faults, Map<BinId, Long> stock, long seed) {
    this.faults = faults;
    this.stock = new HashMap<>(stock);
    this.random = new Random(seed);
    for (BinId bin : stock.keySet().stream().sorted().toList()) {
      if (happens(faults.dead)) {
        dead.add(bin);
      }
    }
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  boolean isDead(BinId bin) {
    return dead.contains(bin);
  }

  @Override
  public void lightOn(LightTask task) {
    if (happens(faults.lost) || dead.contains(task.bin())) {
      return;
    }
    LightAnswer before = pressed.get(task.number());
    if (before != null) {
      send(before);
      return;
    }
    LightTask shown = lit.put(task.bin(), task);
    clashes += shown == null || shown.equals(task) ? 0 : 1;
  }

  @Override
  public void lightOff(LightTask task) {
    lit.remove(task.bin(), task);
  }

  /** Somebody walks past and takes what the lamps say. */
  void pick() {
    for (LightTask task : List.copyOf(lit.values())) {
      lit.remove(task.bin());
      take(task);
    }
  }

  private LightAnswer take(LightTask task) {
    long there = stock.getOrDefault(task.bin(), 0L);
    Quantity taken = task.quantity().min(Quantity.of(there));
    stock.put(task.bin(), there - taken.units());
    carried.merge(task.number(), taken, Quantity::plus);
    boolean all = taken.equals(task.quantity());
    LightAnswer answer = all
        ? new LightAnswer.Confirmed(task.number(), taken)
        : new LightAnswer.PickedShort(task.number(), taken);
    pressed.put(task.number(), answer);
    send(answer);
    return answer;
  }

  /** A person takes what a dead lamp does not show. */
  LightAnswer byHand(LightTask task) {
    LightAnswer before = pressed.get(task.number());
    return before == null ? take(task) : before;
  }

  private void send(LightAnswer answer) {
    if (!happens(faults.lost)) {
      answers.add(answer);
    }
    if (happens(faults.twice)) {
      answers.add(answer);
    }
  }

  /** Returns the answers that have come since the last call. */
  List<LightAnswer> answers() {
    List<LightAnswer> come = List.copyOf(answers);
    answers.clear();
    return come;
  }
}
