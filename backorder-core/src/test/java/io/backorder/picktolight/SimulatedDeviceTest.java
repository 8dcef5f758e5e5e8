package io.backorder.picktolight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.OrderLineId;
import io.backorder.picking.BinId;
import io.backorder.picktolight.SimulatedDevice.Faults;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Example;

/** The simulated device keeps the contract while nothing goes wrong; and what goes wrong does go wrong. */
final class SimulatedDeviceTest implements PickDeviceContract {

  private static final BinId BIN = BinId.of("B1");
  private static final Map<BinId, Quantity> FULL = Map.of(BIN, Quantity.of(1000));

  private static LightTask task(int order, long units) {
    OrderLineId line = OrderLineId.of("O" + order, "1");
    return new LightTask("W-1:" + line, BIN, line, Quantity.of(units));
  }

  @Override
  public Rig rig() {
    SimulatedDevice device = SimulatedDevice.of(Faults.NONE, Map.of(), 1);
    return new Rig() {
      @Override
      public PickDevice device() {
        return device;
      }

      @Override
      public Optional<Quantity> shown(BinId bin) {
        return device.shown(bin).map(LightTask::quantity);
      }

      @Override
      public void press(BinId bin, Quantity taken) {
        device.refill(bin, taken); // so that the bin, which was empty, holds just that
        device.pick(bin);
      }

      @Override
      public List<LightAnswer> answers() {
        return device.answers();
      }
    };
  }

  /** How many of a hundred tasks are answered at once, after three more walks, and how often in all. */
  private static List<Integer> answers(Faults faults, long seed) {
    SimulatedDevice device = SimulatedDevice.of(faults, FULL, seed);
    List<Integer> counts = new ArrayList<>();
    int atOnce = 0;
    for (int i = 0; i < 100; i++) {
      device.lightOn(task(i, 1));
      device.pick();
      atOnce += device.answers().size();
    }
    counts.add(atOnce);
    for (int i = 0; i < 3; i++) {
      device.pick();
    }
    counts.add(device.answers().size());
    counts.add(device.carried().size());
    return counts;
  }

  @Example
  void of_noFaults_answersEveryTaskOnce() {
    assertThat(answers(Faults.NONE, 1)).containsExactly(100, 0, 100);
  }

  @Example
  void of_lostMessages_losesThemBothWays() {
    List<Integer> counts = answers(new Faults(50, 0, 0, 0), 1);
    assertThat(counts.get(2)).as("tasks shown").isBetween(35, 65);
    assertThat(counts.get(0)).as("tasks answered").isBetween(10, 40);
    assertThat(answers(new Faults(100, 0, 0, 0), 1)).containsExactly(0, 0, 0);
  }

  @Example
  void of_messagesThatComeTwice_takesNothingTwice() {
    SimulatedDevice device = SimulatedDevice.of(new Faults(0, 100, 0, 0), FULL, 1);
    device.lightOn(task(1, 3));
    device.pick();

    assertThat(device.answers())
        .containsExactly(
            new LightAnswer.Confirmed("W-1:O1/1", Quantity.of(3)),
            new LightAnswer.Confirmed("W-1:O1/1", Quantity.of(3)));
    assertThat(device.carried()).containsExactly(Map.entry("W-1:O1/1", Quantity.of(3)));
  }

  @Example
  void of_lateMessages_comeAfterOneToThreeWalks() {
    SimulatedDevice device = SimulatedDevice.of(new Faults(0, 0, 100, 0), FULL, 1);
    device.lightOn(task(1, 3));
    assertThat(device.shown(BIN)).isEmpty();
    int walks = 0;
    while (device.carried().isEmpty()) {
      device.pick();
      walks++;
    }
    assertThat(walks).isBetween(1, 3);
    assertThat(device.answers()).isEmpty();
    while (walks < 6 && device.answers().isEmpty()) {
      device.pick();
      walks++;
    }
    assertThat(walks).isBetween(2, 6);
  }

  @Example
  void of_deadLamps_showNothingAndAreServedByHand() {
    SimulatedDevice device = SimulatedDevice.of(new Faults(0, 0, 0, 100), FULL, 1);
    device.lightOn(task(1, 3));
    device.pick();
    assertThat(device.answers()).isEmpty();

    LightAnswer answer = device.byHand(task(1, 3));
    assertThat(answer).isEqualTo(new LightAnswer.Confirmed("W-1:O1/1", Quantity.of(3)));
    assertThat(device.byHand(task(1, 3))).isEqualTo(answer);
    assertThat(device.carried()).containsExactly(Map.entry("W-1:O1/1", Quantity.of(3)));
    assertThat(device.answers()).isEmpty();
  }

  @Example
  void of_theSameSeed_isTheSameDay() {
    Faults faults = new Faults(30, 30, 30, 0);
    assertThat(answers(faults, 7)).isEqualTo(answers(faults, 7)).isNotEqualTo(answers(faults, 8));
  }

  @Example
  void faults_outOfRange_areRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Faults(0, 101, 0, 0))
        .withMessage("twice must be from 0 to 100: 101");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Faults(0, 0, -1, 0))
        .withMessage("late must be from 0 to 100: -1");
  }

  /** What a bad device does wrong. */
  private enum Flaw {
    NONE,
    SHOWS_WHAT_WAS_ANSWERED,
    STAYS_ON,
    SHOWS_WHAT_WAS_FIRST_ASKED,
    ENDS_WHATEVER_IS_SHOWN,
    ANSWERS_TWICE,
    SAYS_ALL_WHEN_SOME
  }

  /** A plain device with one flaw. */
  private static final class Flawed implements PickDeviceContract.Rig, PickDevice {

    private final Flaw flaw;
    private final Map<BinId, LightTask> lit = new HashMap<>();
    private final Map<String, LightTask> first = new HashMap<>();
    private final Map<String, LightAnswer> pressed = new HashMap<>();
    private final List<LightAnswer> answers = new ArrayList<>();

    Flawed(Flaw flaw) {
      this.flaw = flaw;
    }

    @Override
    public void lightOn(LightTask task) {
      LightAnswer before = pressed.get(task.number());
      LightTask asked = first.computeIfAbsent(task.number(), key -> task);
      if (before == null || flaw == Flaw.SHOWS_WHAT_WAS_ANSWERED) {
        lit.put(task.bin(), flaw == Flaw.SHOWS_WHAT_WAS_FIRST_ASKED ? asked : task);
      } else {
        answers.add(before);
      }
    }

    @Override
    public void lightOff(LightTask task) {
      LightTask shown = lit.get(task.bin());
      boolean isShown = shown != null && shown.number().equals(task.number());
      if (flaw == Flaw.ENDS_WHATEVER_IS_SHOWN || (isShown && flaw != Flaw.STAYS_ON)) {
        lit.remove(task.bin());
      }
    }

    @Override
    public PickDevice device() {
      return this;
    }

    @Override
    public Optional<Quantity> shown(BinId bin) {
      return Optional.ofNullable(lit.get(bin)).map(LightTask::quantity);
    }

    @Override
    public void press(BinId bin, Quantity taken) {
      LightTask task = lit.remove(bin);
      if (task != null) {
        LightAnswer answer = taken.equals(task.quantity()) || flaw == Flaw.SAYS_ALL_WHEN_SOME
            ? new LightAnswer.Confirmed(task.number(), task.quantity())
            : new LightAnswer.PickedShort(task.number(), taken);
        pressed.put(task.number(), answer);
        answers.add(answer);
        if (flaw == Flaw.ANSWERS_TWICE) {
          answers.add(answer);
        }
      }
    }

    @Override
    public List<LightAnswer> answers() {
      List<LightAnswer> come = List.copyOf(answers);
      answers.clear();
      return come;
    }
  }

  private static boolean isBroken(Flaw flaw) {
    PickDeviceContract contract = () -> new Flawed(flaw);
    List<Consumer<PickDeviceContract>> laws = List.of(
        each -> each.aTaskIsShownUntilItIsEnded(4),
        each -> each.aButtonSaysWhatWasTaken(4, 1),
        each -> each.anAnsweredTaskIsAnsweredAgainAndNotShown(4, 0),
        each -> each.aTaskThatBecameSmallerIsShownSo(4),
        each -> each.tasksDoNotDisturbEachOther(4));
    return laws.stream().anyMatch(law -> {
      try {
        law.accept(contract);
        return false;
      } catch (AssertionError e) {
        return true;
      }
    });
  }

  @Example
  void contract_badDevices_areCaught() {
    for (Flaw flaw : Flaw.values()) {
      assertThat(isBroken(flaw)).as("%s", flaw).isEqualTo(flaw != Flaw.NONE);
    }
  }
}
