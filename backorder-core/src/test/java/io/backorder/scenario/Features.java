package io.backorder.scenario;

import com.fasterxml.jackson.databind.JsonNode;
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

  private static final Map<String, String> VERBS = Map.of(
      "announce", "supplies",
      "reschedule", "supplies",
      "close-supply", "supplies");

  private static final Map<String, String> CHECKS =
      Map.of("offer", "offers", "promise", "promises");

  private static final Map<String, String> ITEM_TERMS =
      Map.of("kit", "kits", "substitutes", "substitutes", "releaseDate", "pre-orders");

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

  /** Tells whether a field of the check {@code item} must be left out, and remembers why. */
  boolean leavesOutField(JsonNode item, String field) {
    if (field.equals("inbound") && item.get(field).asLong() != 0) {
      left.add("supplies");
      return true;
    }
    return field.equals("inbound");
  }

  void abortIfAnyLeftOut() {
    if (!left.isEmpty()) {
      throw missing(String.join(", ", left));
    }
  }
}
