package io.backorder.examples.realyear;

import io.backorder.allocation.AllocationPolicy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The policies that the command line offers. */
enum PolicyChoice {
  FIRST_COME_FIRST_SERVED("fcfs", "first come, first served") {
    @Override
    AllocationPolicy policy() {
      return AllocationPolicy.firstComeFirstServed();
    }
  },

  PRIORITY("priority", "regular customers first") {
    @Override
    AllocationPolicy policy() {
      return AllocationPolicy.priority();
    }
  },

  DUE_DATE("due-date", "earliest due first") {
    @Override
    AllocationPolicy policy() {
      return AllocationPolicy.dueDate();
    }
  },

  SMALLEST_FIRST("smallest-first", "smallest lines first") {
    @Override
    AllocationPolicy policy() {
      return AllocationPolicy.smallestFirst();
    }
  },

  COMPLETE_LINES("complete-lines", "complete lines only") {
    @Override
    AllocationPolicy policy() {
      return AllocationPolicy.completeLines();
    }
  };

  private final String key;
  private final String words;

  PolicyChoice(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** Returns the policy. */
  abstract AllocationPolicy policy();

  /** Returns what it is called on the command line. */
  String key() {
    return key;
  }

  /** Returns what it does, for people. */
  String words() {
    return words;
  }

  /** Returns the policy that a key names. */
  static PolicyChoice of(String key) {
    return Arrays.stream(values())
        .filter(choice -> choice.key.equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("policy must be one of %s: %s".formatted(keys(), key)));
  }

  /** Returns all keys, for a message. */
  static String keys() {
    return Arrays.stream(values()).map(PolicyChoice::key).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return key;
  }
}
