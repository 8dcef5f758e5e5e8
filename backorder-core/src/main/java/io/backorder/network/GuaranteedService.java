package io.backorder.network;

import java.util.List;

/**
 * The service times that the stages of a {@link ServiceNetwork} promise each other at the least cost of safety
 * stock.
 *
 * <p>A stage that is served within {@code SI}, works for {@code T} and serves within {@code S} must cover the
 * demand of {@code SI + T - S}, and holds {@code z sigma sqrt(SI + T - S)} as safety stock; what is demanded
 * beyond that is met by other means. {@code SI} is the longest time of its suppliers. (Simpson 1958; Graves and
 * Willems 2000.)
 *
 * @param outboundTimes the time S within which each stage serves
 * @param cost what the safety stocks cost in a unit of time
 */
public record GuaranteedService(List<Integer> outboundTimes, double cost) {

  /** Copies the times. */
  public GuaranteedService {
    outboundTimes = List.copyOf(outboundTimes);
  }

  /**
   * Returns the cheapest service times, by the dynamic programme of Graves and Willems. Of service times that
   * cost the same it takes one.
   *
   * @param network the stages
   * @return the service times
   */
  public static GuaranteedService optimal(ServiceNetwork network) {
    return new ServiceProgramme(network).solve();
  }
}
