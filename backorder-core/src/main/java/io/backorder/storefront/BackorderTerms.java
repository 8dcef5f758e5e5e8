package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a shop agrees to when an item is backordered.
 *
 * <p>The same data decide what happens and make the text that a customer reads ({@link StoreWords#policy}), so
 * that the two cannot differ. Days are calendar days.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class BackorderTerms {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private static final BackorderTerms STANDARD = new BackorderTerms(
      new Allowance(BackorderAllowance.unlimited(), Quantity.ZERO),
      new Days(null, null, null),
      new Money(null, null, null, null),
      null);

  /** How many units may wait, and how few on the shelf are called low. */
  private record Allowance(BackorderAllowance units, Quantity lowStock) {}

  /** Spans of days, each perhaps without an end. */
  private record Days(
      @Nullable Integer longestWait,
      @Nullable Integer cancellation,
      @Nullable Integer refund) {}

  /** Parts of the price, and of what is paid back, in per cent. */
  private record Money(
      @Nullable BigDecimal deposit,
      @Nullable BigDecimal atFill,
      @Nullable BigDecimal kept,
      @Nullable BigDecimal adjustment) {

    /** Rejects parts that are more than the price together. */
    Money {
      if (deposit != null && atFill != null && deposit.add(atFill).compareTo(ALL) > 0) {
        throw percentRefused(
            "what is due at order and at fill", "be at most 100", deposit.add(atFill));
      }
    }
  }

  /** What a slip means: from how many days on, what happens to who does not answer, and when. */
  private record Slip(int days, int answerWithin, Consent.Answer fallback) {}

  private final Allowance allowance;
  private final Days days;
  private final Money money;
  private final @Nullable Slip slip;

  private BackorderTerms(Allowance allowance, Days days, Money money, @Nullable Slip slip) {
    this.allowance = allowance;
    this.days = days;
    this.money = money;
    this.slip = slip;
  }

  /**
   * Returns the terms by which any number of units may wait for any time, may be cancelled until they are sent,
   * cost what they cost in stock, and slip without asking.
   *
   * @return the terms
   */
  public static BackorderTerms standard() {
    return STANDARD;
  }

  /**
   * Returns these terms with another number of units that may wait. Of these and the {@linkplain
   * io.backorder.stock.ItemTerms#backorders terms of the item} the stricter binds.
   *
   * @param units how many units may wait at one time: any, none, or a limit
   * @return the terms
   */
  public BackorderTerms withAllowance(BackorderAllowance units) {
    Allowance other = new Allowance(requireNonNull(units, "units"), allowance.lowStock());
    return new BackorderTerms(other, days, money, slip);
  }

  /**
   * Returns these terms with a level at which stock is called low.
   *
   * @param level the units on the shelf that a customer can have: this many, or fewer, are low; zero for never
   * @return the terms
   */
  public BackorderTerms withLowStock(Quantity level) {
    Allowance other = new Allowance(allowance.units(), requireNonNull(level, "level"));
    return new BackorderTerms(other, days, money, slip);
  }

  /**
   * Returns these terms with a longest wait, beyond which nothing is sold: such an order is offered as out of
   * stock, and refused with {@code WAIT_TOO_LONG}. Units that were taken and slip afterwards go on waiting.
   *
   * @param most the days from ordering to the day by which the last unit is promised, 0 or more
   * @return the terms
   * @throws InvalidValueException if the number is negative
   */
  public BackorderTerms withLongestWait(int most) {
    Days longer = new Days(
        Numbers.atLeast("longest wait in days", most, 0), days.cancellation(), days.refund());
    return new BackorderTerms(allowance, longer, money, slip);
  }

  /**
   * Returns these terms with an end of the time in which a customer may cancel. What a customer cancels
   * afterwards is refused with {@code CANCELLATION_OVER}; the shop itself may always cancel.
   *
   * @param within the days from ordering, 0 or more
   * @return the terms
   * @throws InvalidValueException if the number is negative
   */
  public BackorderTerms withCancellation(int within) {
    Days window = new Days(
        days.longestWait(),
        Numbers.atLeast("cancellation window in days", within, 0),
        days.refund());
    return new BackorderTerms(allowance, window, money, slip);
  }

  /**
   * Returns these terms with an end of the time in which money is paid back.
   *
   * @param within the days from cancelling, 0 or more
   * @return the terms
   * @throws InvalidValueException if the number is negative
   */
  public BackorderTerms withRefund(int within) {
    Days window = new Days(
        days.longestWait(),
        days.cancellation(),
        Numbers.atLeast("refund window in days", within, 0));
    return new BackorderTerms(allowance, window, money, slip);
  }

  /**
   * Returns these terms with a part of the price that is due when a backorder is placed.
   *
   * @param percent the part, in per cent of the price, in [0, 100]
   * @return the terms, by which what is not due before is due at shipment
   * @throws InvalidValueException if the part is out of range, or more than the price with what is due at fill
   */
  public BackorderTerms withDeposit(BigDecimal percent) {
    return with(new Money(part("deposit", percent), money.atFill, money.kept, money.adjustment));
  }

  private static BigDecimal part(String name, BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      throw percentRefused(name, "be in [0, 100]", percent);
    }
    return percent;
  }

  private BackorderTerms with(Money other) {
    return new BackorderTerms(allowance, days, other, slip);
  }

  /**
   * Returns these terms with the days on which parts of the price are due; the rest is due when the units are
   * sent.
   *
   * @param atOrder the part that is due when a backorder is placed, in per cent of the price, in [0, 100]
   * @param atFill the part that is due when units are reserved from stock; both together at most 100
   * @return the terms
   * @throws InvalidValueException if a part, or their sum, is out of range
   */
  public BackorderTerms withPayment(BigDecimal atOrder, BigDecimal atFill) {
    return with(new Money(
        part("deposit", requireNonNull(atOrder, "atOrder")),
        part("payment at fill", requireNonNull(atFill, "atFill")),
        money.kept,
        money.adjustment));
  }

  /**
   * Returns these terms with a part that is kept if a customer cancels. Nothing is kept of one who refuses a
   * new day.
   *
   * @param percent the part, in per cent of what is to be paid back, in [0, 100]
   * @return the terms
   * @throws InvalidValueException if the part is out of range
   */
  public BackorderTerms withKeptOnCancellation(BigDecimal percent) {
    BigDecimal kept = part("part kept on cancellation", percent);
    return with(new Money(money.deposit, money.atFill, kept, money.adjustment));
  }

  private static InvalidValueException percentRefused(
      String name, String rule, BigDecimal percent) {
    return new InvalidValueException(
        ErrorCode.INVALID_NUMBER,
        "%s in per cent must %s: %s".formatted(name, rule, percent.toPlainString()),
        Facts.of("field", name).and("asked", percent));
  }

  /**
   * Returns these terms with a price for backorders other than that for what is in stock.
   *
   * @param percent by how much the price differs, in per cent of it, above -100; below zero it is lower
   * @return the terms
   * @throws InvalidValueException if nothing would be left of the price
   */
  public BackorderTerms withPriceAdjustment(BigDecimal percent) {
    if (percent.compareTo(ALL.negate()) <= 0) {
      throw percentRefused("price adjustment", "be above -100", percent);
    }
    return with(new Money(money.deposit, money.atFill, money.kept, percent));
  }

  /**
   * Returns these terms with a customer's consent that a slip needs.
   *
   * @param more by more than how many days a promise has to slip, 0 or more
   * @param answerWithin how many days the customer has to answer, 1 or more
   * @param fallback what happens to who does not answer
   * @return the terms
   * @throws InvalidValueException if a number is out of range
   */
  public BackorderTerms withConsent(int more, int answerWithin, Consent.Answer fallback) {
    Slip asking = new Slip(
        Numbers.atLeast("slip in days", more, 0),
        Numbers.atLeast("time to answer in days", answerWithin, 1),
        requireNonNull(fallback, "fallback"));
    return new BackorderTerms(allowance, days, money, asking);
  }

  /**
   * Returns how many units may wait.
   *
   * @return any number, none, or a limit
   */
  public BackorderAllowance allowance() {
    return allowance.units();
  }

  /**
   * Returns the level at which stock is called low.
   *
   * @return the units on the shelf, zero for never
   */
  public Quantity lowStock() {
    return allowance.lowStock();
  }

  /**
   * Tells whether any unit may ever wait.
   *
   * @return false if none may, whatever is announced
   */
  public boolean isAllowed() {
    Quantity most = BackorderAllowance.unlimited().limit();
    return allowance.units().given(most).permits(Quantity.of(1));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * Returns the longest wait that is sold.
   *
   * @return the days; empty for any wait
   */
  public OptionalInt longestWait() {
    return optional(days.longestWait());
  }

  /**
   * Returns for how long a customer may cancel.
   *
   * @return the days from ordering; empty for as long as the units were not sent
   */
  public OptionalInt cancellation() {
    return optional(days.cancellation());
  }

  /**
   * Returns within which time money is paid back.
   *
   * @return the days from cancelling; empty where none is agreed
   */
  public OptionalInt refund() {
    return optional(days.refund());
  }

  /**
   * Returns the part of the price that is due on ordering.
   *
   * @return the part, in per cent; empty where none is agreed
   */
  public Optional<BigDecimal> deposit() {
    return Optional.ofNullable(money.deposit());
  }

  /**
   * Returns the part of the price that is due when units are reserved from stock.
   *
   * @return the part, in per cent; empty where none is agreed
   */
  public Optional<BigDecimal> dueAtFill() {
    return Optional.ofNullable(money.atFill());
  }

  /**
   * Returns the part of the price that is due when units are sent: what is not due before.
   *
   * @return the part, in per cent; empty where nothing is agreed on payment
   */
  public Optional<BigDecimal> dueAtShipment() {
    BigDecimal before = deposit().orElse(BigDecimal.ZERO).add(dueAtFill().orElse(BigDecimal.ZERO));
    return deposit().or(this::dueAtFill).map(agreed -> ALL.subtract(before));
  }

  /**
   * Returns the part of what is to be paid back that is kept if a customer cancels.
   *
   * @return the part, in per cent; empty where nothing is kept
   */
  public Optional<BigDecimal> keptOnCancellation() {
    return Optional.ofNullable(money.kept()).filter(each -> each.signum() != 0);
  }

  /**
   * Returns by how much the price of a backorder differs.
   *
   * @return the part of the price, in per cent; empty where it does not
   */
  public Optional<BigDecimal> priceAdjustment() {
    return Optional.ofNullable(money.adjustment()).filter(each -> each.signum() != 0);
  }

  /**
   * Returns from which slip on a customer is asked.
   *
   * @return the days: a longer slip needs consent; empty where none does
   */
  public OptionalInt consentBeyond() {
    return slip == null ? OptionalInt.empty() : OptionalInt.of(slip.days());
  }

  /**
   * Returns how long a customer who is asked has to answer.
   *
   * @return the days; empty where nobody is asked
   */
  public OptionalInt answerWithin() {
    return slip == null ? OptionalInt.empty() : OptionalInt.of(slip.answerWithin());
  }

  /**
   * Returns what happens to a customer who is asked and does not answer.
   *
   * @return keep or cancel; empty where nobody is asked
   */
  public Optional<Consent.Answer> fallback() {
    return Optional.ofNullable(slip).map(Slip::fallback);
  }

  /**
   * Tells whether a promise comes soon enough to be sold.
   *
   * @param promise the promise
   * @param today the day of ordering
   * @return true if any wait is sold, or if all units are promised within the longest one
   */
  public boolean acceptsWait(Promise promise, LocalDate today) {
    return acceptsWait(requireNonNull(promise, "promise").by(), today);
  }

  /**
   * Tells whether a day comes soon enough to be sold.
   *
   * @param by the day by which the last unit is promised; empty where nobody can say
   * @param today the day of ordering
   * @return true if any wait is sold, or if there is a day and it is within the longest one
   */
  public boolean acceptsWait(Optional<LocalDate> by, LocalDate today) {
    requireNonNull(by, "by");
    requireNonNull(today, "today");
    Integer most = days.longestWait();
    return most == null || by.filter(day -> !day.isAfter(today.plusDays(most))).isPresent();
  }

  /**
   * Tells whether a customer may still cancel what was not sent.
   *
   * @param ordered the day of ordering
   * @param today the day of asking
   * @return true up to the last day of the window and on it
   */
  public boolean mayCancel(LocalDate ordered, LocalDate today) {
    requireNonNull(ordered, "ordered");
    requireNonNull(today, "today");
    Integer within = days.cancellation();
    return within == null || !today.isAfter(ordered.plusDays(within));
  }

  /**
   * Returns the day by which money is paid back.
   *
   * @param cancelled the day of cancelling
   * @return the last day; empty where none is agreed
   */
  public Optional<LocalDate> refundBy(LocalDate cancelled) {
    requireNonNull(cancelled, "cancelled");
    Integer within = days.refund();
    return within == null ? Optional.empty() : Optional.of(cancelled.plusDays(within));
  }

  /**
   * Tells whether a change of a promise needs the customer's consent.
   *
   * @param change the change
   * @return true if the day slips by more than was agreed, or is lost, where consent is agreed at all
   */
  public boolean needsConsent(PromiseChange change) {
    OptionalLong moved = change.days();
    return slip != null
        && (moved.isPresent()
            ? moved.getAsLong() > slip.days()
            : change.kind() == PromiseChange.Kind.LOST);
  }
}
