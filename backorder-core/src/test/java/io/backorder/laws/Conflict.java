package io.backorder.laws;

import io.backorder.model.Paper;
import java.util.function.Function;

/** Writes a paper of a number that was used before, with other content. */
record Conflict(Function<Step, Paper> earlier) {

  private static final String OTHER = "another order";

  /** A step for those who know already which paper is meant. */
  static final Step NO_STEP = new Step(Step.Kind.CONFLICT, 0, 0, new Step.Amounts(1, 1));

  Paper paper(Step step) {
    Paper paper = earlier.apply(step);
    if (paper instanceof Paper.Place p) {
      Paper.Terms other = new Paper.Terms(
          p.terms().urgency(), p.terms().channel(), "BOB", p.terms().rules());
      return new Paper.Place(p.order(), p.lines(), other);
    } else if (paper instanceof Paper.Confirm p) {
      return new Paper.Confirm(p.hold(), OTHER, p.terms());
    } else if (paper instanceof Paper.Hold p) {
      return new Paper.Hold(p.hold(), p.seconds() + 1, p.lines());
    } else if (paper instanceof Paper.Adjust p) {
      return new Paper.Adjust(p.number(), p.delta(), "another reason");
    } else if (paper instanceof Paper.Change p) {
      return new Paper.Change(p.number(), p.order(), p.line(), p.quantity() == 1 ? 2 : 1);
    } else if (paper instanceof Paper.ShipAll p) {
      return new Paper.ShipAll(p.number(), OTHER);
    } else if (paper instanceof Paper.CancelAll p) {
      return new Paper.CancelLine(p.number(), p.order(), "1");
    } else if (paper instanceof Paper.Receive p) {
      return p.lines().size() > 1
          ? new Paper.Receive(p.number(), p.lines().subList(0, 1), p.supply())
          : p;
    } else if (paper instanceof Paper.Announce p) {
      return new Paper.Announce(p.supply(), p.units(), p.dueInDays() + 1);
    } else if (paper instanceof Paper.Reschedule p) {
      return new Paper.Reschedule(p.number(), p.supply(), p.dueInDays() + 1, p.quantity());
    } else {
      return paper;
    }
  }
}
