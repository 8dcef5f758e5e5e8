package io.backorder.picktolight;

/**
 * The lamps and buttons of a house.
 *
 * <p>The contract of an implementation:
 *
 * <ul>
 *   <li>{@link #lightOn} shows a task at its bin. It may be called again with the same task, after a
 *       restart too; the lamp then shows what it showed before, and a task that was answered is not shown
 *       anew but answered again, as it was. A task that comes with fewer units than before, since its order
 *       has changed, is shown with these.
 *   <li>{@link #lightOff} ends a task. A task that is not shown is ended already.
 *   <li>Answers are handed to {@link LightTour#answer}, on any thread, at any time, as often as it takes.
 *   <li>Neither method waits for a person. What either throws, the caller of the tour gets: nothing is
 *       lost by it, as the tour shows the task again when its patience ends.
 * </ul>
 *
 * <p>{@link SimulatedDevice} is one without hardware. Whoever writes another holds it to {@code
 * PickDeviceContract} of the test jar.
 */
public interface PickDevice {

  /**
   * Shows a task.
   *
   * @param task the bin and how many units to take
   */
  void lightOn(LightTask task);

  /**
   * Shows a task no more.
   *
   * @param task the task
   */
  void lightOff(LightTask task);
}
