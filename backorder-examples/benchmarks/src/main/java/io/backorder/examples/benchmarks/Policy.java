package io.backorder.examples.benchmarks;

import io.backorder.allocation.AllocationPolicy;

/** Who is served first in the third workload. */
public enum Policy {

  /** Who came first. */
  FIFO,

  /** Who is most urgent, then who is due first, then who came first. */
  PRIORITY,

  /** Who is due first, then who came first. */
  DUE_DATE;

  AllocationPolicy rule() {
    return switch (this) {
      case FIFO -> AllocationPolicy.firstComeFirstServed();
      case PRIORITY -> AllocationPolicy.priority();
      case DUE_DATE -> AllocationPolicy.dueDate();
    };
  }
}
