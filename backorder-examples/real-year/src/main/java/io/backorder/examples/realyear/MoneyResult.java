package io.backorder.examples.realyear;

import io.backorder.finance.Money;
import io.backorder.revenue.Reconciliation;
import io.backorder.revenue.RevenueAccount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;

/**
 * What a year's customers paid, and for how much of it they had no goods yet.
 *
 * @param courses the money under each of some payment terms
 * @param prices where the prices come from
 * @param reconciliation the report of the last evening against the inventory
 */
record MoneyResult(List<Course> courses, String prices, Reconciliation reconciliation) {

  /**
   * The money under some payment terms.
   *
   * @param terms when customers pay
   * @param evenings the accounts on each evening, in order of time
   */
  record Course(String terms, NavigableMap<LocalDate, RevenueAccount> evenings) {

    RevenueAccount closing() {
      return evenings.lastEntry().getValue();
    }

    Money mostDeferred() {
      return evenings.values().stream()
          .map(RevenueAccount::deferred)
          .reduce(Money::max)
          .orElseThrow();
    }

    LocalDate dayOfMost() {
      Money most = mostDeferred();
      return evenings.entrySet().stream()
          .filter(evening -> evening.getValue().deferred().equals(most))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Returns the figures, with a column for each of the terms. */
  FigureTable table() {
    List<String> header = new ArrayList<>(List.of("customers pay"));
    courses.forEach(course -> header.add(course.terms()));
    return new FigureTable(
        "What customers paid for goods that they did not have yet (%s)"
            .formatted(courses.get(0).closing().paid().currency()),
        header,
        List.of(
            row("paid", course -> words(course.closing().paid())),
            row("- refunded", course -> words(course.closing().refunded())),
            row("- recognised as revenue", course -> words(course.closing().recognised())),
            row("= deferred at the end", course -> words(course.closing().deferred())),
            row("most deferred on an evening", course -> words(course.mostDeferred())),
            row("on", course -> course.dayOfMost().toString())));
  }

  private List<String> row(String name, Function<Course, String> figure) {
    List<String> row = new ArrayList<>(List.of(name));
    courses.forEach(course -> row.add(figure.apply(course)));
    return row;
  }

  private static String words(Money money) {
    return String.format(Locale.ROOT, "%,.2f", money.amount());
  }

  /** Tells whether the money fits the units, and whether it adds up. */
  boolean isSound() {
    return reconciliation.isSound()
        && courses.stream()
            .allMatch(
                course -> course.evenings().values().stream().allMatch(RevenueAccount::isBalanced));
  }

  /** Returns where the figures come from, and whether they are sound. */
  String words() {
    return ("%s Payments are assumed: each amount on the instant at which it is due, refunds at once. What is"
            + " not paid when a line is ordered is paid when it is shipped. Revenue is recognised when units are"
            + " shipped, from the ledger alone; what is paid before is deferred until then. %s lines were compared"
            + " with the inventory, unit by unit: %s.")
        .formatted(
            prices,
            Figures.whole(reconciliation.lines()),
            isSound() ? "all agree" : "NOT sound, " + reconciliation.differences());
  }
}
