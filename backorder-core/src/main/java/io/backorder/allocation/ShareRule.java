package io.backorder.allocation;

import io.backorder.stock.Quantity;

/**
 * How what is free is divided among the lines of a backlog.
 *
 * <p>An implementation is a pure function of its arguments and may be called from several threads.
 */
@FunctionalInterface
public interface ShareRule {

  /**
   * Grants units of the shelf to lines of the backlog.
   *
   * @param backlog the lines, first in line first
   * @param guard how much each line may take
   * @param shelf the free units; grants are recorded there
   */
  void share(Backlog backlog, Guard guard, Shelf shelf);

  /**
   * Returns the rule that serves one line after the other, each as far as the shelf reaches. Lines
   * are read until the shelf is empty.
   *
   * @return the rule
   */
  static ShareRule oneAfterTheOther() {
    return (backlog, guard, shelf) -> {
      for (WaitingLine line : backlog) {
        if (shelf.isEmpty()) {
          return;
        }
        Quantity usable = shelf.usableBy(line);
        Quantity allowed = shelf.admissible(line, guard.allowed(line, usable).min(usable));
        if (!allowed.isZero()) {
          shelf.grant(line, allowed);
        }
      }
    };
  }
}
