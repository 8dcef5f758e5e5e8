package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Tells a history step by step. */
final class Telling {

  private static final List<Instant> NO_LEDGER_HOLDS =
      List.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"));

  final Bench bench;
  private final Author author;
  private final Tally.Notes notes;

  Telling(History history, Tally tally) {
    this(history, tally, Stores.next());
  }

  Telling(History history, Tally tally, Inventory.Builder store) {
    bench = new Bench(history.shop(), store);
    author = new Author(history.shop(), bench.model);
    notes = tally.notes();
  }

  void tell(Step step) {
    if (step.kind() == Step.Kind.CLOCK) {
      move(step);
    } else {
      post(step);
    }
    bench.compareFigures();
  }

  private void post(Step step) {
    post(step, (paper, answer) -> note(step, paper, answer));
  }

  /** Posts the paper of a step and hands it on with what it was answered. */
  void post(Step step, BiConsumer<Paper, Answer> then) {
    Paper paper = author.write(step);
    Instant broken = NO_LEDGER_HOLDS.get(step.pick() % NO_LEDGER_HOLDS.size());
    then.accept(
        paper,
        step.kind() == Step.Kind.BROKEN_CLOCK ? bench.postAt(broken, paper) : bench.post(paper));
  }

  private void note(Step step, Paper paper, Answer answer) {
    boolean again = step.kind() == Step.Kind.REPEAT && !(paper instanceof Paper.Expire);
    notes.note(Tally.Feature.DOCUMENT_REPEATED, again && !answer.isRefused());
    if (!again) {
      notes.note(paper, answer);
    }
  }

  /** Minutes pass, or the clock goes back, or it stops right at, or just before, the end of a hold. */
  void move(Step step) {
    Instant now = bench.kernel.now;
    List<Instant> ends = bench.model.endsOfHolds();
    int choice = step.twist() % 8;
    if (choice == 7) {
      notes.note(Tally.Feature.CLOCK_BACK, true);
      bench.move(now.minusSeconds(1 + step.pick() * 3L));
    } else if (choice < 4 || ends.isEmpty()) {
      bench.move(now.plusSeconds(1 + step.pick() / 8));
    } else {
      notes.note(Tally.Feature.HOLD_ENDED_AT_ITS_INSTANT, choice == 4);
      long nanosBefore = choice == 4 ? 0 : choice == 5 ? 1 : 1000;
      bench.move(ends.get(0).minusNanos(nanosBefore));
    }
  }
}
