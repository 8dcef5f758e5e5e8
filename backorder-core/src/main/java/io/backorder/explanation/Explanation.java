package io.backorder.explanation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Why a line is short, and what would fill it, at one moment between two documents.
 *
 * <p>This type is immutable and thread-safe. Its text is one sentence for people, true at that moment;
 * programs read the parts.
 *
 * @param waiting the line and the units that it waits for
 * @param reasons what is true of the line and keeps units from it, the one that decides first; empty if
 *     nothing waits and nothing was refused
 * @param remedies what would fill it, first what takes least; empty if nothing waits, or if no change of
 *     units, holds or terms would help, as where the policy fails
 */
public record Explanation(LineUnits waiting, List<ShortageReason> reasons, List<Remedy> remedies) {

  /** Copies the lists. */
  public Explanation {
    requireNonNull(waiting, "waiting");
    reasons = List.copyOf(reasons);
    remedies = List.copyOf(remedies);
  }

  /**
   * Tells whether there is nothing to explain.
   *
   * @return true if the line got all that was asked for
   */
  public boolean isEmpty() {
    return reasons.isEmpty();
  }

  @Override
  public String toString() {
    if (isEmpty()) {
      return waiting.line() + " is not short of " + waiting.sku();
    }
    String why = reasons.stream().map(Object::toString).collect(joining("; "));
    return "%s waits for %s %s: %s%s%s"
        .formatted(
            waiting.line(),
            waiting.units(),
            waiting.sku(),
            why,
            said(
                "; it would be filled ", remedies.stream().filter(Remedy::fills).toList()),
            said(
                "; it would get ",
                remedies.stream().filter(each -> !each.fills()).toList()));
  }

  private static String said(String before, List<Remedy> some) {
    return some.isEmpty()
        ? ""
        : some.stream().map(Object::toString).collect(joining(", or ", before, ""));
  }
}
