package io.backorder.picktolight;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.picking.BinId;
import io.backorder.stock.Quantity;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * What every {@link PickDevice} must keep, while no message is lost.
 *
 * <p>To hold a device of your own to it, implement this interface in a test class that jqwik runs, and
 * return from {@link #rig} the device with the means to look at its lamps and press its buttons. The bins are
 * {@code B1} and {@code B2}.
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public interface PickDeviceContract {

  /** A device, and somebody in front of it. */
  interface Rig {

    /**
     * Returns the device.
     *
     * @return the device, always the same one
     */
    PickDevice device();

    /**
     * Reads a lamp.
     *
     * @param bin the bin at which it is
     * @return the units that it shows, or empty if it is off
     */
    Optional<Quantity> shown(BinId bin);

    /**
     * Takes units, and presses the button for all or for fewer.
     *
     * @param bin the bin
     * @param taken the units, at most those that are shown
     */
    void press(BinId bin, Quantity taken);

    /**
     * Returns what the device has said.
     *
     * @return the answers since the last call
     */
    List<LightAnswer> answers();
  }

  /**
   * Returns a new device under test with all lamps off.
   *
   * @return the device, with means to see and press
   */
  Rig rig();

  private static LightTask task(String order, String bin, long units) {
    OrderLineId line = OrderLineId.of(order, "1");
    return new LightTask("W-1:" + line, BinId.of(bin), line, Quantity.of(units));
  }

  /**
   * A task is shown at its bin alone, with its units, however often it is told, until it is ended.
   *
   * @param units the units of the task
   */
  @Property(tries = 20)
  default void aTaskIsShownUntilItIsEnded(@ForAll @LongRange(min = 1, max = 99) long units) {
    Rig rig = rig();
    LightTask task = task("A", "B1", units);

    rig.device().lightOff(task);
    rig.device().lightOn(task);
    rig.device().lightOn(task);
    assertThat(rig.shown(task.bin())).contains(task.quantity());
    assertThat(rig.shown(BinId.of("B2"))).isEmpty();

    rig.device().lightOff(task);
    rig.device().lightOff(task);
    assertThat(rig.shown(task.bin())).isEmpty();
    assertThat(rig.answers()).isEmpty();
  }

  /**
   * A button says what was taken, once, and the lamp goes off.
   *
   * @param units the units of the task
   * @param fewer how many of them are not there
   */
  @Property(tries = 50)
  default void aButtonSaysWhatWasTaken(
      @ForAll @LongRange(min = 1, max = 99) long units,
      @ForAll @LongRange(min = 0, max = 99) long fewer) {
    Rig rig = rig();
    LightTask task = task("A", "B1", units);
    rig.device().lightOn(task);

    rig.press(task.bin(), Quantity.of(Math.max(0, units - fewer)));

    assertThat(rig.answers()).containsExactly(expected(task, Math.max(0, units - fewer)));
    assertThat(rig.shown(task.bin())).isEmpty();
  }

  private static LightAnswer expected(LightTask task, long taken) {
    return taken == task.quantity().units()
        ? new LightAnswer.Confirmed(task.number(), Quantity.of(taken))
        : new LightAnswer.PickedShort(task.number(), Quantity.of(taken));
  }

  /**
   * A task that was answered is answered again when it is told again, also with fewer units, and not shown:
   * nobody takes its units twice.
   *
   * @param units the units of the task
   * @param fewer how many of them are not there
   */
  @Property(tries = 50)
  default void anAnsweredTaskIsAnsweredAgainAndNotShown(
      @ForAll @LongRange(min = 2, max = 99) long units,
      @ForAll @LongRange(min = 0, max = 99) long fewer) {
    Rig rig = rig();
    LightTask task = task("A", "B1", units);
    rig.device().lightOn(task);
    rig.press(task.bin(), Quantity.of(Math.max(0, units - fewer)));
    List<LightAnswer> before = rig.answers();
    rig.device().lightOff(task);

    rig.device().lightOn(task);
    assertThat(rig.answers()).isEqualTo(before).hasSize(1);
    rig.device().lightOn(task("A", "B1", units - 1));
    assertThat(rig.answers()).isEqualTo(before);
    assertThat(rig.shown(task.bin())).isEmpty();
  }

  /**
   * A task that comes with fewer units, since its order has changed, is shown with these.
   *
   * @param units the units of the task at first
   */
  @Property(tries = 20)
  default void aTaskThatBecameSmallerIsShownSo(@ForAll @LongRange(min = 2, max = 99) long units) {
    Rig rig = rig();
    LightTask smaller = task("A", "B1", units - 1);
    rig.device().lightOn(task("A", "B1", units));
    rig.device().lightOff(task("A", "B1", units));

    rig.device().lightOn(smaller);
    assertThat(rig.shown(smaller.bin())).contains(smaller.quantity());
    rig.press(smaller.bin(), smaller.quantity());
    assertThat(rig.answers()).containsExactly(expected(smaller, units - 1));
  }

  /**
   * Lamps of different bins and tasks of the same bin do not disturb each other.
   *
   * @param units the units of each task
   */
  @Property(tries = 20)
  default void tasksDoNotDisturbEachOther(@ForAll @LongRange(min = 1, max = 99) long units) {
    Rig rig = rig();
    LightTask first = task("A", "B1", units);
    LightTask second = task("B", "B1", units + 1);
    LightTask elsewhere = task("C", "B2", units + 2);
    rig.device().lightOn(first);
    rig.device().lightOn(elsewhere);
    rig.press(first.bin(), first.quantity());
    rig.device().lightOff(first);
    rig.device().lightOn(second);

    rig.device().lightOff(first); // ended long ago, and not what its bin shows now
    assertThat(rig.shown(second.bin())).contains(second.quantity());
    assertThat(rig.shown(elsewhere.bin())).contains(elsewhere.quantity());
    rig.press(second.bin(), second.quantity());
    rig.press(elsewhere.bin(), elsewhere.quantity());
    assertThat(rig.answers())
        .containsExactly(
            expected(first, units), expected(second, units + 1), expected(elsewhere, units + 2));
  }
}
