package io.backorder.allocation;

import io.backorder.demand.OrderId;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Group;

/** Every rule that comes with the library, and a host's own of each kind, keep their contracts. */
@SuppressWarnings("ClassCanBeStatic") // a jqwik group is an inner class
final class ContractsTest {

  @Group
  class FirstComeFirstServedPolicy implements HeadOfQueueContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.firstComeFirstServed();
    }
  }

  @Group
  class PriorityPolicy implements HeadOfQueueContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.priority();
    }
  }

  @Group
  class DueDatePolicy implements HeadOfQueueContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.dueDate();
    }
  }

  @Group
  class SmallestFirstPolicy implements HeadOfQueueContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.smallestFirst();
    }
  }

  @Group
  class CompleteLinesPolicy implements HeadOfQueueContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.completeLines();
    }
  }

  @Group
  class FairSharePolicy implements AllocationPolicyContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.fairShare();
    }
  }

  @Group
  class ProportionalPolicy implements AllocationPolicyContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.proportional();
    }
  }

  @Group
  class EqualLossesByPriorityPolicy implements AllocationPolicyContract {
    @Override
    public AllocationPolicy policy() {
      return AllocationPolicy.of(Sequence.priority(), ShareRule.equalLosses(), Guard.wholeLines());
    }
  }

  @Group
  class PolicyOfParts implements AllocationPolicyContract {
    @Override
    public AllocationPolicy policy() {
      Guard halves = (line, usable) -> Quantity.of((usable.units() + 1) / 2);
      return AllocationPolicy.of(
              Sequence.dueDate(), ShareRule.oneAfterTheOther(), halves.and(Guard.none()))
          .in(Sequence.priority().then(Sequence.smallestFirst()));
    }
  }

  /** One lot for everybody who may have a lot, and no more. */
  @Group
  class HostsOwnPolicy implements AllocationPolicyContract {
    @Override
    public AllocationPolicy policy() {
      return (backlog, shelf) -> {
        for (WaitingLine line : backlog) {
          Quantity few = shelf.admissible(line, shelf.usableBy(line).min(Quantity.of(4)));
          if (!few.isZero()) {
            shelf.grant(line, few);
          }
        }
        return shelf.plan();
      };
    }
  }

  @Group
  class FirstComeFirstServedSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.firstComeFirstServed();
    }
  }

  @Group
  class PrioritySequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.priority();
    }
  }

  @Group
  class DueDateSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.dueDate();
    }
  }

  @Group
  class SmallestFirstSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.smallestFirst();
    }
  }

  @Group
  class HighestValueFirstSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.highestValueFirst(units -> units.line().quantity().units() % 5 - 2);
    }
  }

  @Group
  class ListedThenDueDateSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      List<OrderId> listed =
          IntStream.range(0, 500).mapToObj(i -> OrderId.of("O" + i)).toList();
      return Sequence.listed(listed).then(Sequence.dueDate());
    }
  }

  @Group
  class AgedPrioritySequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      return Sequence.agedPriority(new Sequence.HeadStart(Duration.ofDays(2)));
    }
  }

  @Group
  class HostsOwnSequence implements SequenceContract {
    @Override
    public Sequence sequence() {
      Sequence webFirst = (units, arrival) ->
          PlaceInLine.ranked(arrival, units.terms().channel().isPresent() ? 0 : 1);
      return webFirst.then(Sequence.smallestFirst());
    }
  }

  @Group
  class RankSourcing implements SourcingContract {
    @Override
    public Sourcing sourcing() {
      return Sourcing.rank();
    }
  }

  @Group
  class MostFreeSourcing implements SourcingContract {
    @Override
    public Sourcing sourcing() {
      return Sourcing.mostFree();
    }
  }

  @Group
  class FewestParcelsSourcing implements SourcingContract {
    @Override
    public Sourcing sourcing() {
      return Sourcing.fewestParcels();
    }
  }

  /** The worst ranked location first. */
  @Group
  class HostsOwnSourcing implements SourcingContract {
    @Override
    public Sourcing sourcing() {
      return (wanted, candidates) -> {
        List<StockUnits> reversed = new ArrayList<>(candidates);
        Collections.reverse(reversed);
        return Sourcing.rank().source(wanted, reversed);
      };
    }
  }
}
