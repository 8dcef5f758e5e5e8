package io.backorder.scenario;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The one list of what scenarios may ask for and the library does not have yet. A scenario that needs
 * such a feature to run is aborted with its name; a check that needs one is left out, the others are
 * made, and the scenario is aborted at its end.
 */
final class Features {

  private static final Map<String, String> VERBS = Map.of();

  private static final Map<String, String> CHECKS =
      Map.of("offer", "offers", "promise", "promises");

  private static final Map<String, String> ITEM_TERMS =
      Map.of("substitutes", "substitutes", "releaseDate", "pre-orders");

  private final Set<String> left = new TreeSet<>();

  static void requireVerb(String verb) {
    abortIf(VERBS.get(verb));
  }

  static void requireItemTerm(String term) {
    abortIf(ITEM_TERMS.get(term));
  }

  static TestAbortedException missing(String feature) {
    return new TestAbortedException("not there yet: " + feature);
  }

  private static void abortIf(@Nullable String feature) {
    if (feature != null) {
      throw missing(feature);
    }
  }

  /** Tells whether a check must be left out, and remembers why. */
  boolean leavesOut(String check) {
    String feature = CHECKS.get(check);
    if (feature != null) {
      left.add(feature);
    }
    return feature != null;
  }

  /** Tells whether an expected event must be left out, and remembers why. */
  boolean leavesOutEvent(String event) {
    boolean isLeftOut = event.startsWith("PromiseMade ") || event.startsWith("PromiseRevised ");
    if (isLeftOut) {
      left.add("promises");
    }
    return isLeftOut;
  }

  void abortIfAnyLeftOut() {
    if (!left.isEmpty()) {
      throw missing(String.join(", ", left));
    }
  }
}
