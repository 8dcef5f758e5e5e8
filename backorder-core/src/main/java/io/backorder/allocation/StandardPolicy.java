package io.backorder.allocation;

/** A policy put together from its three parts. {@link AllocationPolicy} describes the standard ones. */
record StandardPolicy(String name, Sequence sequence, ShareRule share, Guard guard)
    implements AllocationPolicy {

  static final AllocationPolicy FIRST_COME_FIRST_SERVED =
      inTurn("first come first served", Sequence.firstComeFirstServed(), Guard.none());

  static final AllocationPolicy PRIORITY = inTurn("priority", Sequence.priority(), Guard.none());

  static final AllocationPolicy DUE_DATE = inTurn("due date", Sequence.dueDate(), Guard.none());

  static final AllocationPolicy SMALLEST_FIRST =
      inTurn("smallest first", Sequence.smallestFirst(), Guard.none());

  static final AllocationPolicy COMPLETE_LINES =
      inTurn("complete lines", Sequence.firstComeFirstServed(), Guard.wholeLines());

  static final AllocationPolicy FAIR_SHARE = sharing("fair share", ShareRule.equalAwards());

  static final AllocationPolicy PROPORTIONAL = sharing("proportional", ShareRule.proportional());

  private static AllocationPolicy sharing(String name, ShareRule share) {
    return new StandardPolicy(name, Sequence.firstComeFirstServed(), share, Guard.none());
  }

  private static AllocationPolicy inTurn(String name, Sequence sequence, Guard guard) {
    return new StandardPolicy(name, sequence, ShareRule.oneAfterTheOther(), guard);
  }

  @Override
  public AllocationPlan allocate(Backlog backlog, Shelf shelf) {
    share.share(backlog, guard, shelf);
    return shelf.plan();
  }

  @Override
  public String toString() {
    return name;
  }
}
