package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** The inventory does what the model says, document by document. */
final class ModelProperties {

  private static final Tally TALLY = new Tally();

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyDocumentDoesWhatTheModelSays(@ForAll("histories") History history) {
    Telling telling = new Telling(history, TALLY);
    history.steps().forEach(telling::tell);
  }

  @AfterContainer
  static void generatorsWereHonest() {
    System.out.println(TALLY);
    assertThat(TALLY.histories.get()).isPositive();
  }
}
