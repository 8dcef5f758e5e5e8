package io.backorder.allocation;

import io.backorder.demand.PlaceInLine;

/** The standard sequences. {@link Sequence} describes each. */
final class StandardSequence implements Sequence {

  static final Sequence FIRST_COME_FIRST_SERVED =
      named("first come first served", (units, arrival) -> PlaceInLine.of(arrival));

  static final Sequence PRIORITY = named(
      "priority",
      (units, arrival) ->
          PlaceInLine.ranked(arrival, -units.terms().priority().urgency(), dueDay(units)));

  static final Sequence DUE_DATE =
      named("due date", (units, arrival) -> PlaceInLine.ranked(arrival, dueDay(units)));

  static final Sequence SMALLEST_FIRST = named(
      "smallest first",
      (units, arrival) -> PlaceInLine.ranked(arrival, units.line().quantity().units()));

  private final String name;
  private final Sequence rule;

  private StandardSequence(String name, Sequence rule) {
    this.name = name;
    this.rule = rule;
  }

  static Sequence named(String name, Sequence rule) {
    return new StandardSequence(name, rule);
  }

  private static long dueDay(JoiningUnits units) {
    return units.line().due().map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE);
  }

  @Override
  public PlaceInLine place(JoiningUnits units, long arrival) {
    return rule.place(units, arrival);
  }

  @Override
  public String toString() {
    return name;
  }
}
