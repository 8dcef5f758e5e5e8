package io.backorder.finance;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.backorder.economics.ShortageChoice;
import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to do about units that are late: bring them faster at a premium, let the customer wait, or lose the
 * sale.
 *
 * <p>Waiting costs what {@link WaitingCost} says of the promised delay. A faster way costs its premium, and
 * what waiting costs for the delay that is left. Losing the sale costs margin and goodwill. The lowest
 * expected cost, to the minor unit, is best; of equals the one that keeps the customer best, in the order of
 * {@link ShortageChoice.Option}, and of faster ways the one named first.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param choices what can be done, the best first; there are waiting and losing, and every faster way
 * @param breakEvenDelay the shortest delay, in days, at which waiting costs more than the best of the others;
 *     empty if none within {@value #MOST_DAYS} days does
 */
public record ExpediteAdvice(List<Choice> choices, OptionalInt breakEvenDelay) {

  /** The longest delay at which a break-even is looked for, ten years. */
  public static final int MOST_DAYS = 3650;

  private static final Comparator<Choice> CHEAPEST =
      comparing(Choice::cost).thenComparing(Choice::kind);

  /** Copies the choices. */
  public ExpediteAdvice {
    choices = List.copyOf(requireNonNull(choices, "choices"));
    requireNonNull(breakEvenDelay, "breakEvenDelay");
  }

  /**
   * One of the things that can be done.
   *
   * @param kind what it is
   * @param option the faster way; empty if it is waiting or losing the sale
   * @param cost the expected cost: the premium, and what waiting costs for the delay that is left
   * @param cancelled the chance that the customer gives up, in [0, 1]
   */
  public record Choice(
      ShortageChoice.Option kind, Optional<ExpediteOption> option, Money cost, double cancelled) {

    /** Rejects missing parts. */
    public Choice {
      requireNonNull(kind, "kind");
      requireNonNull(option, "option");
      requireNonNull(cost, "cost");
      Numbers.probability("chance of giving up", cancelled);
    }
  }

  /**
   * Who waits, and how long.
   *
   * @param stakes what is at stake
   * @param curve how customers give up
   * @param delayDays the promised delay in days, zero or positive
   */
  public record Late(WaitingCost.Stakes stakes, CancellationCurve curve, int delayDays) {

    /** Rejects a negative delay. */
    public Late {
      requireNonNull(stakes, "stakes");
      requireNonNull(curve, "curve");
      Numbers.atLeast("delay", delayDays, 0);
    }

    private Choice wait(int days) {
      WaitingCost cost = WaitingCost.of(stakes, curve, days);
      return new Choice(
          ShortageChoice.Option.BACKORDER, Optional.empty(), cost.total(), cost.cancelled());
    }

    private Choice expedite(ExpediteOption option) {
      WaitingCost cost = WaitingCost.of(stakes, curve, option.delayDays());
      return new Choice(
          ShortageChoice.Option.EXPEDITE,
          Optional.of(option),
          cost.total().plus(option.premium()),
          cost.cancelled());
    }

    private Choice lose() {
      return new Choice(ShortageChoice.Option.LOSE, Optional.empty(), stakes.lossOfSale(), 1);
    }

    /** Returns the shortest delay whose cost is above a bound, day by day. */
    private OptionalInt firstAbove(Money bound) {
      double waited = 0;
      for (int day = 0; day <= MOST_DAYS; day++) {
        double cancelled = Numbers.probability("chance of giving up", curve.cancelledBy(day));
        if (stakes.cost(cancelled, waited).compareTo(bound) > 0) {
          return OptionalInt.of(day);
        }
        waited += 1 - cancelled;
      }
      return OptionalInt.empty();
    }
  }

  /**
   * Returns the advice.
   *
   * @param late who waits, and how long
   * @param options the faster ways, if there are any
   * @return the advice
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if a premium is in
   *     another currency, with {@code INVALID_NUMBER} if the curve is no chance or falls
   */
  public static ExpediteAdvice of(Late late, List<ExpediteOption> options) {
    requireNonNull(late, "late");
    List<Choice> choices = new ArrayList<>();
    for (ExpediteOption option : List.copyOf(requireNonNull(options, "options"))) {
      choices.add(late.expedite(option));
    }
    choices.add(late.lose());
    Money others = choices.stream().map(Choice::cost).reduce(Money::min).orElseThrow();
    choices.add(late.wait(late.delayDays));
    choices.sort(CHEAPEST); // stable
    return new ExpediteAdvice(choices, late.firstAbove(others));
  }

  /**
   * Returns what is recommended.
   *
   * @return the best choice
   */
  public Choice best() {
    return choices.get(0);
  }

  /**
   * Returns what waiting costs.
   *
   * @return the choice to wait
   */
  public Choice waiting() {
    return choices.stream()
        .filter(each -> each.kind() == ShortageChoice.Option.BACKORDER)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns what the recommendation saves against waiting.
   *
   * @return the difference of the two costs, zero or positive
   */
  public Money saving() {
    return waiting().cost().minus(best().cost());
  }
}
