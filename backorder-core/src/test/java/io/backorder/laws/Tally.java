package io.backorder.laws;

import io.backorder.model.Answer;
import io.backorder.model.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the generators of histories have produced. It is good for one thread. */
final class Tally {

  final AtomicLong histories = new AtomicLong();
  final AtomicLong finished = new AtomicLong();
  final Map<String, Long> done = new TreeMap<>();
  final Map<String, Long> refused = new TreeMap<>();
  final Map<Feature, Long> features = new TreeMap<>();

  enum Feature {
    BACKORDER_FILLED,
    FILLED_IN_THREE_STEPS,
    CANCEL_BETWEEN_FILLS,
    OVERFLOW,
    DOCUMENT_REPEATED,
    CONFLICT,
    CLOCK_BACK,
    HOLD_ENDED_AT_ITS_INSTANT
  }

  /** Starts to count one history. */
  Notes notes() {
    histories.incrementAndGet();
    return new Notes();
  }

  long documents() {
    return done.values().stream().mapToLong(each -> each).sum();
  }

  long histories(Feature feature) {
    return features.getOrDefault(feature, 0L);
  }

  @Override
  public String toString() {
    return "histories %s, documents done %d: %s%nrefused %s%nhistories with %s"
        .formatted(histories, documents(), done, refused, features);
  }

  /** What is noted of one history. */
  final class Notes {

    private final Set<Feature> seen = new HashSet<>();
    private final Map<String, Integer> fillsOfLine = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    void note(Paper paper, Answer answer) {
      if (answer.isRefused()) {
        answer.refusals().forEach(code -> refused.merge(code, 1L, Long::sum));
        note(Feature.OVERFLOW, answer.refusals().contains("QUANTITY_OVERFLOW"));
        note(Feature.CONFLICT, answer.refusals().contains("DOCUMENT_CONFLICT"));
        return;
      }
      String kind = paper.key().split(" ", -1)[0];
      done.merge(kind, 1L, Long::sum);
      noteFills(kind, answer);
    }

    private void noteFills(String kind, Answer answer) {
      Set<String> lines = new HashSet<>();
      answer.fills().forEach(fill -> lines.add(fill.split(" ", -1)[1]));
      if (kind.equals("CANCEL")) {
        order.add("cancel");
      }
      if (!lines.isEmpty()) {
        order.add("fill");
      }
      note(Feature.BACKORDER_FILLED, !lines.isEmpty());
      for (String line : lines) {
        note(Feature.FILLED_IN_THREE_STEPS, fillsOfLine.merge(line, 1, Integer::sum) >= 3);
      }
      int first = order.indexOf("fill");
      int last = order.lastIndexOf("fill");
      note(
          Feature.CANCEL_BETWEEN_FILLS,
          first >= 0 && order.subList(first, last + 1).contains("cancel"));
    }

    void note(Feature feature, boolean present) {
      if (present && seen.add(feature)) {
        features.merge(feature, 1L, Long::sum);
      }
    }
  }
}
