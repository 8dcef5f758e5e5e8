package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.model.Answer;
import io.backorder.model.Model;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Posts the same papers to an inventory and to the model, and compares after each. */
final class Bench {

  static final List<String> CHANNELS = List.of("web", "shop");

  final Kernel kernel;
  final Model model;
  private Instant latest = Kernel.START;
  private final List<Object> transcript = new ArrayList<>();

  Bench(Shop shop, Inventory.Builder store) {
    kernel = new Kernel(shop, List.of(), store);
    model = new Model(shop, Kernel.MOST_LINES);
    transcript.add(shop);
    kernel.skus().forEach(kernel.inventory::item); // reads the clock
    model.hear(kernel.now);
  }

  /** The clock moves; both are told. */
  void move(Instant to) {
    kernel.now = to;
    latest = to.isAfter(latest) ? to : latest;
    model.hear(to);
    transcript.add("clock " + to);
  }

  /** Returns the latest instant that the inventory was told: its time does not run back. */
  Instant latest() {
    return latest;
  }

  /** Posts a paper to both and compares what they answer, and every figure after it. */
  Answer post(Paper paper) {
    Answer expected = model.post(paper, kernel.now);
    Answer found = kernel.post(paper);
    transcript.add(new Posted(paper, found));
    require(agree(expected, found), () -> "the model says " + expected);
    return found;
  }

  private record Posted(Paper paper, Answer answer) {
    @Override
    public String toString() {
      return paper + "  ->  " + answer;
    }
  }

  private static boolean agree(Answer expected, Answer found) {
    return expected.isRefused()
        ? expected.refusals().containsAll(found.refusals()) && found.isRefused()
        : expected.equals(found);
  }

  void compareFigures() {
    List<String> expected = model.view().lines(CHANNELS);
    List<String> found = kernel.view(model.orders(), CHANNELS);
    require(expected.equals(found), () -> differences(expected, found));
    kernel.inventory.verify().firstDifference().ifPresent(text -> require(false, () -> text));
  }

  private static String differences(List<String> expected, List<String> found) {
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(found);
    List<String> surplus = new ArrayList<>(found);
    surplus.removeAll(expected);
    return "the model says " + missing + "\nthe inventory says " + surplus;
  }

  private void require(boolean holds, Supplier<String> problem) {
    if (!holds) {
      StringBuilder told = new StringBuilder(problem.get()).append("\nafter");
      transcript.forEach(each -> told.append("\n  ").append(each));
      throw new AssertionError(told.toString());
    }
  }

  /** Posts one paper while the clock tells an instant that no ledger holds. */
  Answer postAt(Instant instant, Paper paper) {
    Instant before = kernel.now;
    kernel.now = instant;
    transcript.add("clock " + instant + " for one document");
    Answer answer = post(paper);
    kernel.now = before;
    return answer;
  }
}
