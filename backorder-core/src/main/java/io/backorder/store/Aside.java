package io.backorder.store;

import io.backorder.ledger.LineAccounts.Departure;
import java.util.ArrayList;
import java.util.List;

/** What most lines of a busy queue have none of: units that departed, and later claims. */
final class Aside {

  private List<ClaimState> raised = List.of();
  private long shipped;
  private long cancelled;
  private long refused;
  private long returned;

  List<ClaimState> raised() {
    return raised;
  }

  long of(Departure account) {
    return switch (account) {
      case SHIPPED -> shipped;
      case CANCELLED -> cancelled;
      case REFUSED -> refused;
      case RETURNED -> returned;
    };
  }

  void move(Departure account, long units) {
    switch (account) {
      case SHIPPED -> shipped += units;
      case CANCELLED -> cancelled += units;
      case REFUSED -> refused += units;
      case RETURNED -> returned += units;
    }
  }

  void raise(ClaimState joined) {
    List<ClaimState> more = new ArrayList<>(raised);
    int index = more.size();
    while (index > 0 && more.get(index - 1).arrival() > joined.arrival()) {
      index--;
    }
    more.add(index, joined);
    raised = List.copyOf(more);
  }

  void drop(ClaimState closed) {
    raised = raised.stream().filter(each -> each != closed).toList();
  }
}
