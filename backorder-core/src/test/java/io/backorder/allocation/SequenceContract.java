package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.PlaceInLine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every {@link Sequence} must keep: law F2, a strict total order that any database can index.
 *
 * <p>To hold a sequence of your own to it, implement this interface in a test class that jqwik runs,
 * and return the sequence from {@link #sequence}. What it needs is said at {@link
 * AllocationPolicyContract}.
 */
@SuppressWarnings("exports") // jqwik's types are on the class path of whoever runs this
public interface SequenceContract {

  /**
   * Returns the sequence under test.
   *
   * @return the sequence
   */
  Sequence sequence();

  /**
   * Returns units that join the queue one after the other.
   *
   * @return the units, in the order of their arrival
   */
  @Provide
  default Arbitrary<List<JoiningUnits>> arrivals() {
    return ContractSituation.joiningUnits().list().ofMinSize(3).ofMaxSize(12).withoutEdgeCases();
  }

  private List<PlaceInLine> places(List<JoiningUnits> arrivals) {
    return IntStream.range(0, arrivals.size())
        .mapToObj(i -> sequence().place(arrivals.get(i), i + 1L))
        .toList();
  }

  /**
   * Any two units have different places, and exactly one of them is before the other.
   *
   * @param arrivals the units
   */
  @Property
  default void ofTwoUnitsOneIsBeforeTheOther(@ForAll("arrivals") List<JoiningUnits> arrivals) {
    List<PlaceInLine> places = places(arrivals);
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i)).isEqualByComparingTo(places.get(i));
      for (int j = i + 1; j < places.size(); j++) {
        int order = Integer.signum(places.get(i).compareTo(places.get(j)));
        assertThat(order).as("order of %s and %s", places.get(i), places.get(j)).isNotZero();
        assertThat(Integer.signum(places.get(j).compareTo(places.get(i)))).isEqualTo(-order);
        assertThat(places.get(i)).isNotEqualTo(places.get(j));
      }
    }
  }

  /**
   * Who is before somebody is before all who are behind that one.
   *
   * @param arrivals the units
   */
  @Property
  default void whoIsBeforeSomebodyIsBeforeAllBehind(
      @ForAll("arrivals") List<JoiningUnits> arrivals) {
    List<PlaceInLine> sorted = places(arrivals).stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        assertThat(sorted.get(i)).isLessThan(sorted.get(j));
      }
    }
  }

  /**
   * A place carries the arrival that it was given, and the same units get the same place again,
   * whatever was placed between.
   *
   * @param arrivals the units
   */
  @Property
  default void aPlaceIsAFunctionOfItsUnitsAndTheirArrival(
      @ForAll("arrivals") List<JoiningUnits> arrivals) {
    List<PlaceInLine> places = places(arrivals);

    assertThat(places(arrivals)).isEqualTo(places);
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i).arrival()).isEqualTo(i + 1L);
    }
  }

  /**
   * Every place has equally many keys, so that they fit columns, and where the keys are equal who
   * came first is served first.
   *
   * @param arrivals the units
   */
  @Property
  default void placesHaveEquallyManyKeysAndTiesGoToWhoCameFirst(
      @ForAll("arrivals") List<JoiningUnits> arrivals) {
    List<PlaceInLine> places = places(arrivals);
    assertThat(places.stream().map(place -> place.keys().length).distinct()).hasSize(1);
    for (int i = 1; i < places.size(); i++) {
      if (Arrays.equals(places.get(i - 1).keys(), places.get(i).keys())) {
        assertThat(places.get(i - 1)).isLessThan(places.get(i));
      }
    }
  }
}
